import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trans } from '@lingui/react/macro';
import { useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { ResultOf } from '#platform/contract.ts';
import { call, CallError } from '../../../../web/lib/client.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { Dialog } from '../../../../web/ui/Dialog.tsx';
import { FieldError } from '../../../../web/ui/Field.tsx';
import { Flag } from '../../../../web/ui/Flag.tsx';
import { IdentityLine, type Identity } from '../../../../web/ui/IdentityHeader.tsx';
import { acknowledgeAlert, callResults, type AlertItem, type CallResult } from '../../contract.ts';
import { ReadingText } from '../shared/SideBySide.tsx';
import { standingOf } from '../shared/standing.ts';
import { keepAlert } from './alerts-queries.ts';

const words: Record<CallResult, () => ReactNode> = {
  reached: () => <Trans>I reached the patient</Trans>,
  'left-message': () => <Trans>I left a message to call back, with nothing about health in it</Trans>,
  'not-reached': () => <Trans>I called and did not reach anybody</Trans>,
  'not-called': () => <Trans>I did not call</Trans>,
};
const follows: Record<CallResult, () => ReactNode> = {
  reached: () => <Trans>This closes the alert.</Trans>,
  'left-message': () => <Trans>A call waits on the task list in 2 hours.</Trans>,
  'not-reached': () => <Trans>A call waits on the task list in 1 hour.</Trans>,
  'not-called': () => <Trans>A call waits on the task list in 30 minutes. Say in the box why you did not call.</Trans>,
};

const minutesAgo = [0, 5, 10, 15, 30, 45, 60] as const;
const minuteMs = 60_000;

export type Answered = ResultOf<typeof acknowledgeAlert>;
type Typed = { result: CallResult | undefined; ago: number; note: string };

const CallFields = ({
  typed,
  onType,
  missing,
  id,
}: {
  typed: Typed;
  onType: (typed: Typed) => void;
  missing: 'result' | 'note' | undefined;
  id: string;
}) => (
  <>
    <fieldset aria-describedby={missing === 'result' ? `${id}-result-error` : undefined}>
      <legend className="mb-1 font-semibold">
        <Trans>Did you call the patient?</Trans>
      </legend>
      {missing === 'result' ? (
        <FieldError id={`${id}-result-error`}>
          <Trans>Choose what came of the call</Trans>
        </FieldError>
      ) : null}
      {callResults.map((result) => (
        <label key={result} className="flex items-baseline gap-2 rounded-control px-2 py-1.5 has-checked:bg-brand-soft">
          <input
            type="radio"
            name={`${id}-result`}
            checked={typed.result === result}
            onChange={() => onType({ ...typed, result })}
          />
          <span>{words[result]()}</span>
        </label>
      ))}
    </fieldset>
    {typed.result && typed.result !== 'not-called' ? (
      <div>
        <label htmlFor={`${id}-ago`} className="mb-1 block font-semibold">
          <Trans>When did you call?</Trans>
        </label>
        <select
          id={`${id}-ago`}
          value={typed.ago}
          onChange={(event) => onType({ ...typed, ago: Number(event.target.value) })}
          className="min-h-9 rounded-control border border-control bg-surface px-2"
        >
          {minutesAgo.map((ago) => (
            <option key={ago} value={ago}>
              <AgoWords ago={ago} />
            </option>
          ))}
        </select>
      </div>
    ) : null}
    <div>
      <label htmlFor={`${id}-note`} className="mb-1 block font-semibold">
        {typed.result === 'not-called' ? <Trans>Why not?</Trans> : <Trans>Note (you may leave it empty)</Trans>}
      </label>
      {missing === 'note' ? (
        <FieldError id={`${id}-note-error`}>
          <Trans>Say why nobody called</Trans>
        </FieldError>
      ) : null}
      <textarea
        id={`${id}-note`}
        rows={2}
        maxLength={1000}
        value={typed.note}
        aria-invalid={missing === 'note' || undefined}
        aria-describedby={missing === 'note' ? `${id}-note-error` : undefined}
        onChange={(event) => onType({ ...typed, note: event.target.value })}
        className="w-full rounded-control border border-control bg-surface px-3 py-2"
      />
    </div>
  </>
);

const AgoWords = ({ ago }: { ago: number }) => (ago === 0 ? <Trans>just now</Trans> : <Trans>{ago} minutes ago</Trans>);

const useAnswer = (alert: AlertItem, onAnswered: (answer: Answered) => void) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ result, ago, note }: Typed & { result: CallResult }) =>
      call(acknowledgeAlert, {
        params: { patientId: alert.patientId, alertId: alert.id },
        body: {
          call: { result, ...(ago > 0 ? { at: new Date(Date.now() - ago * minuteMs).toISOString() } : {}) },
          ...(note.trim() ? { note: note.trim() } : {}),
        },
      }),
    onSuccess: (answered) => {
      keepAlert(queryClient, answered.alert);
      onAnswered(answered);
    },
  });
};

