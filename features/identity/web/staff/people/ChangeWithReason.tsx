import { useQueryClient } from '@tanstack/react-query';
import { Trans } from '@lingui/react/macro';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { CallError } from '../../../../../web/lib/client.ts';
import { typedIn } from '../../../../../web/lib/form.ts';
import { Button } from '../../../../../web/ui/Button.tsx';
import { Field } from '../../../../../web/ui/Field.tsx';
import { listRoleRequests, listStaff } from '../../../staff/contract.ts';
import { useRefusals } from '../../shared/refusals.tsx';
import { useStep } from '../../shared/use-step.ts';

type Props = {
  label: ReactNode;
  /** What will happen, and to whom. */
  question: ReactNode;
  /** On the button that does it: names the person again. */
  confirm: ReactNode;
  act: (reason: string) => Promise<unknown>;
};

/** Names of people and rights are read anew once something changed. */
export const useFreshStaff = (): (() => Promise<unknown>) => {
  const queryClient = useQueryClient();
  return () =>
    Promise.all([listStaff.id, listRoleRequests.id].map((id) => queryClient.invalidateQueries({ queryKey: [id] })));
};

/** The server's own words where it refused for a reason that a person can act on. */
export const conflictWords = (error: unknown): ReactNode =>
  error instanceof CallError && error.detail?.startsWith('This is the last administrator') ? (
    <Trans>This is the last administrator. Make another one first.</Trans>
  ) : error instanceof CallError && error.detail?.startsWith('An administrator cannot') ? (
    <Trans>An administrator cannot also hold a role that opens charts or message keys.</Trans>
  ) : error instanceof CallError && error.detail?.startsWith('Another administrator') ? (
    <Trans>This is you. Another administrator switches your account off.</Trans>
  ) : (
    <Trans>Somebody else changed this in the meantime. Load the page again.</Trans>
  );

export const reasonProblem = (reason: string): ReactNode | undefined =>
  reason.trim().length < 4 ? <Trans>Say why, in a few words. It is kept with the change.</Trans> : undefined;

const Confirm = ({ question, confirm, act, onDone }: Omit<Props, 'label'> & { onDone: () => void }) => {
  const id = useId();
  const fresh = useFreshStaff();
  const wordsFor = useRefusals();
  const step = useStep({
    check: (form) => {
      const message = reasonProblem(typedIn(form, id));
      return message ? [{ field: id, message }] : [];
    },
    act: async (form) => {
      await act(typedIn(form, id).trim());
      await fresh();
      onDone();
    },
    refused: (error) => wordsFor(error, { conflict: { field: id, message: conflictWords(error) } }),
  });
  useEffect(() => document.getElementById(id)?.focus(), [id]);
  const general = step.problems.find(({ field }) => field === undefined)?.message;
  return (
    <form noValidate onSubmit={step.submit} className="my-2 space-y-2 rounded-control bg-sunken p-3 forced:border">
      <p>{question}</p>
      {general ? (
        <p role="alert" className="font-semibold text-bad">
          {general}
        </p>
      ) : null}
      <Field name={id} label={<Trans>Reason</Trans>} error={step.errorOf(id)} maxLength={200} autoComplete="off" />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="danger" pending={step.pending}>
          {confirm}
        </Button>
        <Button look="quiet" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
};

/** A change that takes a reason and a second press. Nothing happens by the first one. */
export const ChangeWithReason = ({ label, ...rest }: Props) => {
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setIsOpen(false);
    // The button is there again after the next drawing.
    setTimeout(() => opener.current?.focus());
  };
  if (isOpen) return <Confirm {...rest} onDone={close} />;
  return (
    <button
      ref={opener}
      type="button"
      className="block min-h-7 text-left font-semibold text-brand underline underline-offset-4 hover:text-brand-strong"
      onClick={() => setIsOpen(true)}
    >
      {label}
    </button>
  );
};
