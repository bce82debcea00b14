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
import { NotFound } from '../ui/frame/NotFound.tsx';
import { RootProblem, RouteProblem } from '../ui/frame/RouteProblem.tsx';
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
import { FirstPage } from './FirstPage.tsx';
import { PublicShell } from '../ui/frame/PublicShell.tsx';
import { Shell } from './Shell.tsx';

type Context = { queryClient: QueryClient };

const root = createRootRouteWithContext<Context>()({ notFoundComponent: NotFound, errorComponent: RootProblem });

const open = createRoute({
  getParentRoute: () => root,
  id: 'open',
  component: PublicShell,
  loader: ({ context }) => context.queryClient.ensureQueryData(welcomeQuery),
});

/** Everything behind it needs a live session in a staff role. */
const own = createRoute({
  getParentRoute: () => root,
  id: 'own',
  component: Shell,
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery).catch((error: unknown) => {
      if (error instanceof CallError && error.kind === 'unauthenticated')
        redirect({ to: '/sign-in', replace: true, throw: true });
      throw error;
    });
    if (session.role === 'patient' || session.role === 'trusted_person') {
      location.replace('/');
      await new Promise(() => {});
    }
    return { role: session.role };
  },
});

/** A page of other roles leads to the caller's own first page. The server refuses its data anyway. */
const only =
  (may: (role: Role) => boolean) =>
  ({ context }: { context: { role: Role } }): void => {
    if (!may(context.role)) redirect({ to: '/', replace: true, throw: true });
  };

const identity = pagePart(() => import('#features/identity/web/staff/pages.ts'));
const publicPages = [
  createRoute({ getParentRoute: () => open, path: '/sign-in', component: lazyRouteComponent(identity, 'SignInPage') }),
  createRoute({ getParentRoute: () => open, path: '/enrol', component: lazyRouteComponent(identity, 'EnrolPage') }),
  createRoute({
    getParentRoute: () => open,
    path: '/enroll',
    beforeLoad: () => {
      redirect({ to: '/enrol', replace: true, throw: true });
    },
  }),
  createRoute({ getParentRoute: () => open, path: '/recover', component: lazyRouteComponent(identity, 'RecoverPage') }),
  createRoute({
    getParentRoute: () => open,
    path: '/signed-out',
    component: lazyRouteComponent(identity, 'SignedOutPage'),
  }),
  createRoute({
    getParentRoute: () => open,
    path: '/timed-out',
    component: lazyRouteComponent(identity, 'TimedOutPage'),
  }),
];

const chart = pagePart(() => import('#features/records/web/staff/chart/pages.ts'));
const results = pagePart(() => import('#features/records/web/staff/chart/results.ts'));
const patient = createRoute({
  getParentRoute: () => own,
  path: '/patients/$patientId',
  beforeLoad: only(mayOpenPatients),
  component: lazyRouteComponent(chart, 'PatientFrame'),
});
const resultsPart = createRoute({
  getParentRoute: () => patient,
  path: 'results',
  beforeLoad: only(mayOpenCharts),
  component: lazyRouteComponent(results, 'ResultsPart'),
});
const part = <P extends string>(path: P, component: Exclude<keyof Awaited<ReturnType<typeof chart>>, 'PatientFrame'>) =>
  createRoute({
    getParentRoute: () => patient,
    path,
    beforeLoad: only(mayOpenCharts),
    component: lazyRouteComponent(chart, component),
  });
const chartPages = [
  createRoute({ getParentRoute: () => patient, path: '/', component: lazyRouteComponent(chart, 'SummaryPart') }),
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
  part('medicines', 'MedicinesPart'),
  part('conditions', 'ConditionsPart'),
  part('allergies', 'AllergiesPart'),
  part('immunizations', 'ImmunizationsPart'),
  part('vitals', 'VitalsPart'),
  part('visits', 'VisitsPart'),
  part('notes', 'NotesPart'),
  part('notes/$noteId', 'NotePart'),
  part('more', 'MorePart'),
];

const account = pagePart(() => import('#features/identity/web/staff/account.ts'));
const frontDesk = pagePart(() => import('#features/identity/web/staff/desk/pages.ts'));
const people = pagePart(() => import('#features/identity/web/staff/people/pages.ts'));
const critical = pagePart(() => import('#features/critical/web/staff/pages.ts'));
const ownPages = [
  createRoute({ getParentRoute: () => own, path: '/', component: FirstPage }),
  createRoute({
    getParentRoute: () => own,
    path: '/find',
    beforeLoad: only(mayFindPatients),
    component: lazyRouteComponent(
      pagePart(() => import('#features/records/web/staff/pages.ts')),
      'FindPatientPage',
    ),
  }),
  patient.addChildren(chartPages),
  createRoute({
    getParentRoute: () => own,
    path: '/comments',
    beforeLoad: only(mayOpenCharts),
    component: lazyRouteComponent(
      pagePart(() => import('#features/records/web/staff/comments/pages.ts')),
      'CommentsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/tasks',
    beforeLoad: only(hasTasks),
    component: lazyRouteComponent(
      pagePart(() => import('#features/tasks/web/staff/pages.ts')),
      'TasksPage',
    ),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/alerts',
    beforeLoad: only(mayOpenCharts),
    component: lazyRouteComponent(critical, 'AlertsPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/corrected',
    beforeLoad: only(mayOpenCharts),
    component: lazyRouteComponent(critical, 'CorrectedPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/settings/critical',
    beforeLoad: only(mayChangeSettings),
    component: lazyRouteComponent(
      pagePart(() => import('#features/critical/web/staff/settings.ts')),
      'CriticalSettingsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/invite/$patientId',
    beforeLoad: only(mayInvitePatients),
    component: lazyRouteComponent(account, 'InvitePatientPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/invite/$patientId/desk',
    beforeLoad: only(mayInvitePatients),
    component: lazyRouteComponent(frontDesk, 'DeskSetUpPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/invite-list',
    beforeLoad: only(mayInvitePatients),
    component: lazyRouteComponent(frontDesk, 'InviteListPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/invite-staff',
    beforeLoad: only(mayInviteStaff),
    component: lazyRouteComponent(account, 'InviteStaffPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/people',
    beforeLoad: only(mayKnowStaff),
    component: lazyRouteComponent(people, 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/people/$accountId',
    beforeLoad: only(mayKnowStaff),
    component: lazyRouteComponent(people, 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/approvals',
    beforeLoad: only(mayKnowStaff),
    component: lazyRouteComponent(people, 'ApprovalsPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/log',
    beforeLoad: only(mayReviewLog),
    component: lazyRouteComponent(
      pagePart(() => import('#features/audit/web/staff/pages.ts')),
      'LogPage',
    ),
  }),
  createRoute({ getParentRoute: () => own, path: '/role', component: lazyRouteComponent(account, 'RolePage') }),
  createRoute({ getParentRoute: () => own, path: '/sign-ins', component: lazyRouteComponent(account, 'SignInsPage') }),
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
