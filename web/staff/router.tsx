import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import type { Role } from '#features/identity/contract.ts';
import { CallError } from '../lib/client.ts';
import { pagePart } from '../lib/page-part.ts';
import { sessionQuery, welcomeQuery } from '../lib/session.ts';
import { RootProblem, RouteProblem } from '../ui/frame/RouteProblem.tsx';
import { PublicShell } from '../ui/frame/PublicShell.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import {
  hasTasks,
  mayChangeSettings,
  mayFindPatients,
  mayInvitePatients,
  mayInviteStaff,
  mayKnowStaff,
  mayOpenCharts,
  mayOpenPatients,
  mayReviewLog,
} from './duties.ts';
import { endedUnasked, rememberWork } from './was-here.ts';

type Context = { queryClient: QueryClient };

const root = createRootRouteWithContext<Context>()({
  notFoundComponent: lazyRouteComponent(
    pagePart(() => import('../ui/frame/NotFound.tsx')),
    'NotFound',
  ),
  errorComponent: RootProblem,
});

const open = createRoute({
  getParentRoute: () => root,
  id: 'open',
  component: PublicShell,
  loader: ({ context }) => {
    endedUnasked();
    return context.queryClient.ensureQueryData(welcomeQuery);
  },
});

/** On its way while the session is asked for: the sign-in page does without it. */
const frame = pagePart(() => import('./frame.ts'));

/** Everything behind it needs a live session in a staff role. */
const own = createRoute({
  getParentRoute: () => root,
  id: 'own',
  component: lazyRouteComponent(frame, 'Shell'),
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery).catch((error: unknown) => {
      if (error instanceof CallError && error.kind === 'unauthenticated')
        redirect({ to: endedUnasked() ? '/timed-out' : '/sign-in', replace: true, throw: true });
      throw error;
    });
    if (session.role === 'patient' || session.role === 'trusted_person') {
      location.replace('/');
      await new Promise(() => {});
    }
    rememberWork();
    return { role: session.role };
  },
});

/** A page of other roles leads to the caller's own first page. The server refuses its data anyway. */
const only =
  (may: (role: Role) => boolean) =>
  ({ context }: { context: { role: Role } }): void => {
    if (!may(context.role)) redirect({ to: '/', replace: true, throw: true });
  };

/** A module of screens, loaded when one of them is first opened. */
type Screens<M> = () => Promise<M>;

const door = <const P extends string, M>(path: P, screens: Screens<M>, name: keyof M & string) =>
  createRoute({ getParentRoute: () => open, path, component: lazyRouteComponent(screens as never, name as never) });

const identity = pagePart(() => import('#features/identity/web/staff/pages.ts'));
const publicPages = [
  door('/sign-in', identity, 'SignInPage'),
  door('/enrol', identity, 'EnrolPage'),
  createRoute({
    getParentRoute: () => open,
    path: '/enroll',
    beforeLoad: () => {
      redirect({ to: '/enrol', replace: true, throw: true });
    },
  }),
  door('/recover', identity, 'RecoverPage'),
  door('/signed-out', identity, 'SignedOutPage'),
  door('/timed-out', identity, 'TimedOutPage'),
];

const everybody = (): boolean => true;
const page = <const P extends string, M>(
  path: P,
  may: (role: Role) => boolean,
  screens: Screens<M>,
  name: keyof M & string,
) =>
  createRoute({
    getParentRoute: () => own,
    path,
    beforeLoad: only(may),
    component: lazyRouteComponent(screens as never, name as never),
  });

const patient = page(
  '/patients/$patientId',
  mayOpenPatients,
  pagePart(() => import('#features/records/web/staff/chart/pages.ts')),
  'PatientFrame',
);
/** A role that opens no charts is told so where it sees who the patient is. */
const chartsOnly = ({ context, params }: { context: { role: Role }; params: { patientId?: string } }): void => {
  if (!mayOpenCharts(context.role)) redirect({ to: `/patients/${params.patientId}`, replace: true, throw: true });
};
/** A part of the chart; the desk and billing stay at who the patient is. */
const part = <const P extends string, M>(path: P, screens: Screens<M>, name: keyof M & string) =>
  createRoute({
    getParentRoute: () => patient,
    path,
    ...(path === '/' ? {} : { beforeLoad: chartsOnly }),
    component: lazyRouteComponent(screens as never, name as never),
  });
