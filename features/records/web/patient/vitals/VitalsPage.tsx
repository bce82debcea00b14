import { useQuery } from '@tanstack/react-query';
import { Trans, useLingui } from '@lingui/react/macro';
import { createContext, use, useCallback, useMemo } from 'react';
import { useCurrentPatient } from '../../../../../web/lib/current-patient.ts';
import { usePageTitle } from '../../../../../web/lib/page-title.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { BackLink } from '../../../../../web/ui/BackLink.tsx';
import { Card } from '../../../../../web/ui/Card.tsx';
import { EmptyState } from '../../../../../web/ui/EmptyState.tsx';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import { Waiting } from '../../../../../web/ui/Waiting.tsx';
import { listVitals } from '../../../contract.ts';
import type { FhirObservation } from '../../../fhir-shapes.ts';
import { interpretObservation, type Result } from '../../../observation.ts';
import type { Goal } from '../../../read/goal.ts';
import { groupVitals, type VitalTrend } from '../../../read/vital.ts';
import { usePlainVital } from '../../plain/use-plain.ts';
import { useGoals, vitalAtGoal } from '../../shared/goals/use-goals.ts';
import { ListState } from '../../shared/list/ListState.tsx';
import { ListTop } from '../../shared/list/ListTop.tsx';
import { useList, type ListState as State } from '../../shared/list/load-list.ts';
import { PaperIncomplete } from '../../shared/list/PaperIncomplete.tsx';
import { PaperTable } from '../../shared/list/PaperTable.tsx';
import { TwoPane, useOpenId } from '../../shared/list/TwoPane.tsx';
import { WhenText } from '../../shared/list/WhenText.tsx';
import { patientQuery } from '../../shared/load-results.ts';
import { personOf } from '../../shared/person.ts';
import { VitalFlag } from '../../shared/vitals/VitalFlag.tsx';
import { VitalLetter } from '../../shared/vitals/VitalLetter.tsx';
import { VitalRow } from '../../shared/vitals/VitalRow.tsx';
import { VitalValue } from '../../shared/vitals/VitalValue.tsx';
import { BackToRecord } from '../BackToRecord.tsx';

type Shown = { state: State<Result>; trends: readonly VitalTrend[]; goals: readonly Goal[] };
const VitalsContext = createContext<Shown | undefined>(undefined);

const useShownVitals = (): Shown => {
  const shown = use(VitalsContext);
  if (!shown) throw new Error('useShownVitals outside of the vitals page');
  return shown;
};

/** A kind of measurement by the id of its newest one: no code stands in the address. */
const idOf = (trend: VitalTrend): string => trend.latest.id ?? '';

const Printed = ({ trends }: { trends: readonly VitalTrend[] }) => {
  const plain = usePlainVital();
  return (
    <PaperTable
      title={<Trans>Latest of each measurement</Trans>}
      rows={trends}
      keyOf={({ key }) => key}
      columns={[
        { key: 'name', title: <Trans>Measurement</Trans>, cell: ({ loinc, title }) => plain(loinc)?.name ?? title },
        { key: 'value', title: <Trans>Value</Trans>, cell: ({ latest }) => <VitalValue result={latest} /> },
        { key: 'state', title: <Trans>Where it stands</Trans>, cell: ({ latest }) => <VitalFlag result={latest} /> },
        {
          key: 'date',
          title: <Trans>Date</Trans>,
          nowrap: true,
          cell: ({ latest }) => (latest.takenAt ? <WhenText at={latest.takenAt} short /> : '–'),
        },
      ]}
    />
  );
};

/** Blood pressure, weight, height, pulse and the rest, each over time. */
export const VitalsPage = () => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const patient = useCurrentPatient();
  const openId = useOpenId();
  const summary = useQuery(patientQuery(patient.id)).data;
  const person = useMemo(() => personOf(summary), [summary]);
  const read = useCallback((observation: FhirObservation) => interpretObservation(observation, person), [person]);
  const state = useList(listVitals, patient.id, read);
  const trends = useMemo(() => groupVitals(state.items), [state.items]);
  const goals = useGoals(patient.id);
  const shownId = openId ?? (trends[0] ? idOf(trends[0]) : undefined);
  return (
    <VitalsContext value={{ state, trends, goals }}>
      <TwoPane
        top={
          <>
            <BackToRecord />
            <ListTop
              canPrint={trends.length > 0}
              heading={
                <PageHeading title={t`Vitals`} clinic={clinic.name}>
                  <Trans>Vitals</Trans>
                </PageHeading>
              }
            />
            <div className="mb-5">
              <ListState kind="vitals" state={state}>
                {null}
              </ListState>
            </div>
          </>
        }
        list={
          trends.length > 0 ? (
            <Card as="div" className="overflow-hidden">
              <ul>
                {trends.map((trend) => (
                  <VitalRow
                    key={trend.key}
                    trend={trend}
                    goal={vitalAtGoal(goals, trend.latest)}
                    to={`/record/vitals/${idOf(trend)}`}
                    isOpen={trend.all.some((result) => result.id === shownId)}
                  />
                ))}
              </ul>
            </Card>
          ) : null
        }
        paper={
          <>
            <Printed trends={trends} />
            <PaperIncomplete state={state} />
          </>
        }
      />
    </VitalsContext>
  );
};

/** Beside the list on a desk: the measurement at its top. */
export const FirstVital = () => {
  const { trends, goals } = useShownVitals();
  const [first] = trends;
  return first ? <VitalLetter trend={first} goal={vitalAtGoal(goals, first.latest)} takesFocus={false} /> : null;
};

const back = (
  <BackLink to="/record/vitals" className="lg:hidden">
    <Trans>All vitals</Trans>
  </BackLink>
);

/** The kind of measurement that holds the one whose id stands in the address. */
export const ChosenVital = () => {
  const { t } = useLingui();
  usePageTitle(t`One measurement`, useSession().clinic.name);
  const { state, trends, goals } = useShownVitals();
  const id = useOpenId();
  const trend = trends.find(({ all }) => all.some((result) => result.id === id));
  if (trend) {
    return <VitalLetter key={trend.key} trend={trend} goal={vitalAtGoal(goals, trend.latest)} back={back} takesFocus />;
  }
  if (!state.isComplete && !state.partError && !state.error) return <Waiting />;
  return (
    <>
      {back}
      <EmptyState title={<Trans>This measurement is not in your list</Trans>}>
        <Trans>It may have been taken back, or the address is wrong.</Trans>
      </EmptyState>
    </>
  );
};
