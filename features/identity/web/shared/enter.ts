import type { QueryClient } from '@tanstack/react-query';
import { call } from '../../../../web/lib/client.ts';
import { switchRole, type Role } from '../../session/contract.ts';
import type { SignedIn } from '../../client/flows.ts';

export type Side = 'patient' | 'staff';

const isPatientSide = (role: Role): boolean => role === 'patient' || role === 'trusted_person';

/**
 * Goes to the first page after signing in. A person with roles on both sides enters the side whose
 * door she used; somebody who came to the wrong door is shown through the right one.
 */
export const enter = async (queryClient: QueryClient, side: Side, signedIn: SignedIn): Promise<void> => {
  const fits = (role: Role): boolean => isPatientSide(role) === (side === 'patient');
  const wanted = signedIn.roles.find(fits);
  if (!fits(signedIn.role) && wanted) await call(switchRole, { body: { role: wanted } });
  queryClient.clear();
  const goesToStaff = wanted ? side === 'staff' : !isPatientSide(signedIn.role);
  location.replace(goesToStaff ? '/staff' : '/');
};
