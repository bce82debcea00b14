import { Navigate } from '@tanstack/react-router';
import { useSession } from '../lib/session.ts';
import { mayFindPatients, mayKnowStaff, mayOpenCharts, mayReviewLog } from './duties.ts';

/** The page that a role's day begins with. */
export const FirstPage = () => {
  const { role } = useSession();
  const to = mayOpenCharts(role)
    ? '/comments'
    : mayReviewLog(role)
      ? '/log'
      : mayFindPatients(role)
        ? '/find'
        : mayKnowStaff(role)
          ? '/people'
          : '/sign-ins';
  return <Navigate to={to} replace />;
};
