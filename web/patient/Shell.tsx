import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { Trans } from '@lingui/react/macro';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { BackToRecord } from '#features/records/web/patient/BackToRecord.tsx';
import { SessionProvider, sessionQuery, signOut, type Session } from '../lib/session.ts';
import { PartsProvider, type Parts } from '../lib/parts.ts';
import { useSessionWatch } from '../lib/session-watch.ts';
import { ActingForBanner } from '../ui/ActingForBanner.tsx';
import { DemoBanner } from '../ui/frame/DemoBanner.tsx';
import { Notice } from '../ui/Notice.tsx';
import { OfflineLine } from '../ui/OfflineLine.tsx';
import { SkipLink } from '../ui/frame/SkipLink.tsx';
import { firstPatient, PatientProvider, type CurrentPatient } from '../lib/current-patient.ts';
import { isClosed } from './closed.ts';
import { ClosedPage } from './ClosedPage.tsx';
import { TopBar } from './TopBar.tsx';

const TimeoutDialog = lazy(() =>
  import('../ui/TimeoutDialog.tsx').then((module) => ({ default: module.TimeoutDialog })),
);

const PrintHeader = lazy(() =>
  import('#features/records/web/shared/PrintHeader.tsx').then((module) => ({ default: module.PrintHeader })),
);

/** What pages show of other features. */
const parts: Parts = {
  HomeNotices: lazy(() =>
    import('#features/critical/web/patient/CorrectedNotices.tsx').then((module) => ({
      default: module.CorrectedNotices,
    })),
  ),
  EarlierValue: lazy(() =>
    import('#features/critical/web/shared/CorrectedValue.tsx').then((module) => ({ default: module.CorrectedValue })),
  ),
};

/** Pages of other features, reached from the record or the account menu. */
const withoutWayBack = ['/who-saw', '/sign-ins'];

const RenewalNotice = lazy(() =>
  import('#features/identity/web/patient/RenewalNotice.tsx').then((module) => ({ default: module.RenewalNotice })),
);

/** What must be known on every page: whose record it is when not one's own, and that the sign-in is new. */
const Standing = ({ patient, session }: { patient: CurrentPatient | undefined; session: Session }) => (
  <>
    {patient && patient.relationship !== 'self' ? <ActingForBanner name={patient.name} className="mb-4" /> : null}
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

/** The frame of a signed-in patient page: whose record, where to go, and the watch on the session. */
export const Shell = ({ children }: { children?: ReactNode }) => {
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
            <OfflineLine phone={session.clinic.phone} />
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
                <PartsProvider value={parts}>
                  {withoutWayBack.includes(path) ? <BackToRecord /> : null}
                  {children ?? (isClosed(patient, path) ? <ClosedPage patient={patient} /> : <Outlet />)}
                </PartsProvider>
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