/** Escape and Cancel throw nothing away unasked. */
const Discard = ({ onDiscard, onStay }: { onDiscard: () => void; onStay: () => void }) => (
  <div role="alert" className="flex flex-wrap items-center gap-2 rounded-control bg-warn-soft px-3 py-2 text-warn">
    <p className="w-full font-semibold">
      <Trans>Throw away what you typed? The alert then still waits.</Trans>
    </p>
    <Button look="secondary" onClick={onDiscard}>
      <Trans>Throw away</Trans>
    </Button>
    <Button look="secondary" onClick={onStay}>
      <Trans>Go on with the answer</Trans>
    </Button>
  </div>
);

type Props = {
  alert: AlertItem;
  patient: Identity;
  reach: ReactNode;
  onClose: () => void;
  onAnswered: (answer: Answered) => void;
};

/** Answers an alert by name. Whose result it is stands at the top and again beside the button. */
export const AcknowledgeDialog = ({ alert, patient, reach, onClose, onAnswered }: Props) => {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Typed>({ result: undefined, ago: 0, note: '' });
  const [isLeaving, setLeaving] = useState(false);
  const [missing, setMissing] = useState<'result' | 'note'>();
  const answer = useAnswer(alert, onAnswered);
  const leave = () => {
    if (typed.result === undefined && !typed.note.trim()) onClose();
    else setLeaving(true);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setLeaving(false);
    const { result } = typed;
    const lacks = result === undefined ? 'result' : result === 'not-called' && !typed.note.trim() ? 'note' : undefined;
    setMissing(lacks);
    if (lacks) form.current?.querySelector<HTMLElement>(lacks === 'result' ? 'input' : 'textarea')?.focus();
    else if (result !== undefined) answer.mutate({ ...typed, result });
  };
  return (
    <Dialog
      alert
      hasEscape
      isOpen
      onClose={leave}
      title={
        <Trans>
          Answer for <bdi>{patient.name}</bdi>
        </Trans>
      }
    >
      <form ref={form} noValidate onSubmit={submit} className="space-y-3">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg">
          <span>
            {alert.result.title} <ReadingText reading={alert.result} />
          </span>
          <Flag standing={standingOf(alert.result.state)} forStaff />
        </p>
        {reach}
        <CallFields typed={typed} onType={setTyped} missing={missing} id={id} />
        <p role="status" className="min-h-6 text-sm text-ink-2">
          {typed.result ? follows[typed.result]() : null}
        </p>
        {answer.error ? (
          <p role="alert" className="font-semibold text-bad">
            {answer.error instanceof CallError && answer.error.kind === 'offline' ? (
              <Trans>We could not reach the server. Nothing was saved. Try again.</Trans>
            ) : (
              <Trans>Nothing was saved. Try again.</Trans>
            )}
          </p>
        ) : null}
        <div className="space-y-2 border-t border-line pt-3">
          <IdentityLine patient={patient} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" pending={answer.isPending}>
              <Trans>Save the answer for {patient.name}</Trans>
            </Button>
            <Button look="secondary" onClick={leave}>
              <Trans>Cancel</Trans>
            </Button>
          </div>
          {isLeaving ? <Discard onDiscard={onClose} onStay={() => setLeaving(false)} /> : null}
        </div>
      </form>
    </Dialog>
  );
};
