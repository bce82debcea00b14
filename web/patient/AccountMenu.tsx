import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { ChevronDown, Eye, Hourglass, IdCard, KeyRound, LogOut, User } from 'lucide-react';
import { useState } from 'react';
import { signOut, useSession, type Session } from '../lib/session.ts';
import { LazyMenu } from '../ui/LazyMenu.tsx';
import type { MenuEntry } from '../ui/MenuPopover.tsx';
import type { CurrentPatient } from '../lib/current-patient.ts';

/** First name and family name. Spanish names end with two family names, of which the first is the one in use. */
const initialsOf = (name: string, language: Session['language']): string => {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const family = words.length > 1 ? words.at(language === 'es' && words.length > 2 ? -2 : -1) : undefined;
  return [words[0], family]
    .map((word) => word?.[0] ?? '')
    .join('')
    .toUpperCase();
};

type Props = { current: CurrentPatient | undefined; onChoosePatient: (patient: CurrentPatient) => void };

const useEntries = ({ current, onChoosePatient }: Props, onFailedSignOut: () => void): MenuEntry[] => {
  const { t } = useLingui();
  const session = useSession();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const go = (to: string) => () => void navigate({ to });
  const others = session.patients.filter((patient) => patient.id !== current?.id);
  return [
    ...others.map((patient) => ({
      id: patient.id,
      icon: User,
      text: patient.relationship === 'self' ? t`My own record` : t`View the record of ${patient.name}`,
      onAction: () => {
        onChoosePatient(patient);
        void navigate({ to: '/' });
      },
    })),
    ...(current?.relationship === 'self'
      ? [
          { id: 'account', icon: IdCard, text: t`Name and contact`, onAction: go('/account') },
          { id: 'timing', icon: Hourglass, text: t`When results open`, onAction: go('/account/timing') },
          { id: 'who-saw', icon: Eye, text: t`Who saw my record`, onAction: go('/who-saw') },
        ]
      : []),
    { id: 'sign-ins', icon: KeyRound, text: t`My sign-ins`, onAction: go('/sign-ins') },
    {
      id: 'sign-out',
      icon: LogOut,
      text: t`Sign out`,
      apart: true,
      onAction: () => void signOut(queryClient, '/signed-out').catch(onFailedSignOut),
    },
  ];
};

/** Whose account this is, other records it opens, and the way out. */
export const AccountMenu = (props: Props) => {
  const { t } = useLingui();
  const session = useSession();
  const [hasFailed, setHasFailed] = useState(false);
  const entries = useEntries(props, () => setHasFailed(true));
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
              {initialsOf(session.name, session.language)}
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
