import { Trans, useLingui } from '@lingui/react/macro';
import { useFormats } from '../../../../../web/lib/format.ts';
import type { Who } from '../../../read/elements.ts';
import { ListState } from '../../shared/list/ListState.tsx';
import { useAppointments, useNotes, useVisits } from './chart-lists.ts';
import { ChartPart } from './ChartPart.tsx';
import { ChartTable } from './ChartTable.tsx';
import { dateWords } from './date-words.ts';
import { usePatientId } from './patient-id.ts';
import { visitKinds, visitStates } from './state-words.tsx';

const namesOf = (people: readonly Who[]): string => people.flatMap(({ name }) => name ?? []).join(', ');

const Visits = ({ patientId }: { patientId: string }) => {
  const { t } = useLingui();
  const formats = useFormats();
  const state = useVisits(patientId);
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
          { key: 'who', title: <Trans>With</Trans>, cell: (row) => namesOf(row.people) || row.organization?.name },
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

export const NotesPart = () => {
  const { t } = useLingui();
  const formats = useFormats();
  const patientId = usePatientId();
  const state = useNotes(patientId);
  return (
    <ChartPart title={t`Notes`} heading={<Trans>Notes and documents</Trans>}>
      <ListState kind="notes" state={state}>
        <ChartTable
          label={t`Notes`}
          rows={state.items}
          keyOf={(row, index) => row.id ?? String(index)}
          isQuiet={(row) => row.state !== 'current'}
          columns={[
            { key: 'at', title: <Trans>Date</Trans>, nowrap: true, cell: (row) => dateWords(row.at, formats) },
            {
              key: 'title',
              title: <Trans>Note</Trans>,
              isName: true,
              cell: (row) => row.title || t`Without a title`,
            },
            { key: 'by', title: <Trans>By</Trans>, cell: (row) => namesOf(row.authors) || row.custodian?.name },
            {
              key: 'state',
              title: <Trans>State</Trans>,
              cell: (row) =>
                row.state === 'superseded' ? (
                  <Trans>Replaced by a newer one</Trans>
                ) : row.state === 'withdrawn' ? (
                  <Trans>Withdrawn by the sender</Trans>
                ) : row.isDraft ? (
                  <Trans>Draft</Trans>
                ) : (
                  <Trans>Final</Trans>
                ),
            },
          ]}
        />
      </ListState>
    </ChartPart>
  );
};
