import { useLingui } from '@lingui/react/macro';
import { useRoleNames } from '../../../../web/lib/role-names.ts';
import type { ReviewEntry, ReviewKind } from '../../review/contract.ts';

/** Kinds of entries, as the reviewer chooses them. */
export const useKindNames = (): Readonly<Record<ReviewKind, string>> => {
  const { t } = useLingui();
  return {
    record: t`Looks at and changes of records`,
    directory: t`Searches for patients`,
    'sign-in': t`Sign-ins`,
    privilege: t`Roles and accounts of staff`,
    account: t`Accounts and letters`,
    import: t`Records that came in`,
    'access-log': t`Patients who read their log`,
    integrity: t`Damage that was found`,
    'log-review': t`Reviews of this log`,
  };
};

/** Steps that begin with a typed sign-in name. */
const byName = new Set(['identity.startSignIn', 'identity.finishSignIn', 'identity.recoverPassword']);

/** Who did it: a colleague, a patient, or a program. */
export const useActorName = (): ((entry: ReviewEntry) => { name: string; role: string }) => {
  const { t } = useLingui();
  const roleNames: Readonly<Record<string, string>> = useRoleNames();
  const programs: Readonly<Record<string, string>> = {
    importer: t`The clinic's record feed`,
    worker: t`The portal itself`,
    sequencer: t`The portal itself`,
    operator: t`Whoever runs the server`,
  };
  return ({ actor, onAccount, operation, category }) => {
    const program = programs[actor.role];
    if (program) return { name: program, role: t`a program` };
    if (actor.name) return { name: actor.name, role: roleNames[actor.role] ?? '' };
    // Nobody is signed in at such a step: the account is known, who used its name is not.
    if (onAccount) return { name: onAccount, role: t`sign-in name of this account; nobody signed in yet` };
    if (actor.accountId) return { name: t`An account that is gone`, role: t`nobody signed in yet` };
    return category === 'sign-in' && byName.has(operation)
      ? { name: t`An unknown sign-in name`, role: t`no account has it; what was typed is not kept` }
      : { name: t`Somebody who was not signed in`, role: '' };
  };
};
