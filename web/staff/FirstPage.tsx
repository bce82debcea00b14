import { Navigate } from '@tanstack/react-router';
import { useSession } from '../lib/session.ts';
import { mayFindPatients, mayInviteStaff } from './duties.ts';

/** The page that a role's day begins with. */
export const FirstPage = () => {
  const { role } = useSession();
  const to = mayFindPatients(role) ? '/find' : mayInviteStaff(role) ? '/invite-staff' : '/sign-ins';
  return <Navigate to={to} replace />;
};
