import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useSession } from '../lib/session.ts';
import { mayFindPatients, mayKnowStaff, mayOpenCharts, mayReviewLog } from './duties.ts';

const FirstList = lazy(() =>
  import('#features/critical/web/staff/alerts-queries.ts').then(({ countQuery }) => ({
    /** What is critical comes before everything; a count that cannot be had is said in the strip above. */
    default: () => {
      const { data, isPending } = useQuery(countQuery);
      return isPending ? null : <Navigate to={data && data.open > 0 ? '/alerts' : '/comments'} replace />;
    },
  })),
);

/** The page that a role's day begins with. */
export const FirstPage = () => {
  const { role } = useSession();
  if (mayOpenCharts(role)) {
    return (
      <Suspense>
        <FirstList />
      </Suspense>
    );
  }
  const to = mayReviewLog(role)
    ? '/log'
    : mayFindPatients(role)
      ? '/find'
      : mayKnowStaff(role)
        ? '/people'
        : '/sign-ins';
  return <Navigate to={to} replace />;
};
