import { useQueryClient } from '@tanstack/react-query';
import { Trans, useLingui } from '@lingui/react/macro';
import { ChevronDown, LogOut, Repeat } from 'lucide-react';
import { useState } from 'react';
import { switchRole, type Role } from '#features/identity/session/contract.ts';
import { call, CallError } from '../lib/client.ts';
import { useRoleNames } from '../lib/role-names.ts';
import { leave, signOut, tellTabs, useSession } from '../lib/session.ts';
import { LazyMenu } from '../ui/LazyMenu.tsx';
import type { MenuEntry } from '../ui/MenuPopover.tsx';
import { mayOpenCharts } from './duties.ts';

/** Comments within their ten seconds are sent first; what cannot be sent keeps the session open. */
const finishWork = async (role: Role): Promise<void> => {
  if (!mayOpenCharts(role)) return;
  const { sendAll } = await import('#features/records/web/staff/comments/outbox.ts');
  if (!(await sendAll())) throw new CallError('offline');
};

/** Who is at work here: other roles of the same person, and the way out. */
export const StaffMenu = () => {
  const { t } = useLingui();
  const session = useSession();
  const roleNames = useRoleNames();
  const queryClient = useQueryClient();
  const [hasFailed, setHasFailed] = useState(false);
  const workAs = async (role: Role): Promise<void> => {
    await finishWork(session.role);
    await call(switchRole, { body: { role } });
    tellTabs('ended');
    leave(queryClient, role === 'patient' || role === 'trusted_person' ? '/' : '/staff');
  };
  const otherRoles: MenuEntry[] = session.roles
    .filter((role) => role !== session.role)
    .map((role) => {
      const name = roleNames[role];
      return {
        id: role,
        text: t`Go on as: ${name}`,
        icon: Repeat,
        onAction: () => void workAs(role).catch(() => setHasFailed(true)),
      };
    });
  const entries: MenuEntry[] = [
    ...otherRoles,
    {
      id: 'sign-out',
      text: t`Sign out`,
      apart: otherRoles.length > 0,
      icon: LogOut,
      onAction: () =>
        void finishWork(session.role)
          .then(() => signOut(queryClient, '/staff/signed-out'))
          .catch(() => setHasFailed(true)),
    },
  ];
  return (
    <>
      {hasFailed ? (
        <p role="alert" className="font-semibold text-bad">
          <Trans>That did not work. Check your internet connection and try again.</Trans>
        </p>
      ) : null}
      <LazyMenu
        label={t`Account of ${session.name}`}
        entries={entries}
        trigger={
          <>
            <span aria-hidden className="max-w-36 truncate pl-3">
              {session.name}
            </span>
            <ChevronDown aria-hidden size={16} />
          </>
        }
      />
    </>
  );
};
