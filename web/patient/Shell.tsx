import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { Eye, FlaskConical, House, type LucideIcon } from 'lucide-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { SessionProvider, sessionQuery, signOut, type Session } from '../lib/session.ts';
import { useSessionWatch } from '../lib/session-watch.ts';
import { Brand } from '../ui/frame/Brand.tsx';
import { DemoBanner } from '../ui/frame/DemoBanner.tsx';
import { LanguageSwitch } from '../ui/frame/LanguageSwitch.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SkipLink } from '../ui/frame/SkipLink.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { firstPatient, PatientProvider, rememberPatient, type CurrentPatient } from '../lib/current-patient.ts';

const TimeoutDialog = lazy(() =>
  import('../ui/TimeoutDialog.tsx').then((module) => ({ default: module.TimeoutDialog })),
);

const PrintHeader = lazy(() =>
  import('#features/records/web/shared/PrintHeader.tsx').then((module) => ({ default: module.PrintHeader })),
);

const RenewalNotice = lazy(() =>
  import('#features/identity/web/patient/RenewalNotice.tsx').then((module) => ({ default: module.RenewalNotice })),
);

type Tab = { to: string; icon: LucideIcon; label: ReactNode; exact?: boolean };

const tabClass =
  'group flex items-center justify-center gap-2 text-ink no-underline hover:text-brand ' +
  'flex-col gap-1 px-1 py-2 text-center text-[0.8125rem] leading-tight md:flex-row md:px-1 md:py-4 md:text-base ' +
  'border-t-[3px] border-transparent md:border-t-0 md:border-b-[3px] ' +
  'forced:border-[color:Canvas] aria-[current=page]:border-brand forced:aria-[current=page]:border-[color:Highlight] aria-[current=page]:font-semibold aria-[current=page]:text-brand';

const Tabs = ({ tabs, label }: { tabs: readonly Tab[]; label: string }) => (
  <nav
    aria-label={label}
    className="screen-only fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:static md:z-auto md:border-t-0 md:pb-0"
  >
    <ul className="mx-auto grid max-w-page auto-cols-fr grid-flow-col md:flex md:gap-8 md:px-6">
      {tabs.map(({ to, icon: Icon, label: text, exact }) => (
        <li key={to}>
          <Link to={to} activeOptions={{ exact: exact ?? false }} className={tabClass}>
            <Icon aria-hidden size={21} strokeWidth={1.75} />
            <span>{text}</span>
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);

/** What must be known on every page: whose record it is when not one's own, and that the sign-in is new. */
const Standing = ({ patient, session }: { patient: CurrentPatient | undefined; session: Session }) => (
  <>
    {patient && patient.relationship !== 'self' ? (
      <p className="screen-only mb-4 rounded-control bg-accent-soft px-4 py-2.5 font-semibold text-ink forced:border">
        <Trans>You are viewing the record of {patient.name}</Trans>
      </p>
    ) : null}
    {session.factorsReplacedAt ? (
      <Notice tone="warn" className="screen-only mb-4">
        <p>
          <Trans>
            Your sign-in was set up anew in the last days. If that was not you, call us now: {session.clinic.phone}
          </Trans>
        </p>
      </Notice>
    ) : null}
  </>
);

type Patient = ReturnType<typeof firstPatient>;

/** The clinic, the language, the account and where one can go. */
const TopBar = (props: { session: Session; patient: Patient; choose: (patient: Patient) => void }) => {
  const { session, patient, choose } = props;
  const { t } = useLingui();
  const isOwn = patient?.relationship === 'self';
  const tabs: Tab[] = [
    { to: '/', icon: House, label: <Trans>Home</Trans>, exact: true },
    { to: '/results', icon: FlaskConical, label: <Trans>Results</Trans> },
    ...(isOwn ? [{ to: '/who-saw', icon: Eye, label: <Trans>Who saw my record</Trans> }] : []),
  ];
  return (
    <header className="screen-only border-b border-line bg-surface">
      <div className="mx-auto flex min-h-16 max-w-page items-center justify-between gap-2 px-4 md:px-6">
        <Brand name={session.clinic.name} />
        <div className="flex shrink-0 items-center gap-1 md:gap-4">
          <LanguageSwitch />
          <AccountMenu
            current={patient}
            onChoosePatient={(next) => {
              rememberPatient(next.id);
              choose(next);
            }}
          />
        </div>
      </div>
      <Tabs tabs={tabs} label={t`Main`} />
    </header>
  );
};

/** The frame of a signed-in patient page: whose record, where to go, and the watch on the session. */
export const Shell = () => {
  const queryClient = useQueryClient();
  const session = useSuspenseQuery(sessionQuery).data;
  const [patient, setPatient] = useState(() => firstPatient(session));
  const path = useLocation({ select: (location) => location.pathname });
  const watch = useSessionWatch(session, '/timed-out');
  // Stays once it was shown, so that "stopped" can be read.
  const [wasAsked, setWasAsked] = useState(false);
  if (session.renewalAsked && !wasAsked) setWasAsked(true);
  return (
    <SessionProvider value={session}>
      <PatientProvider value={patient}>
        <div className="min-h-dvh pb-24 md:pb-12 print:pb-0">
          <SkipLink />
          {session.demo ? <DemoBanner /> : null}
          <TopBar session={session} patient={patient} choose={setPatient} />
          <main
            id="main"
            tabIndex={-1}
            className="mx-auto max-w-page px-4 py-6 outline-none md:px-6 md:py-10 print:p-0"
          >
            <Standing patient={patient} session={session} />
            {wasAsked ? (
              <Suspense>
                <RenewalNotice session={session} />
              </Suspense>
            ) : null}
            {patient ? (
              <>
                <Suspense>
                  <PrintHeader patientId={patient.id} name={patient.name} looksUp={path !== '/sign-ins'} />
                </Suspense>
                <Outlet />
              </>
            ) : (
              <Notice tone="warn" title={<Trans>No record is open to you</Trans>}>
                <p>
                  <Trans>Your account is not linked to a record. Call us: {session.clinic.phone}</Trans>
                </p>
              </Notice>
            )}
          </main>
        </div>
        {watch.warnUntilMs === undefined ? null : (
          <Suspense>
            <TimeoutDialog
              untilMs={watch.warnUntilMs}
              isAbsolute={watch.isAbsolute}
              onStay={watch.extend}
              onSignOut={() => signOut(queryClient, '/signed-out')}
            />
          </Suspense>
        )}
      </PatientProvider>
    </SessionProvider>
  );
};
