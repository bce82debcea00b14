import type { Contract } from '#platform/contract.ts';
import type { Authorise, Decision } from '#platform/operation.ts';
import { compilePolicies, type CompiledRule } from './compile-policy.ts';
import { humanRoles, patientSideRoles, type HumanRole, type Policy } from './policy-types.ts';

const isHuman = (role: string): role is HumanRole => (humanRoles as readonly string[]).includes(role);

/** Whether an operation is meant for a role at all: the patients' side, the staff's, both, or programs only. */
const isAudience = (audience: Contract['audience'], role: HumanRole): boolean => {
  if (audience === 'service') return false;
  if (audience === 'any' || audience === 'public') return true;
  return (audience === 'patient') === patientSideRoles.includes(role);
};

type Caller = Parameters<Authorise>[1];

const holds = (rule: CompiledRule, caller: Caller, namesPatient: boolean): boolean => {
  // Without a patient in the path the role's rule suffices here: row security decides which rows there are.
  if (!namesPatient || rule.relationship === 'any') return true;
  if (!caller.relationships.includes(rule.relationship)) return false;
  return rule.area === null || caller.areas.includes(`${rule.area}:${rule.mode}`);
};

/**
 * The app's half of the policy (the database's half is db/policies.sql, from the same rows).
 * `forbidden`: the role never does this. `not-found`: it may, but not for this patient, and whether
 * that patient exists is itself private. `unauthenticated`: nobody is signed in.
 */
export const createAuthorise = (
  policies: readonly Policy[],
): ((contract: Contract, caller: Caller | undefined) => Decision) => {
  const compiled = compilePolicies(policies);
  const rulesOf = Map.groupBy(compiled.rules, (rule) => `${rule.resource} ${rule.action} ${rule.role}`);
  const services = new Set(compiled.serviceRules.map((rule) => `${rule.resource} ${rule.action} ${rule.service}`));

  return (contract, caller) => {
    if (contract.audience === 'public') return { allow: true };
    if (!caller) return { allow: false, kind: 'unauthenticated' };
    const key = `${contract.resource} ${contract.action} ${caller.role}`;
    if (!isHuman(caller.role)) return services.has(key) ? { allow: true } : { allow: false, kind: 'forbidden' };
    const rules = isAudience(contract.audience, caller.role) ? (rulesOf.get(key) ?? []) : [];
    if (rules.length === 0) return { allow: false, kind: 'forbidden' };
    const namesPatient = contract.patient !== undefined;
    return rules.some((rule) => holds(rule, caller, namesPatient))
      ? { allow: true }
      : { allow: false, kind: 'not-found' };
  };
};
