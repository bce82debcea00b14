import { useQuery } from '@tanstack/react-query';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useFormats } from '../../../../../web/lib/format.ts';
import { listVitals } from '../../../contract.ts';
import type { FhirObservation } from '../../../fhir-shapes.ts';
import { interpretObservation } from '../../../observation.ts';
import { groupVitals, pressureOf, type VitalTrend } from '../../../read/vital.ts';
import { useList } from '../../shared/list/load-list.ts';
import { ListState } from '../../shared/list/ListState.tsx';
import { patientQuery } from '../../shared/load-results.ts';
import { personOf } from '../../shared/person.ts';
import { ResultFlag } from '../../shared/ResultFlag.tsx';
import { ResultValueText } from '../../shared/ResultValueText.tsx';
import { useUnitWords } from '../../shared/unit-words.ts';
import { ChartPart } from './ChartPart.tsx';
import { ChartTable } from './ChartTable.tsx';
import { dateWords } from './date-words.ts';
import { usePatientId } from './patient-id.ts';

const Value = ({ trend: { latest } }: { trend: VitalTrend }) => {
  const unitWords = useUnitWords();
  const pressure = pressureOf(latest);
  return pressure ? (
    <>
      {pressure.upper.text}/{pressure.lower.text} {pressure.unit ? unitWords(pressure.unit) : null}
    </>
  ) : (
    <ResultValueText result={latest} />
  );
};

/** The last measurements before the newest one, newest first: how it has been going. */
const earlier = (trend: VitalTrend): string =>
  trend.points
    .slice(-5, -1)
    .toReversed()
    .map(({ text, lower }) => (lower ? `${text}/${lower.text}` : text))
    .join(', ');

export const VitalsPart = () => {
  const { t } = useLingui();
  const formats = useFormats();
  const patientId = usePatientId();
  const patient = useQuery(patientQuery(patientId)).data;
  const interpret = useMemo(() => {
    const person = personOf(patient);
    return (resource: FhirObservation) => interpretObservation(resource, person);
  }, [patient]);
  const state = useList(listVitals, patientId, interpret);
  const trends = useMemo(() => groupVitals(state.items), [state.items]);
  return (
    <ChartPart title={t`Vitals`} heading={<Trans>Vitals</Trans>}>
      <ListState kind="vitals" state={state}>
        <ChartTable
          label={t`Vitals`}
          rows={trends}
          keyOf={({ key }) => key}
          columns={[
            { key: 'name', title: <Trans>Measurement</Trans>, isName: true, cell: ({ title }) => title },
            { key: 'value', title: <Trans>Newest</Trans>, nowrap: true, cell: (trend) => <Value trend={trend} /> },
            { key: 'flag', title: <Trans>Range</Trans>, cell: ({ latest }) => <ResultFlag result={latest} /> },
            {
              key: 'at',
              title: <Trans>Taken</Trans>,
              nowrap: true,
              cell: ({ latest }) => dateWords(latest.takenAt, formats),
            },
            { key: 'before', title: <Trans>Before</Trans>, cell: earlier },
          ]}
        />
      </ListState>
    </ChartPart>
  );
};
