import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { call } from '../../../../../web/lib/client.ts';
import { typedIn } from '../../../../../web/lib/form.ts';
import { useRoleNames } from '../../../../../web/lib/role-names.ts';
import { Button } from '../../../../../web/ui/Button.tsx';
import { Field, FieldError } from '../../../../../web/ui/Field.tsx';
import { Notice } from '../../../../../web/ui/Notice.tsx';
import { staffRoles } from '../../../contract.ts';
import { askRole, type StaffMember } from '../../../staff/contract.ts';
import { useRefusals } from '../../shared/refusals.tsx';
import { useStep } from '../../shared/use-step.ts';
import { approvalWords } from '../approval-words.tsx';
import { conflictWords, reasonProblem, useFreshStaff } from './ChangeWithReason.tsx';

type StaffRole = (typeof staffRoles)[number];

/** The end of the day, on the device's own clock; undefined when the day is none or over. */
const endOfDay = (day: string): Date | undefined => {
  const end = new Date(`${day}T23:59:59`);
  return Number.isNaN(end.getTime()) || end.getTime() <= Date.now() ? undefined : end;
};

const Form = ({ person, onDone }: { person: StaffMember; onDone: (outcome: 'waiting' | 'approved') => void }) => {
  const { t } = useLingui();
  const roleNames = useRoleNames();
  const fresh = useFreshStaff();
  const wordsFor = useRefusals();
  const step = useStep({
    check: (form) => {
      const reason = reasonProblem(typedIn(form, 'ask-reason'));
      const until = typedIn(form, 'ask-until');
      return [
        ...(typedIn(form, 'ask-role') ? [] : [{ field: 'ask-role', message: <Trans>Choose a role</Trans> }]),
        ...(until && !endOfDay(until)
          ? [{ field: 'ask-until', message: <Trans>Choose a day in the future, or leave it empty</Trans> }]
          : []),
        ...(reason ? [{ field: 'ask-reason', message: reason }] : []),
      ];
    },
    act: async (form) => {
      const until = endOfDay(typedIn(form, 'ask-until'))?.toISOString();
      const body = {
        role: typedIn(form, 'ask-role') as StaffRole,
        reason: typedIn(form, 'ask-reason').trim(),
        ...(until ? { until } : {}),
      };
      const { outcome } = await call(askRole, { params: { accountId: person.id }, body });
      await fresh();
      onDone(outcome);
    },
    refused: (error) =>
      wordsFor(error, { conflict: { field: 'ask-role', message: approvalWords(error) ?? conflictWords(error) } }),
  });
  const general = step.problems.find(({ field }) => field === undefined)?.message;
  const held = person.roles.map(({ role }) => role);
  return (
    <form noValidate onSubmit={step.submit} className="mt-2 space-y-3 rounded-control bg-sunken p-3 forced:border">
      {general ? (
        <p role="alert" className="font-semibold text-bad">
          {general}
        </p>
      ) : null}
      <div>
        <label htmlFor="ask-role" className="mb-1 block font-semibold">
          <Trans>Role</Trans>
        </label>
        {step.errorOf('ask-role') ? <FieldError id="ask-role-error">{step.errorOf('ask-role')}</FieldError> : null}
        <select
          id="ask-role"
          name="ask-role"
          defaultValue=""
          // oxlint-disable-next-line no-autofocus -- the form was asked for by a press just now
          autoFocus
          aria-invalid={step.errorOf('ask-role') ? true : undefined}
          aria-describedby={step.errorOf('ask-role') ? 'ask-role-error' : undefined}
          className="min-h-9 w-full rounded-control border border-control bg-surface px-2.5"
        >
          <option value="">{t`Choose a role`}</option>
          {staffRoles
            .filter((role) => !held.includes(role))
            .map((role) => (
              <option key={role} value={role}>
                {roleNames[role]}
              </option>
            ))}
        </select>
      </div>
      <Field
        name="ask-until"
        type="date"
        label={<Trans>Until (optional)</Trans>}
        hint={<Trans>The role ends by itself after this day.</Trans>}
        error={step.errorOf('ask-until')}
      />
      <Field
        name="ask-reason"
        label={<Trans>Reason</Trans>}
        error={step.errorOf('ask-reason')}
        maxLength={200}
        autoComplete="off"
      />
      <Button type="submit" pending={step.pending}>
        <Trans>Ask for this role for {person.name}</Trans>
      </Button>
    </form>
  );
};

/** Asks for a role; the role begins when a second person has approved it. */
export const AskRole = ({ person }: { person: StaffMember }) => {
  const [state, setState] = useState<'idle' | 'open' | 'waiting' | 'approved'>('idle');
  if (state === 'open') return <Form person={person} onDone={setState} />;
  return (
    <>
      {state === 'waiting' ? (
        <Notice tone="ok" live className="mt-2">
          <p>
            <Trans>Asked. The role begins when another administrator or the privacy officer approves it.</Trans>
          </p>
        </Notice>
      ) : null}
      {state === 'approved' ? (
        <Notice tone="warn" live className="mt-2">
          <p>
            <Trans>The role is given. Nobody else can approve here yet, so you stood for both.</Trans>
          </p>
        </Notice>
      ) : null}
      <Button look="secondary" className="mt-3" onClick={() => setState('open')}>
        <Trans>Give a role</Trans>
      </Button>
    </>
  );
};
