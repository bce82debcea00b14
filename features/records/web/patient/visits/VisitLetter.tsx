import { Plural, Trans } from '@lingui/react/macro';
import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import { maySee, useCurrentPatient } from '../../../../../web/lib/current-patient.ts';
import { useFormats } from '../../../../../web/lib/format.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { Facts } from '../../../../../web/ui/Facts.tsx';
import { LinkRow } from '../../../../../web/ui/LinkRow.tsx';
import { Notice } from '../../../../../web/ui/Notice.tsx';
import { PrintButton } from '../../../../../web/ui/PrintButton.tsx';
import { listConditions, listNotes, listProcedures } from '../../../contract.ts';
import type { Appointment } from '../../../read/appointment.ts';
import { readCondition } from '../../../read/condition.ts';
import { readNote } from '../../../read/note.ts';
import { readProcedure } from '../../../read/procedure.ts';
import type { Visit } from '../../../read/visit.ts';
import { usePlainCondition } from '../../plain/use-plain.ts';
import { codingsOf } from '../../shared/health/codings.ts';
import { Detail, DetailHeading } from '../../shared/list/Detail.tsx';
import { useList } from '../../shared/list/load-list.ts';
import { NotesText } from '../../shared/list/NotesText.tsx';
import { WhenText } from '../../shared/list/WhenText.tsx';
import { namesIn } from '../../shared/list/WhoName.tsx';
import type { VisitItem } from '../../shared/visits/visit-items.ts';
import { VisitState, VisitTitle, VisitTypeText } from '../../shared/visits/VisitWords.tsx';

