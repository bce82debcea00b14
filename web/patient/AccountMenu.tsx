import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { ChevronDown, Eye, KeyRound, LogOut, User } from 'lucide-react';
import { useState } from 'react';
import { signOut, useSession } from '../lib/session.ts';
import { LazyMenu } from '../ui/LazyMenu.tsx';
import type { MenuEntry } from '../ui/MenuPopover.tsx';
import type { CurrentPatient } from '../lib/current-patient.ts';

const initialsOf = (name: string): string => {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.[0] ?? '')
    .join('')
    .toUpperCase();
};

type Props = { current: CurrentPatient | undefined; onChoosePatient: (patient: CurrentPatient) => void };

export const AccountMenu = ({ current, onChoosePatient }: Props) => {
  const { t } = useLingui();
  const session = useSession();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [hasFailed, setHasFailed] = useState(false);
  const others = session.patients.filter((patient) => patient.id !== current?.id);
  const entries: MenuEntry[] = [
    ...others.map((patient) => ({
      id: patient.id,
      text: patient.name,
      label: (
        <>
          <User aria-hidden size={18} />
          <span>
            {patient.relationship === 'self' ? (
              <Trans>My own record</Trans>
            ) : (
              <Trans>View the record of {patient.name}</Trans>
            )}
          </span>
        </>
      ),
      onAction: () => {
        onChoosePatient(patient);
        void navigate({ to: '/' });
      },
    })),
    ...(current?.relationship === 'self'
      ? [
          {
            id: 'who-saw',
            text: t`Who saw my record`,
            label: (
              <>
                <Eye aria-hidden size={18} />
                <span>
                  <Trans>Who saw my record</Trans>
                </span>
              </>
            ),
            onAction: () => void navigate({ to: '/who-saw' }),
          },
        ]
      : []),
    {
      id: 'sign-ins',
      text: t`My sign-ins`,
      label: (
        <>
          <KeyRound aria-hidden size={18} />
          <span>
            <Trans>My sign-ins</Trans>
          </span>
        </>
      ),
      onAction: () => void navigate({ to: '/sign-ins' }),
    },
    {
      id: 'sign-out',
      text: t`Sign out`,
      apart: true,
      label: (
        <>
          <LogOut aria-hidden size={18} />
          <span>
            <Trans>Sign out</Trans>
          </span>
        </>
      ),
      onAction: () => void signOut(queryClient, '/signed-out').catch(() => setHasFailed(true)),
    },
  ];
  const firstName = session.name.split(/\s+/)[0] ?? session.name;
  return (
    <>
      {hasFailed ? (
        <p
          role="alert"
          className="fixed inset-x-4 top-4 z-30 rounded-control border border-bad bg-surface px-4 py-3 font-semibold text-bad"
        >
          <Trans>You are still signed in: we could not reach the server. Try again.</Trans>
        </p>
      ) : null}
      <LazyMenu
        label={t`Account of ${session.name}`}
        entries={entries}
        trigger={
          <>
            <span
              aria-hidden
              className="grid size-9 place-items-center rounded-full bg-brand-soft text-sm font-bold text-brand"
            >
              {initialsOf(session.name)}
            </span>
            <span aria-hidden className="hidden sm:inline">
              {firstName}
            </span>
            <ChevronDown aria-hidden size={18} />
          </>
        }
      />
    </>
  );
};
