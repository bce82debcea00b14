import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { CallError } from '../lib/client.ts';
import { pagePart } from '../lib/page-part.ts';
import { sessionQuery, welcomeQuery } from '../lib/session.ts';
import { PublicShell } from '../ui/frame/PublicShell.tsx';
import { RootProblem, RouteProblem } from '../ui/frame/RouteProblem.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { ownPages } from './pages.ts';

type Context = { queryClient: QueryClient };

const root = createRootRouteWithContext<Context>()({
  notFoundComponent: lazyRouteComponent(
    pagePart(() => import('./Lost.tsx')),
    'Lost',
  ),
  errorComponent: RootProblem,
});

const open = createRoute({
  getParentRoute: () => root,
  id: 'open',
  component: PublicShell,
  loader: ({ context }) => context.queryClient.ensureQueryData(welcomeQuery),
});

/** Everything behind it needs a live session; without one the sign-in page comes first. */
const own = createRoute({
  getParentRoute: () => root,
  id: 'own',
  component: lazyRouteComponent(
    pagePart(() => import('./Shell.tsx')),
    'Shell',
  ),
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery).catch((error: unknown) => {
      if (error instanceof CallError && error.kind === 'unauthenticated')
        redirect({ to: '/sign-in', replace: true, throw: true });
      throw error;
    });
    if (session.role !== 'patient' && session.role !== 'trusted_person') {
      location.replace('/staff');
      await new Promise(() => {});
    }
    return { session };
  },
});

const identity = pagePart(() => import('#features/identity/web/patient/pages.ts'));
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

/** The pages of a signed-in person, each with the details below it. */
const signedInPages = ownPages.map(({ path, component, first, chosen }) => {
  const page = createRoute({ getParentRoute: () => own, path, component });
  if (!chosen) return page;
  return page.addChildren([
    createRoute({ getParentRoute: () => page, path: '/', component: first ?? (() => null) }),
    createRoute({ getParentRoute: () => page, path: '$id', component: chosen }),
  ]);
});

export const createPatientRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree: root.addChildren([open.addChildren(publicPages), own.addChildren(signedInPages)]),
    context: { queryClient },
    defaultPendingComponent: Waiting,
    defaultPendingMs: 300,
    defaultErrorComponent: RouteProblem,
    scrollRestoration: true,
  });