const parts = pagePart(() => import('#features/records/web/staff/chart/parts.ts'));
const summary = pagePart(() => import('#features/records/web/staff/chart/summary.ts'));
const results = pagePart(() => import('#features/records/web/staff/chart/results.ts'));
const resultsPart = part('results', results, 'ResultsPart');
const chartPages = [
  part('/', summary, 'SummaryPart'),
  resultsPart.addChildren([
    createRoute({
      getParentRoute: () => resultsPart,
      path: '/',
      component: lazyRouteComponent(results, 'FirstResult'),
    }),
    createRoute({
      getParentRoute: () => resultsPart,
      path: '$id',
      component: lazyRouteComponent(results, 'ChosenResult'),
    }),
  ]),
  part('vitals', summary, 'VitalsPart'),
  part('medicines', parts, 'MedicinesPart'),
  part('conditions', parts, 'ConditionsPart'),
  part('allergies', parts, 'AllergiesPart'),
  part('immunizations', parts, 'ImmunizationsPart'),
  part('visits', parts, 'VisitsPart'),
  part('notes', parts, 'NotesPart'),
  part('notes/$noteId', parts, 'NotePart'),
  part(
    'more',
    pagePart(() => import('#features/records/web/staff/chart/more.ts')),
    'MorePart',
  ),
];

const account = pagePart(() => import('#features/identity/web/staff/account.ts'));
const frontDesk = pagePart(() => import('#features/identity/web/staff/desk/pages.ts'));
const people = pagePart(() => import('#features/identity/web/staff/people/pages.ts'));
const critical = pagePart(() => import('#features/critical/web/staff/pages.ts'));
const settings = pagePart(() => import('#features/critical/web/staff/settings.ts'));
const finding = pagePart(() => import('#features/records/web/staff/pages.ts'));
const comments = pagePart(() => import('#features/records/web/staff/comments/pages.ts'));
const tasks = pagePart(() => import('#features/tasks/web/staff/pages.ts'));
const log = pagePart(() => import('#features/audit/web/staff/pages.ts'));
const ownPages = [
  createRoute({ getParentRoute: () => own, path: '/', component: lazyRouteComponent(frame, 'FirstPage') }),
  page('/find', mayFindPatients, finding, 'FindPatientPage'),
  patient.addChildren(chartPages),
  page('/comments', mayOpenCharts, comments, 'CommentsPage'),
  page('/tasks', hasTasks, tasks, 'TasksPage'),
  page('/alerts', mayOpenCharts, critical, 'AlertsPage'),
  page('/corrected', mayOpenCharts, critical, 'CorrectedPage'),
  page('/settings/critical', mayChangeSettings, settings, 'CriticalSettingsPage'),
  page('/invite/$patientId', mayInvitePatients, account, 'InvitePatientPage'),
  page('/invite/$patientId/desk', mayInvitePatients, frontDesk, 'DeskSetUpPage'),
  page('/invite-list', mayInvitePatients, frontDesk, 'InviteListPage'),
  page('/invite-staff', mayInviteStaff, account, 'InviteStaffPage'),
  page('/people', mayKnowStaff, people, 'PeoplePage'),
  page('/people/$accountId', mayKnowStaff, people, 'PeoplePage'),
  page('/approvals', mayKnowStaff, people, 'ApprovalsPage'),
  page('/log', mayReviewLog, log, 'LogPage'),
  page('/role', everybody, account, 'RolePage'),
  page('/sign-ins', everybody, account, 'SignInsPage'),
];

export const createStaffRouter = (queryClient: QueryClient) =>
  createRouter({
    basepath: '/staff',
    routeTree: root.addChildren([open.addChildren(publicPages), own.addChildren(ownPages)]),
    context: { queryClient },
    defaultPendingComponent: Waiting,
    defaultPendingMs: 300,
    defaultErrorComponent: RouteProblem,
    scrollRestoration: true,
  });
