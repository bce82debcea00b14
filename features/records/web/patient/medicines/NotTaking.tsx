import { Trans } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { mayAct, useCurrentPatient } from '../../../../../web/lib/current-patient.ts';
import { useFormats } from '../../../../../web/lib/format.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { Button } from '../../../../../web/ui/Button.tsx';
import { Notice } from '../../../../../web/ui/Notice.tsx';
import { Problem } from '../../../../../web/ui/Problem.tsx';
import type { Medicine } from '../../../read/medicine.ts';
import type { Statement } from '../../../statements/contract.ts';
import { WrittenWords } from '../../shared/WrittenWords.tsx';
import { useSay, useStatements } from './statements.ts';

const noteLimit = 500;

/** The question before anything is sent: what happens, and what does not. */
const Ask = ({ medicine, onBack }: { medicine: Medicine; onBack: () => void }) => {
  const { clinic } = useSession();
  const { say } = useSay(medicine.id ?? '');
  const [note, setNote] = useState('');
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isOwn = useCurrentPatient().relationship === 'self';
  return (
    <div className="space-y-4 rounded-control border border-control p-4 md:p-5">
      <p ref={heading} tabIndex={-1} className="text-lg font-semibold outline-none">
        {isOwn ? (
          <Trans>Tell the nurses that you do not take this?</Trans>
        ) : (
          <Trans>Tell the nurses that this is not taken?</Trans>
        )}
      </p>
      <p>
        <Trans>
          A nurse will look at it and may call. The list stays as it is until the care team changes it. Do not stop a
          medicine because of this page: call us first at <a href={`tel:${clinic.phone}`}>{clinic.phone}</a>.
        </Trans>
      </p>
      <div>
        <label htmlFor="not-taking-note" className="mb-1 block font-semibold">
          <Trans>Why? (optional)</Trans>
        </label>
        <textarea
          id="not-taking-note"
          value={note}
          onChange={(event) => setNote(event.target.value)}
          maxLength={noteLimit}
          rows={2}
          className="w-full rounded-control border border-control bg-surface px-3.5 py-2 text-ink"
        />
      </div>
      {say.error ? <Problem error={say.error} phone={clinic.phone} /> : null}
      <div className="flex flex-wrap gap-3">
        <Button pending={say.isPending} onClick={() => say.mutate(note.trim(), { onSuccess: onBack })}>
          <Trans>Yes, tell the nurses</Trans>
        </Button>
        <Button look="secondary" onClick={onBack}>
          <Trans>No, go back</Trans>
        </Button>
      </div>
    </div>
  );
};

/** What was said, when, and the way to take it back. */
const Said = ({ statement }: { statement: Statement }) => {
  const formats = useFormats();
  const { clinic } = useSession();
  const patient = useCurrentPatient();
  const { undo } = useSay(statement.recordId);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  const when = formats.dateTime(statement.madeAt);
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      <Notice
        tone="info"
        live
        title={
          <Trans>
            <bdi>{statement.by.name}</bdi> told us that this is not taken
          </Trans>
        }
      >
        <p>
          <Trans>Sent on {when}. A nurse looks at it. The list stays as it is until the care team changes it.</Trans>
        </p>
        {statement.note ? <WrittenWords text={statement.note} /> : null}
        {undo.error ? <Problem error={undo.error} phone={clinic.phone} /> : null}
        {mayAct(patient, 'medicines') ? (
          <Button look="secondary" className="mt-2" pending={undo.isPending} onClick={() => undo.mutate()}>
            <Trans>Undo: it is taken</Trans>
          </Button>
        ) : null}
      </Notice>
    </div>
  );
};

/** "I don't take this": asked once more, then told to the nurses; the list itself is not changed. */
export const NotTaking = ({ medicine }: { medicine: Medicine }) => {
  const patient = useCurrentPatient();
  const said = useStatements();
  const [isAsking, setIsAsking] = useState(false);
  const statement = said.standing(medicine.id);
  if (statement) return <Said statement={statement} />;
  const isOpen = medicine.state === 'active' || medicine.state === 'on-hold' || medicine.state === 'unknown';
  if (!isOpen || !mayAct(patient, 'medicines') || medicine.id === null || said.error) return null;
  return (
    <div className="screen-only">
      {isAsking ? (
        <Ask medicine={medicine} onBack={() => setIsAsking(false)} />
      ) : (
        <Button look="secondary" onClick={() => setIsAsking(true)}>
          {patient.relationship === 'self' ? <Trans>I don't take this</Trans> : <Trans>This is not taken</Trans>}
        </Button>
      )}
    </div>
  );
};