const Words = ({ title, words }: { title: ReactNode; words: readonly string[] }) =>
  words.length === 0 ? null : (
    <section className="max-w-prose">
      <DetailHeading>{title}</DetailHeading>
      <ul className="list-disc space-y-1 pl-6">
        {words.map((word) => (
          <li key={word}>
            <bdi>{word}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );

/** What was found and done at a visit, from the entries that belong to it. */
const Found = ({ visit }: { visit: Visit }) => {
  const patient = useCurrentPatient();
  const plain = usePlainCondition();
  const mayRead = maySee(patient, 'conditions');
  const conditions = useList(listConditions, patient.id, readCondition, mayRead);
  const procedures = useList(listProcedures, patient.id, readProcedure, mayRead);
  const ofVisit = conditions.items.filter(
    ({ id, visitId, withdrawn }) =>
      !withdrawn && (visitId === visit.id || visit.diagnoses.some((diagnosis) => diagnosis.id === id)),
  );
  const known = new Set(ofVisit.map(({ id }) => id));
  const found = [
    ...ofVisit.map(({ concept, name }) => plain(codingsOf(concept))?.name ?? name),
    ...visit.diagnoses.flatMap(({ id, name }) => (name !== null && !known.has(id) ? [name] : [])),
  ];
  const done = procedures.items.filter(({ visitId, withdrawn }) => !withdrawn && visitId === visit.id);
  return (
    <>
      <Words title={<Trans>What was found</Trans>} words={[...new Set(found)]} />
      <Words title={<Trans>What was done</Trans>} words={[...new Set(done.map(({ name }) => name))]} />
      {conditions.error || procedures.error ? (
        <Notice tone="warn">
          <p>
            <Trans>What was found or done could not be loaded. Load the page again to see it.</Trans>
          </p>
        </Notice>
      ) : null}
    </>
  );
};

const NotesOfVisit = ({ visit }: { visit: Visit }) => {
  const patient = useCurrentPatient();
  const notes = useList(listNotes, patient.id, readNote, maySee(patient, 'documents'));
  const shown = notes.items.filter(({ visitIds, withdrawn }) => !withdrawn && visitIds.includes(visit.id ?? ''));
  if (shown.length === 0) return null;
  return (
    <section className="screen-only">
      <DetailHeading>
        <Plural value={shown.length} one="Note of this visit" other="Notes of this visit" />
      </DetailHeading>
      <ul className="-mx-4 overflow-hidden rounded-control border border-line sm:mx-0">
        {shown.map((note) => (
          <LinkRow key={note.id} to={`/record/notes/${note.id}`} icon={FileText} title={<bdi>{note.title}</bdi>}>
            {namesIn(note.authors)}
          </LinkRow>
        ))}
      </ul>
    </section>
  );
};

const span = (start: string | null, end: string | null): ReactNode =>
  start === null ? (
    <Trans>No date given</Trans>
  ) : end !== null && end.slice(0, 10) !== start.slice(0, 10) ? (
    <>
      <WhenText at={start} /> – <WhenText at={end} />
    </>
  ) : (
    <WhenText at={start} />
  );

const VisitBody = ({ visit }: { visit: Visit }) => (
  <>
    <Facts
      facts={[
        { key: 'when', label: <Trans>When</Trans>, value: span(visit.span?.start ?? null, visit.span?.end ?? null) },
        { key: 'kind', label: <Trans>Kind</Trans>, value: <VisitTypeText visit={visit} /> },
        { key: 'who', label: <Trans>With</Trans>, value: namesIn(visit.people) || <Trans>None noted</Trans> },
        {
          key: 'where',
          label: <Trans>Where</Trans>,
          value: namesIn(visit.places) || namesIn(visit.organization ? [visit.organization] : []) || (
            <Trans>None noted</Trans>
          ),
        },
        { key: 'why', label: <Trans>Reason</Trans>, value: visit.reasons.join(', ') || <Trans>None noted</Trans> },
        { key: 'after', label: <Trans>Went afterwards to</Trans>, value: visit.dischargedTo },
      ]}
    />
    <Found visit={visit} />
    <NotesOfVisit visit={visit} />
    <NotesText notes={visit.notes} />
  </>
);

const AppointmentBody = ({ appointment }: { appointment: Appointment }) => {
  const formats = useFormats();
  const { clinic } = useSession();
  return (
    <>
      <Facts
        facts={[
          {
            key: 'when',
            label: <Trans>When</Trans>,
            value: appointment.start ? (
              <span className="dates">{formats.weekday(appointment.start)}</span>
            ) : (
              <Trans>No date given</Trans>
            ),
          },
          {
            key: 'time',
            label: <Trans>Time</Trans>,
            value:
              appointment.start && appointment.start.length > 10 ? (
                <span className="dates">{formats.time(appointment.start)}</span>
              ) : null,
          },
          { key: 'who', label: <Trans>With</Trans>, value: namesIn(appointment.people) || <Trans>None noted</Trans> },
          {
            key: 'where',
            label: <Trans>Where</Trans>,
            value: namesIn(appointment.places) || <Trans>None noted</Trans>,
          },
          { key: 'why', label: <Trans>Reason</Trans>, value: appointment.reasons.join(', ') },
          { key: 'off', label: <Trans>Why it was cancelled</Trans>, value: appointment.cancelledBecause },
          { key: 'comment', label: <Trans>Comment</Trans>, value: appointment.comment },
        ]}
      />
      {appointment.instructions.length > 0 ? (
        <Notice tone="info" title={<Trans>Before you come</Trans>}>
          {appointment.instructions.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </Notice>
      ) : null}
      <p>
        <Trans>
          To change or cancel, call us: <a href={`tel:${clinic.phone}`}>{clinic.phone}</a>
        </Trans>
      </p>
    </>
  );
};

type Props = { item: VisitItem; back?: ReactNode; takesFocus: boolean };

/** One visit: when, with whom, why, what was found and done, and its notes. */
export const VisitLetter = ({ item, back, takesFocus }: Props) => (
  <Detail
    back={back}
    title={<VisitTitle item={item} />}
    flags={<VisitState item={item} />}
    focusKey={takesFocus ? item.id : undefined}
  >
    {item.kind === 'visit' ? <VisitBody visit={item.visit} /> : <AppointmentBody appointment={item.appointment} />}
    <PrintButton />
  </Detail>
);
