import { useLingui } from '@lingui/react/macro';
import type { Role } from '#features/identity/contract.ts';

/** What each role is called on screen. */
export const useRoleNames = (): Readonly<Record<Role, string>> => {
  const { t } = useLingui();
  return {
    patient: t`Patient`,
    trusted_person: t`Trusted person`,
    clinician: t`Clinician`,
    nurse: t`Nurse`,
    front_desk: t`Front desk`,
    billing: t`Billing`,
    records_officer: t`Records officer`,
    privacy_officer: t`Privacy officer`,
    administrator: t`Administrator`,
  };
};
