// The policy's answer, read from its written rows in the plainest way: deliberately not the code that the
// program and the database rules are made with, so that a mistake there shows as a difference.
import type { Area, HumanRole, PatientRelationship, Policy } from '#features/access/index.ts';
import type { Contract } from '#platform/contract.ts';

/** What stands between a person and a patient. */
export type Tie = { kind: PatientRelationship; view?: readonly Area[]; act?: readonly Area[] };

export type Answer = 'passes' | 'forbidden' | 'not-found';

const looks = ['read', 'search', 'export'];

const isOpen = (action: string, area: Area | undefined, tie: Tie): boolean => {
  if (area === undefined) return true;
  const acts = tie.act?.includes(area) ?? false;
  return looks.includes(action) ? acts || (tie.view?.includes(area) ?? false) : acts;
};

/** Whether the role may do the action on rows of a patient to whom it has these ties. */
export const mayReach = (policy: Policy, action: string, role: HumanRole, ties: readonly Tie[]): boolean =>
  policy.rules.some((rule) => {
    if (!('role' in rule) || rule.role !== role || !rule.actions.includes(action)) return false;
    if (rule.relationship === 'any') return true;
    return ties.some((tie) => tie.kind === rule.relationship && isOpen(action, rule.area, tie));
  });

/** Whether the role may do the action on rows of its own account. */
export const mayReachOwn = (policy: Policy, action: string, role: HumanRole): boolean =>
  policy.rules.some(
    (rule) =>
      'role' in rule &&
      rule.role === role &&
      rule.actions.includes(action) &&
      ['own', 'any'].includes(rule.relationship),
  );

/** What the application must answer. */
export const answerOf = (
  policies: readonly Policy[],
  contract: Contract,
  role: HumanRole,
  ties: readonly Tie[],
): Answer => {
  const isPatientSide = role === 'patient' || role === 'trusted_person';
  if (contract.audience === 'service') return 'forbidden';
  if (contract.audience === 'patient' && !isPatientSide) return 'forbidden';
  if (contract.audience === 'staff' && isPatientSide) return 'forbidden';
  const policy = policies.find((written) => written.resource === contract.resource);
  const named = (policy?.rules ?? []).filter(
    (rule) => 'role' in rule && rule.role === role && rule.actions.includes(contract.action),
  );
  if (!policy || named.length === 0) return 'forbidden';
  if (!contract.patient) return 'passes';
  return mayReach(policy, contract.action, role, ties) ? 'passes' : 'not-found';
};

/** A set of rows that the policies speak of: a table, or the part of it that a `where` names. */
export type RowSet = {
  table: string;
  where: string | undefined;
  patientColumn: string | undefined;
  accountColumn: string | undefined;
  uses: readonly { policy: Policy; select: readonly string[] }[];
};

/** Every set of rows that people may reach by some rule. */
export const rowSetsOf = (policies: readonly Policy[]): RowSet[] => {
  const sets = new Map<string, RowSet & { uses: { policy: Policy; select: readonly string[] }[] }>();
  for (const policy of policies) {
    for (const { table, where, patientColumn, accountColumn, select = [] } of policy.tables) {
      const key = `${table} ${where ?? ''}`;
      const set = sets.get(key) ?? { table, where, patientColumn, accountColumn, uses: [] };
      set.patientColumn ??= patientColumn;
      set.accountColumn ??= accountColumn;
      set.uses.push({ policy, select });
      sets.set(key, set);
    }
  }
  // A policy for the whole table lets its people at each part of it too; and whoever may see a part sees rows of the whole.
  const written = [...sets.values()].map((set) => ({ set, uses: [...set.uses] }));
  for (const { set } of written) {
    for (const other of written) {
      const isPartAndWhole = (set.where === undefined) !== (other.set.where === undefined);
      // Rows that are about no patient (shared ones) are no rows of one.
      const isAboutNobody = set.patientColumn !== undefined && other.set.patientColumn === undefined;
      if (other.set.table === set.table && isPartAndWhole && !isAboutNobody) set.uses.push(...other.uses);
    }
  }
  return [...sets.values()];
};

const people = (use: { policy: Policy; select: readonly string[] }): readonly string[] =>
  use.select.filter((action) => use.policy.rules.some((rule) => 'role' in rule && rule.actions.includes(action)));

/** The policies by which people read rows of the set. */
export const usesOfPeople = (set: RowSet): readonly { policy: Policy; select: readonly string[] }[] =>
  set.uses.filter((use) => people(use).length > 0);

/** Sets that at least one role of people may read: the ones granted to `app`. */
export const readableSets = (policies: readonly Policy[]): RowSet[] =>
  rowSetsOf(policies).filter((set) => usesOfPeople(set).length > 0);

export const mayReadSet = (set: RowSet, role: HumanRole, ties: readonly Tie[]): boolean =>
  set.uses.some(({ policy, select }) => select.some((action) => mayReach(policy, action, role, ties)));

export const mayReadOwnSet = (set: RowSet, role: HumanRole): boolean =>
  set.accountColumn !== undefined &&
  set.uses.some(({ policy, select }) => select.some((action) => mayReachOwn(policy, action, role)));
