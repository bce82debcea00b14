import { Trans, useLingui } from '@lingui/react/macro';
import { useFormats } from '../../../../../web/lib/format.ts';
import { ListState } from '../../shared/list/ListState.tsx';
import { useAppointments, useVisits } from './chart-lists.ts';
import { ChartPart } from './ChartPart.tsx';
import { ChartTable } from './ChartTable.tsx';
import { dateWords } from './date-words.ts';
import { useNamesOf } from './names-of.ts';
import { usePatientId } from './patient-id.ts';
import { visitKinds, visitStates } from './state-words.tsx';

const Visits = ({ patientId }: { patientId: string }) => {
  const { t } = useLingui();
  const formats = useFormats();
  const state = useVisits(patientId);
  const namesOf = useNamesOf(state.items.flatMap(({ people, organization }) => [...people, organization]));
  return (
    <ListState kind="visits" state={state}>
      <ChartTable
        label={t`Visits`}
        rows={state.items}
        keyOf={(row, index) => row.id ?? String(index)}
        isQuiet={(row) => row.state === 'cancelled' || row.state === 'withdrawn'}
        columns={[
          {
            key: 'at',
            title: <Trans>Date</Trans>,
            nowrap: true,
            cell: (row) => dateWords(row.span?.start ?? null, formats),
          },
          { key: 'title', title: <Trans>Visit</Trans>, isName: true, cell: (row) => row.title ?? visitKinds[row.kind] },
          { key: 'why', title: <Trans>Why</Trans>, cell: (row) => row.reasons.join(', ') },
          { key: 'who', title: <Trans>With</Trans>, cell: (row) => namesOf(row.people) || namesOf([row.organization]) },
          { key: 'kind', title: <Trans>Where</Trans>, cell: (row) => visitKinds[row.kind] },
          { key: 'state', title: <Trans>State</Trans>, cell: (row) => visitStates[row.state] },
        ]}
      />
    </ListState>
  );
};

const Planned = ({ patientId }: { patientId: string }) => {
  const { t } = useLingui();
  const formats = useFormats();
  const state = useAppointments(patientId);
  const now = new Date().toISOString();
  const rows = state.items
    .filter((one) => one.start !== null && one.start >= now.slice(0, 10))
    .toSorted((a, b) => (a.start ?? '').localeCompare(b.start ?? ''));
  const namesOf = useNamesOf(rows.flatMap(({ people }) => people));
  if (rows.length === 0) return null;
  return (
    <section className="mb-5">
      <h2 className="mb-2 text-xl">
        <Trans>Planned</Trans>
      </h2>
      <ChartTable
        label={t`Planned`}
        rows={rows}
        keyOf={(row, index) => row.id ?? String(index)}
        isQuiet={(row) => row.state === 'cancelled'}
        columns={[
          {
            key: 'at',
            title: <Trans>When</Trans>,
            nowrap: true,
            cell: (row) => (row.start ? formats.dateTime(row.start) : ''),
          },
          { key: 'title', title: <Trans>Visit</Trans>, isName: true, cell: (row) => row.title },
          { key: 'who', title: <Trans>With</Trans>, cell: (row) => namesOf(row.people) },
          {
            key: 'state',
            title: <Trans>State</Trans>,
            cell: (row) => (row.state === 'cancelled' ? <Trans>Cancelled</Trans> : <Trans>Booked</Trans>),
          },
        ]}
      />
    </section>
  );
};

export const VisitsPart = () => {
  const { t } = useLingui();
  const patientId = usePatientId();
  return (
    <ChartPart title={t`Visits`} heading={<Trans>Visits</Trans>}>
      <Planned patientId={patientId} />
      <Visits patientId={patientId} />
    </ChartPart>
  );
};
