import { Trans } from '@lingui/react/macro';
import { useId, useState, type FormEvent, type KeyboardEvent, type RefObject } from 'react';
import { Button } from '../../../../web/ui/Button.tsx';
import { FieldError } from '../../../../web/ui/Field.tsx';
import { IdentityLine, type Identity } from '../../../../web/ui/IdentityHeader.tsx';
import type { TaskItem } from '../../contract.ts';
import { kindOf, outcomes, type TaskOutcome } from '../../kinds.ts';
import { OutcomeWords } from './task-words.tsx';
import type { Deed } from './use-turn.ts';

const minutesPerHour = 60;

/** An outcome, and what follows when it does not end the task. */
const OutcomeChoice = ({
  task,
  outcome,
  name,
  isChosen,
  onChoose,
}: {
  task: TaskItem;
  outcome: TaskOutcome;
  name: string;
  isChosen: boolean;
  onChoose: () => void;
}) => {
  const effect = kindOf(task.kind).outcomes[outcome];
  const again = effect === undefined || effect === 'ends' ? null : effect.again / minutesPerHour;
  return (
    <label className="flex items-baseline gap-2 rounded-control px-2 py-1.5 has-checked:bg-brand-soft">
      <input type="radio" name={name} value={outcome} checked={isChosen} onChange={onChoose} />
      <span>
        <OutcomeWords outcome={outcome} />
        {again === null ? null : (
          <span className="text-sm text-ink-2">
            {' · '}
            {again === 1 ? <Trans>comes back in 1 hour</Trans> : <Trans>comes back in {again} hours</Trans>}
          </span>
        )}
      </span>
    </label>
  );
};

type Props = {
  task: TaskItem;
  patient: Identity;
  first: RefObject<HTMLFieldSetElement | null>;
  isPending: boolean;
  onTurn: (deed: Deed) => void;
};

/** What came of it. Whom it is about stands beside the button. */
export const CompleteForm = ({ task, patient, first, isPending, onTurn }: Props) => {
  const id = useId();
  const [outcome, setOutcome] = useState<TaskOutcome>();
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  const choices = outcomes.filter((one) => kindOf(task.kind).outcomes[one] !== undefined);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setMissing(outcome === undefined);
    if (outcome === undefined) first.current?.querySelector('input')?.focus();
    else onTurn({ kind: 'complete', outcome, note });
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
    if (event.key === 'Escape') event.currentTarget.blur();
  };
  return (
    <form noValidate onSubmit={submit} className="space-y-2 border-t border-line px-4 py-3">
      <fieldset ref={first} aria-describedby={isMissing ? `${id}-error` : undefined}>
        <legend className="font-semibold">
          <Trans>What came of it?</Trans>
        </legend>
        {isMissing ? (
          <FieldError id={`${id}-error`}>
            <Trans>Choose what came of it</Trans>
          </FieldError>
        ) : null}
        {choices.map((one) => (
          <OutcomeChoice
            key={one}
            task={task}
            outcome={one}
            name={`${id}-outcome`}
            isChosen={outcome === one}
            onChoose={() => setOutcome(one)}
          />
        ))}
      </fieldset>
      <div>
        <label htmlFor={`${id}-note`} className="mb-1 block font-semibold">
          <Trans>Note (you may leave it empty)</Trans>
        </label>
        <textarea
          id={`${id}-note`}
          rows={2}
          maxLength={1000}
          value={note}
          onKeyDown={onKey}
          onChange={(event) => setNote(event.target.value)}
          className="w-full rounded-control border border-control bg-surface px-3 py-2"
        />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <IdentityLine patient={patient} />
        <Button type="submit" pending={isPending}>
          <Trans>Save for {patient.name}</Trans>
        </Button>
      </div>
    </form>
  );
};
