import { useQueryClient } from '@tanstack/react-query';
import { Trans, useLingui } from '@lingui/react/macro';
import { Check } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { call } from '../../../../web/lib/client.ts';
import { useRoleNames } from '../../../../web/lib/role-names.ts';
import { leave, tellTabs, useSession } from '../../../../web/lib/session.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';
import { Pill } from '../../../../web/ui/Pill.tsx';
import { switchRole, type Role } from '../../session/contract.ts';

const what: Record<Role, ReactNode> = {
  patient: <Trans>Your own record</Trans>,
  trusted_person: <Trans>Records of people who trust you</Trans>,
  clinician: <Trans>Charts of your patients, results to comment on, critical values</Trans>,
  nurse: <Trans>Charts of your patients, results to comment on, tasks</Trans>,
  front_desk: <Trans>Who a patient is, invitations, tasks of the desk. No chart.</Trans>,
  billing: <Trans>Who a patient is, and tasks of billing. No chart.</Trans>,
  records_officer: <Trans>Changes, copies and disclosures of records</Trans>,
  privacy_officer: <Trans>The access log, and roles to approve. No chart.</Trans>,
  administrator: <Trans>Accounts of staff and settings. No chart, and no patient.</Trans>,
};

/** One role is active at a time: which one, and how to go on in another. */
export const RolePage = () => {
  const { t } = useLingui();
  const session = useSession();
  const roleNames = useRoleNames();
  const queryClient = useQueryClient();
  const [pending, setPending] = useState<Role>();
  const [hasFailed, setHasFailed] = useState(false);
  const workAs = (role: Role) => {
    setPending(role);
    setHasFailed(false);
    call(switchRole, { body: { role } })
      .then(() => {
        tellTabs('ended');
        return leave(queryClient, role === 'patient' || role === 'trusted_person' ? '/' : '/staff');
      })
      .catch(() => {
        setPending(undefined);
        setHasFailed(true);
      });
  };
  return (
    <div className="max-w-2xl">
      <PageHeading
        title={t`My roles`}
        clinic={session.clinic.name}
        lead={
          <Trans>One role is active at a time. Changing it closes what is open in every tab of this browser.</Trans>
        }
      >
        <Trans>My roles</Trans>
      </PageHeading>
      {hasFailed ? (
        <p role="alert" className="mb-3 font-semibold text-bad">
          <Trans>That did not work. Check your internet connection and try again.</Trans>
        </p>
      ) : null}
      <ul className="rounded-card border border-line bg-surface">
        {session.roles.map((role) => (
          <li
            key={role}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line px-4 py-3 first:border-t-0"
          >
            <div className="min-w-0">
              <p className="font-semibold">{roleNames[role]}</p>
              <p className="text-sm text-ink-2">{what[role]}</p>
            </div>
            {role === session.role ? (
              <Pill tone="ok" icon={Check}>
                <Trans>Active now</Trans>
              </Pill>
            ) : (
              <Button look="secondary" pending={pending === role} onClick={() => workAs(role)}>
                <Trans>Go on as: {roleNames[role]}</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
