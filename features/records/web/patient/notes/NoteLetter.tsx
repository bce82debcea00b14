import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { maySee, useCurrentPatient } from '../../../../../web/lib/current-patient.ts';
import { Notice } from '../../../../../web/ui/Notice.tsx';
import { PrintButton } from '../../../../../web/ui/PrintButton.tsx';
import type { Note } from '../../../read/note.ts';
import { CompanyGate } from '../../shared/held/CompanyGate.tsx';
import { Detail } from '../../shared/list/Detail.tsx';
import { Dotted } from '../../shared/list/Entry.tsx';
import { useNames } from '../../shared/list/use-names.ts';
import { WhenText } from '../../shared/list/WhenText.tsx';
import { NoteState, NoteTitle } from '../../shared/notes/NoteRow.tsx';
import { NoteText } from '../../shared/notes/NoteText.tsx';

/** One note, to be read: what it is, who wrote it, its words. */
export const NoteLetter = ({ note, back }: { note: Note; back: ReactNode }) => {
  const patient = useCurrentPatient();
  const nameOf = useNames([...note.authors, note.custodian]);
  const authors = [...new Set(note.authors.flatMap((who) => nameOf(who) ?? []))].join(', ');
  return (
    <Detail
      back={back}
      title={<NoteTitle note={note} />}
      flags={<NoteState note={note} />}
      sub={
        <p>
          <Dotted
            parts={[
              note.at ? <WhenText at={note.at} /> : <Trans>No date given</Trans>,
              authors ? <bdi>{authors}</bdi> : nameOf(note.custodian),
              note.setting,
            ]}
          />
        </p>
      }
      focusKey={note.id ?? ''}
    >
      {note.state === 'superseded' ? (
        <Notice tone="warn">
          <p>
            <Trans>A newer version of this document stands for it. Look for it in the list.</Trans>
          </p>
        </Notice>
      ) : null}
      {note.conclusion ? <p className="max-w-prose whitespace-pre-line">{note.conclusion}</p> : null}
      {note.sections.map(({ title, text }, index) => (
        <section key={`${index} ${title}`} className="max-w-prose">
          {title ? <p className="mb-1 font-serif text-lg font-medium">{title}</p> : null}
          <p className="whitespace-pre-line">{text}</p>
        </section>
      ))}
      {note.attachments.length > 0 || note.sections.length === 0 ? (
        <CompanyGate patientId={patient.id} categories={['notes']}>
          <NoteText patientId={patient.id} noteId={note.id ?? ''} />
        </CompanyGate>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3 print:hidden">
        <PrintButton />
        {note.visitId && maySee(patient, 'visits') ? (
          <Link to={`/visits/${note.visitId}`} className="inline-flex min-h-11 items-center font-semibold">
            <Trans>The visit it belongs to</Trans>
          </Link>
        ) : null}
      </div>
    </Detail>
  );
};
