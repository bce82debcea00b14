import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useMemo } from 'react';
import { PartsProvider, type Parts } from '../lib/parts.ts';
import { useRoleNames } from '../lib/role-names.ts';
import { SessionProvider, sessionQuery, signOut, useSession, type Session } from '../lib/session.ts';
import { useSessionWatch } from '../lib/session-watch.ts';
import { Brand } from '../ui/frame/Brand.tsx';
import { DemoBanner } from '../ui/frame/DemoBanner.tsx';
import { LanguageSwitch } from '../ui/frame/LanguageSwitch.tsx';
import { SkipLink } from '../ui/frame/SkipLink.tsx';
import { hasTasks, mayChangeSettings, mayOpenCharts } from './duties.ts';
import { Keys } from './Keys.tsx';
import { Rail } from './Rail.tsx';
import { useShortcuts } from './shortcuts.ts';
import { StaffMenu } from './StaffMenu.tsx';
import { useGroups } from './use-groups.tsx';

const TimeoutDialog = lazy(() =>
  import('../ui/TimeoutDialog.tsx').then((module) => ({ default: module.TimeoutDialog })),
);
const ShortcutSheet = lazy(() => import('./ShortcutSheet.tsx').then((module) => ({ default: module.ShortcutSheet })));

const OutboxBar = lazy(() =>
  import('#features/records/web/staff/comments/OutboxBar.tsx').then((module) => ({ default: module.OutboxBar })),
);

const AlertsStrip = lazy(() =>
  import('#features/critical/web/staff/AlertsStrip.tsx').then((module) => ({ default: module.AlertsStrip })),
);
const parts: Parts = {
  EarlierValue: lazy(() =>
    import('#features/critical/web/shared/CorrectedValue.tsx').then((module) => ({ default: module.CorrectedValue })),
  ),
  ReachPatient: lazy(() =>
    import('#features/records/web/staff/chart/ReachPatient.tsx').then((module) => ({ default: module.ReachPatient })),
  ),
};
const DeputyWarning = lazy(() =>
  import('#features/critical/web/staff/DeputyWarning.tsx').then((module) => ({ default: module.DeputyWarning })),
);

/** What no page may hide: critical results that wait, and that nobody is named to answer for them. */
const Loud = ({ session }: { session: Session }) => (
  <Suspense>
    {mayOpenCharts(session.role) ? <AlertsStrip /> : null}
    {mayChangeSettings(session.role) ? <DeputyWarning /> : null}
  </Suspense>
);

/** Work lists at the side; list, chart and facts beside them. */
const Frame = ({ session }: { session: Session }) => {
  const { t } = useLingui();
  const roleNames = useRoleNames();
  const groups = useGroups();
  const places = groups.flatMap(({ entries }) =>
    entries.flatMap(({ key, to, label }) => (key ? [{ key, to, label }] : [])),
  );
  const named = places.map(({ key, to }) => `${key}${to}`).join();
  // The same keys go to the same pages: a new count is no reason to listen anew.
  const jumps = useMemo(() => places.map(({ key, to }) => ({ key, to })), [named]);
  const { isSheetOpen, setSheetOpen } = useShortcuts(jumps);
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[13.5rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
      <div className="lg:col-start-2 lg:row-start-1">
        <SkipLink />
        {session.demo ? <DemoBanner /> : null}
        <Loud session={session} />
      </div>
      <header className="screen-only space-y-2 border-line bg-sunken p-2.5 max-lg:border-b lg:sticky lg:top-0 lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:flex lg:h-dvh lg:flex-col lg:gap-5 lg:space-y-0 lg:overflow-y-auto lg:border-r lg:p-3">
        <div className="flex items-center justify-between gap-2 lg:px-1">
          <Brand name={session.clinic.name} />
          <div className="flex items-center gap-1 lg:hidden">
            <LanguageSwitch />
            <StaffMenu />
          </div>
        </div>
        <Rail groups={groups} label={t`Main`} />
        <div className="mt-auto hidden flex-col items-start gap-1 lg:flex">
          <button
            type="button"
            className="flex min-h-9 items-center gap-2 rounded-control px-2.5 text-sm text-ink-2 hover:text-ink"
            onClick={() => setSheetOpen(true)}
          >
            <Keys keys={['?']} /> <Trans>Keys</Trans>
          </button>
          <LanguageSwitch />
          <StaffMenu />
          <p className="px-1 text-sm text-ink-2">{roleNames[session.role]}</p>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="min-w-0 p-4 pb-24 outline-none md:px-6 md:pb-24 lg:col-start-2 print:p-0"
      >
        <PartsProvider value={parts}>
          <Outlet />
        </PartsProvider>
      </main>
      {mayOpenCharts(session.role) ? (
        <Suspense>
          <OutboxBar />
        </Suspense>
      ) : null}
      {isSheetOpen ? (
        <Suspense>
          <ShortcutSheet
            jumps={places}
            hasCharts={mayOpenCharts(session.role)}
            hasTasks={hasTasks(session.role)}
            onClose={() => setSheetOpen(false)}
          />
        </Suspense>
      ) : null}
    </div>
  );
};

const Watched = () => {
  const session = useSession();
  const queryClient = useQueryClient();
  const watch = useSessionWatch(session, '/staff/timed-out');
  if (watch.warnUntilMs === undefined) return null;
  return (
    <Suspense>
      <TimeoutDialog
        untilMs={watch.warnUntilMs}
        isAbsolute={watch.isAbsolute}
        onStay={watch.extend}
        onSignOut={() => signOut(queryClient, '/staff/signed-out')}
      />
    </Suspense>
  );
};

/** The frame of the staff console. */
export const Shell = () => {
  const session = useSuspenseQuery(sessionQuery).data;
  return (
    <SessionProvider value={session}>
      <Frame session={session} />
      <Watched />
    </SessionProvider>
  );
};
