import { Trans, useLingui } from '@lingui/react/macro';
import { useFormats } from '../../../../../web/lib/format.ts';
import { ListState } from '../../shared/list/ListState.tsx';
import { AllergyMark } from './AllergyMark.tsx';
import { useAllergies, useConditions, useImmunizations } from './chart-lists.ts';
import { ChartPart } from './ChartPart.tsx';
import { ChartTable } from './ChartTable.tsx';
import { dateWords } from './date-words.ts';
import { usePatientId } from './patient-id.ts';
import { conditionStates, isCurrent } from './state-words.tsx';

export const ConditionsPart = () => {
  const { t } = useLingui();
  const formats = useFormats();
  const state = useConditions(usePatientId());
  const rows = state.items.toSorted((a, b) => Number(isCurrent(b)) - Number(isCurrent(a)));
  return (
    <ChartPart title={t`Conditions`} heading={<Trans>Conditions</Trans>}>
      <ListState kind="conditions" state={state}>
        <ChartTable
          label={t`Conditions`}
          rows={rows}
          keyOf={(row, index) => row.id ?? String(index)}
          isQuiet={(row) => !isCurrent(row)}
          columns={[
            { key: 'name', title: <Trans>Condition</Trans>, isName: true, cell: (row) => row.name },
            {
              key: 'state',
              title: <Trans>State</Trans>,
              cell: (row) => (
                <>
                  {conditionStates[row.state]}
                  {row.certain ? null : (
                    <>
                      {' · '}
                      <Trans>not confirmed</Trans>
                    </>
                  )}
                </>
              ),
            },
            { key: 'severity', title: <Trans>Severity</Trans>, cell: (row) => row.severity },
            { key: 'since', title: <Trans>Since</Trans>, nowrap: true, cell: (row) => dateWords(row.since, formats) },
            { key: 'until', title: <Trans>Until</Trans>, nowrap: true, cell: (row) => dateWords(row.until, formats) },
          ]}
        />
      </ListState>
    </ChartPart>
  );
};

export const AllergiesPart = () => {
  const { t } = useLingui();
  const formats = useFormats();
  const state = useAllergies(usePatientId());
  return (
    <ChartPart title={t`Allergies`} heading={<Trans>Allergies</Trans>}>
      <ListState kind="allergies" state={state}>
        <ChartTable
          label={t`Allergies`}
          rows={state.items}
          keyOf={(row, index) => row.id ?? String(index)}
          isQuiet={(row) => row.state !== 'active' && row.state !== 'none-known'}
          columns={[
            { key: 'name', title: <Trans>Allergy</Trans>, isName: true, cell: (row) => <AllergyMark allergy={row} /> },
            {
              key: 'reaction',
              title: <Trans>Reaction</Trans>,
              cell: (row) =>
                row.reactions
                  .map(({ what, words }) => what.join(', ') || words)
                  .filter(Boolean)
                  .join('; '),
            },
            {
              key: 'type',
              title: <Trans>Kind</Trans>,
              cell: (row) =>
                row.type === 'intolerance' ? (
                  <Trans>Intolerance</Trans>
                ) : row.type === 'allergy' ? (
                  <Trans>Allergy</Trans>
                ) : null,
            },
            { key: 'since', title: <Trans>Since</Trans>, nowrap: true, cell: (row) => dateWords(row.since, formats) },
            {
              key: 'at',
              title: <Trans>Recorded</Trans>,
              nowrap: true,
              cell: (row) => dateWords(row.recordedAt, formats),
            },
          ]}
        />
      </ListState>
    </ChartPart>
  );
};

export const ImmunizationsPart = () => {
  const { t } = useLingui();
  const formats = useFormats();
  const state = useImmunizations(usePatientId());
  return (
    <ChartPart title={t`Immunizations`} heading={<Trans>Immunizations</Trans>}>
      <ListState kind="immunizations" state={state}>
        <ChartTable
          label={t`Immunizations`}
          rows={state.items}
          keyOf={(row, index) => row.id ?? String(index)}
          isQuiet={(row) => row.state !== 'given'}
          columns={[
            {
              key: 'at',
              title: <Trans>Date</Trans>,
              nowrap: true,
              cell: (row) => dateWords(row.at, formats) || row.atWords,
            },
            { key: 'name', title: <Trans>Vaccine</Trans>, isName: true, cell: (row) => row.name },
            {
              key: 'state',
              title: <Trans>State</Trans>,
              cell: (row) =>
                row.state === 'given' ? (
                  <Trans>Given</Trans>
                ) : row.state === 'not-given' ? (
                  <Trans>Not given</Trans>
                ) : (
                  <Trans>Withdrawn by the sender</Trans>
                ),
            },
            { key: 'dose', title: <Trans>Dose</Trans>, cell: (row) => row.dose },
            { key: 'lot', title: <Trans>Lot</Trans>, cell: (row) => row.lot },
          ]}
        />
      </ListState>
    </ChartPart>
  );
};
