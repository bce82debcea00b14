import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { KeyRound, Search, UserPlus, type LucideIcon } from 'lucide-react';
import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { useRoleNames } from '../lib/role-names.ts';
import { SessionProvider, sessionQuery, signOut } from '../lib/session.ts';
import { useSessionWatch } from '../lib/session-watch.ts';
import { Brand } from '../ui/frame/Brand.tsx';
import { DemoBanner } from '../ui/frame/DemoBanner.tsx';
import { LanguageSwitch } from '../ui/frame/LanguageSwitch.tsx';
import { SkipLink } from '../ui/frame/SkipLink.tsx';
import { mayFindPatients, mayInviteStaff } from './duties.ts';
import { StaffMenu } from './StaffMenu.tsx';

const TimeoutDialog = lazy(() =>
  import('../ui/TimeoutDialog.tsx').then((module) => ({ default: module.TimeoutDialog })),
);

type Entry = { to: string; icon: LucideIcon; label: ReactNode };

const Side = ({ entries, label }: { entries: readonly Entry[]; label: string }) => (
  <nav aria-label={label} className="screen-only">
    <ul className="flex flex-wrap gap-1 lg:flex-col">
      {entries.map(({ to, icon: Icon, label: text }) => (
        <li key={to}>
          <Link
            to={to}
            className="flex min-h-9 items-center gap-2.5 rounded-control px-3 text-ink no-underline hover:bg-surface hover:text-ink aria-[current=page]:bg-surface aria-[current=page]:font-semibold aria-[current=page]:text-brand aria-[current=page]:shadow-card"
          >
            <Icon aria-hidden size={17} strokeWidth={1.75} />
            {text}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);

/** "/" goes to the search field, wherever there is one and nothing is being typed. */
const useSlashKey = (): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      const fields = document.querySelectorAll<HTMLElement>(
        'main input[type="search"], main form input:not([type="radio"])',
      );
      const field = [...fields].find((one) => one.offsetParent !== null);
      if (!field) return;
      event.preventDefault();
      field.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
};

/** The frame of the staff console: duties of the role at the side, the work beside them. */
export const Shell = () => {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const session = useSuspenseQuery(sessionQuery).data;
  const watch = useSessionWatch(session, '/staff/timed-out');
  const roleNames = useRoleNames();
  useSlashKey();
  const entries: Entry[] = [
    ...(mayFindPatients(session.role) ? [{ to: '/find', icon: Search, label: <Trans>Find a patient</Trans> }] : []),
    ...(mayInviteStaff(session.role)
      ? [{ to: '/invite-staff', icon: UserPlus, label: <Trans>Invite staff</Trans> }]
      : []),
    { to: '/sign-ins', icon: KeyRound, label: <Trans>My sign-ins</Trans> },
  ];
  return (
    <SessionProvider value={session}>
      <div className="min-h-dvh lg:grid lg:grid-cols-[13.5rem_1fr] lg:grid-rows-[auto_1fr]">
        <div className="lg:col-start-2 lg:row-start-1">
          <SkipLink />
          {session.demo ? <DemoBanner /> : null}
        </div>
        <header className="screen-only flex flex-wrap items-center justify-between gap-3 border-line bg-sunken p-3 lg:sticky lg:top-0 lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:h-dvh lg:flex-col lg:flex-nowrap lg:items-stretch lg:justify-start lg:border-r">
          <Brand name={session.clinic.name} />
          <Side entries={entries} label={t`Main`} />
          <div className="flex items-center gap-2 lg:mt-auto lg:flex-col lg:items-start">
            <LanguageSwitch />
            <StaffMenu />
            <p className="text-sm text-ink-2">{roleNames[session.role]}</p>
          </div>
        </header>
        <main id="main" tabIndex={-1} className="min-w-0 p-4 lg:col-start-2 outline-none md:px-6 print:p-0">
          <Outlet />
        </main>
      </div>
      {watch.warnUntilMs === undefined ? null : (
        <Suspense>
          <TimeoutDialog
            untilMs={watch.warnUntilMs}
            isAbsolute={watch.isAbsolute}
            onStay={watch.extend}
            onSignOut={() => signOut(queryClient, '/staff/signed-out')}
          />
        </Suspense>
      )}
    </SessionProvider>
  );
};
