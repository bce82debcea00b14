import { Link, useParams } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { useFormats } from '../../../../../web/lib/format.ts';
import { BackLink } from '../../../../../web/ui/BackLink.tsx';
import { Card } from '../../../../../web/ui/Card.tsx';
import { ListState } from '../../shared/list/ListState.tsx';
import { NoteText } from '../../shared/notes/NoteText.tsx';
import { useNotes } from './chart-lists.ts';
import { ChartPart } from './ChartPart.tsx';
import { ChartTable } from './ChartTable.tsx';
import { dateWords } from './date-words.ts';
import { useNamesOf } from './names-of.ts';
import { usePatientId } from './patient-id.ts';

export const NotesPart = () => {
  const { t } = useLingui();
  const formats = useFormats();
  const patientId = usePatientId();
  const state = useNotes(patientId);
  const namesOf = useNamesOf(state.items.flatMap(({ authors, custodian }) => [...authors, custodian]));
  return (
    <ChartPart title={t`Notes`} heading={<Trans>Notes and documents</Trans>}>
      <ListState kind="notes" state={state}>
        <ChartTable
          label={t`Notes`}
          rows={state.items}
          keyOf={(row, index) => row.id ?? String(index)}
          isPlain
          isQuiet={(row) => row.state !== 'current'}
          columns={[
            { key: 'at', title: <Trans>Date</Trans>, nowrap: true, cell: (row) => dateWords(row.at, formats) },
            {
              key: 'title',
              title: <Trans>Note</Trans>,
              isName: true,
              cell: (row) =>
                row.id ? (
                  <Link to={`/patients/${patientId}/notes/${row.id}`}>{row.title || t`Without a title`}</Link>
                ) : (
                  row.title || t`Without a title`
                ),
            },
            { key: 'by', title: <Trans>By</Trans>, cell: (row) => namesOf(row.authors) || namesOf([row.custodian]) },
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

/** One note as text, as its writer put it. */
export const NotePart = () => {
  const { t } = useLingui();
  const formats = useFormats();
  const patientId = usePatientId();
  const noteId = useParams({ strict: false, select: (params: { noteId?: string }) => params.noteId ?? '' });
  const note = useNotes(patientId).items.find(({ id }) => id === noteId);
  return (
    <>
      <BackLink to={`/patients/${patientId}/notes`}>
        <Trans>All notes</Trans>
      </BackLink>
      <ChartPart title={t`Note`} heading={<bdi>{note?.title || t`Note`}</bdi>}>
        <p className="mb-3 text-ink-2">{dateWords(note?.at ?? null, formats)}</p>
        <Card as="article" className="max-w-3xl space-y-4 p-5">
          <NoteText patientId={patientId} noteId={noteId} />
        </Card>
      </ChartPart>
    </>
  );
};
