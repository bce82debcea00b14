import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ResultOf } from '#platform/contract.ts';
import { typedIn } from '../../../../web/lib/form.ts';
import { call, CallError } from '../../../../web/lib/client.ts';
import { useRoleNames } from '../../../../web/lib/role-names.ts';
import { useSession } from '../../../../web/lib/session.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { ErrorSummary } from '../../../../web/ui/ErrorSummary.tsx';
import { Field, FieldError } from '../../../../web/ui/Field.tsx';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';
import { inviteStaff, staffRoles } from '../../contract.ts';
import { useRefusals } from '../shared/refusals.tsx';
import { useStep } from '../shared/use-step.ts';
import { approvalWords } from './approval-words.tsx';
import { Letter } from './Letter.tsx';

type StaffRole = (typeof staffRoles)[number];
type Made = { invited: ResultOf<typeof inviteStaff>; name: string };

/** Administrator: an invitation for a colleague, with the role it gives. */
export const InviteStaffPage = () => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const roleNames = useRoleNames();
  const wordsFor = useRefusals();
  const [made, setMade] = useState<Made>();
  const step = useStep({
    check: (form) => [
      ...(typedIn(form, 'full-name').trim()
        ? []
        : [{ field: 'full-name', message: <Trans>Enter the person's name</Trans> }]),
      ...(/^\S+@\S+\.\S+$/.test(typedIn(form, 'email').trim())
        ? []
        : [{ field: 'email', message: <Trans>Enter an e-mail address, like name@example.com</Trans> }]),
      ...(typedIn(form, 'role') ? [] : [{ field: 'role', message: <Trans>Choose a role</Trans> }]),
    ],
    act: async (form) => {
      const name = typedIn(form, 'full-name').trim();
      const email = typedIn(form, 'email').trim();
      const role = typedIn(form, 'role') as StaffRole;
      setMade({ invited: await call(inviteStaff, { body: { name, email, role } }), name });
    },
    refused: (error) =>
      wordsFor(error, {
        conflict:
          error instanceof CallError && error.fields.includes('body.email')
            ? {
                field: 'email',
                message: <Trans>This name belongs to somebody's own account. Invite with a work address.</Trans>,
              }
            : {
                field: 'role',
                message: approvalWords(error) ?? (
                  <Trans>An administrator cannot also hold a role that opens charts or message keys.</Trans>
                ),
              },
        invalid: { field: 'email', message: <Trans>Enter an e-mail address, like name@example.com</Trans> },
      }),
  });
  return (
    <>
      <div className="screen-only">
        <ErrorSummary problems={step.problems} />
        <PageHeading title={t`Invite staff`} clinic={clinic.name}>
          <Trans>Invite staff</Trans>
        </PageHeading>
      </div>
      {made ? (
        <Letter invited={made.invited} name={made.name} isPatient={false} />
      ) : (
        <form noValidate className="max-w-xl space-y-5" onSubmit={step.submit}>
          <Field
            name="full-name"
            label={<Trans>Name</Trans>}
            hint={<Trans>Patients read this name in their log.</Trans>}
            error={step.errorOf('full-name')}
            autoComplete="off"
          />
          <Field
            name="email"
            type="email"
            label={<Trans>E-mail address</Trans>}
            error={step.errorOf('email')}
            autoComplete="off"
          />
          <div>
            <label htmlFor="role" className="mb-1 block font-semibold">
              <Trans>Role</Trans>
            </label>
            {step.errorOf('role') ? <FieldError id="role-error">{step.errorOf('role')}</FieldError> : null}
            <select
              id="role"
              name="role"
              defaultValue=""
              aria-invalid={step.errorOf('role') ? true : undefined}
              aria-describedby={step.errorOf('role') ? 'role-error' : undefined}
              className="min-h-9 w-full rounded-control border border-control bg-surface px-2.5"
            >
              <option value="">{t`Choose a role`}</option>
              {staffRoles.map((role) => (
                <option key={role} value={role}>
                  {roleNames[role]}
                </option>
              ))}
            </select>
          </div>
          <Button type="submit" pending={step.pending}>
            <Trans>Make the invitation</Trans>
          </Button>
        </form>
      )}
    </>
  );
};
