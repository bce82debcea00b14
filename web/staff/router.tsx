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
import { sessionQuery, welcomeQuery } from '../lib/session.ts';
import { NotFound } from '../ui/frame/NotFound.tsx';
import { RouteProblem } from '../ui/frame/RouteProblem.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { mayFindPatients, mayInvitePatients, mayInviteStaff } from './duties.ts';
import { FirstPage } from './FirstPage.tsx';
import { PublicShell } from '../ui/frame/PublicShell.tsx';
import { Shell } from './Shell.tsx';

type Context = { queryClient: QueryClient };

const root = createRootRouteWithContext<Context>()({ notFoundComponent: NotFound, errorComponent: RouteProblem });

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

const identity = () => import('#features/identity/web/staff/pages.ts');
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

const records = () => import('#features/records/web/staff/pages.ts');
const account = () => import('#features/identity/web/staff/account.ts');
const chart = createRoute({
  getParentRoute: () => own,
  path: '/patients/$patientId',
  component: lazyRouteComponent(records, 'ChartPage'),
});
const ownPages = [
  createRoute({ getParentRoute: () => own, path: '/', component: FirstPage }),
  createRoute({
    getParentRoute: () => own,
    path: '/find',
    beforeLoad: only(mayFindPatients),
    component: lazyRouteComponent(records, 'FindPatientPage'),
  }),
  chart.addChildren([
    createRoute({ getParentRoute: () => chart, path: '/', component: lazyRouteComponent(records, 'FirstResult') }),
    createRoute({
      getParentRoute: () => chart,
      path: 'results/$id',
      component: lazyRouteComponent(records, 'ChosenResult'),
    }),
  ]),
  createRoute({
    getParentRoute: () => own,
    path: '/invite/$patientId',
    beforeLoad: only(mayInvitePatients),
    component: lazyRouteComponent(account, 'InvitePatientPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/invite-staff',
    beforeLoad: only(mayInviteStaff),
    component: lazyRouteComponent(account, 'InviteStaffPage'),
  }),
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
