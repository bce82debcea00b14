import {
  areas,
  isHumanRule,
  isServiceRule,
  modeOf,
  sqlCommands,
  type Policy,
  type Rule,
  type TableRule,
} from './policy-types.ts';

/** One line of `access.policy_rule`: what is left of the written policy once every list is spelled out. */
export type CompiledRule = {
  readonly resource: string;
  readonly action: string;
  readonly role: string;
  readonly relationship: string;
  readonly area: string | null;
  readonly mode: 'view' | 'act';
};

export type CompiledServiceRule = { readonly resource: string; readonly action: string; readonly service: string };

export type CompiledPolicy = {
  readonly rules: readonly CompiledRule[];
  readonly serviceRules: readonly CompiledServiceRule[];
};

const namePattern = /^[a-z][a-zA-Z0-9]*\.[a-z][a-zA-Z0-9]*$/;
const tablePattern = /^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/;
const wordPattern = /^[a-z][a-zA-Z0-9_]*$/;

/** Text order that does not depend on the machine's locale. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const refuse = (policy: Policy, problem: string): never => {
  throw new Error(`policy ${policy.resource}: ${problem}`);
};

const checkRule = (policy: Policy, rule: Rule): void => {
  if (rule.actions.length === 0) refuse(policy, 'a rule without actions');
  for (const action of rule.actions) if (!wordPattern.test(action)) refuse(policy, `action "${action}" is not a word`);
  if (!isHumanRule(rule)) return;
  if (rule.area !== undefined && !(rule.role === 'trusted_person' && rule.relationship === 'trusted_person')) {
    refuse(policy, '`area` belongs to rules of the role and relationship trusted_person');
  }
  if (rule.area !== undefined && !areas.includes(rule.area)) refuse(policy, `unknown area "${rule.area}"`);
};

const checkTable = (policy: Policy, table: TableRule): void => {
  if (!tablePattern.test(table.table)) refuse(policy, `"${table.table}" is no schema.table`);
  for (const column of [table.patientColumn, table.accountColumn, ...(table.columns ?? [])]) {
    if (column !== undefined && !wordPattern.test(column)) refuse(policy, `"${column}" is no column`);
  }
  for (const command of sqlCommands) {
    for (const action of table[command] ?? []) {
      const rules = policy.rules.filter((rule) => rule.actions.includes(action));
      if (rules.length === 0) refuse(policy, `${table.table}: ${command} stands for "${action}", which no rule gives`);
      for (const rule of rules.filter(isHumanRule)) {
        if (rule.relationship === 'own' && !table.accountColumn) {
          refuse(policy, `${table.table} needs accountColumn: ${rule.role} may ${action} own rows only`);
        }
        if (!['own', 'any'].includes(rule.relationship) && !table.patientColumn) {
          refuse(policy, `${table.table} needs patientColumn: ${rule.role} may ${action} by ${rule.relationship} only`);
        }
      }
    }
  }
};

/** Refuses a policy that contradicts itself or that the database could not hold. Throws with the reason. */
export const checkPolicies = (policies: readonly Policy[]): void => {
  const seen = new Set<string>();
  for (const policy of policies) {
    if (!namePattern.test(policy.resource)) refuse(policy, 'a resource is named feature.thing');
    if (seen.has(policy.resource)) refuse(policy, 'written twice');
    seen.add(policy.resource);
    if (policy.title.trim() === '') refuse(policy, 'people need a title');
    for (const rule of policy.rules) checkRule(policy, rule);
    for (const table of policy.tables) checkTable(policy, table);
  }
};

const keyOf = (rule: CompiledRule): string =>
  [rule.resource, rule.action, rule.role, rule.relationship, rule.area ?? ''].join(' ');

/** Spells every rule out, once and in a fixed order. Throws when the policies contradict themselves. */
export const compilePolicies = (policies: readonly Policy[]): CompiledPolicy => {
  checkPolicies(policies);
  const rules = new Map<string, CompiledRule>();
  const serviceRules = new Map<string, CompiledServiceRule>();
  for (const { resource, rules: written } of policies) {
    for (const rule of written) {
      for (const action of rule.actions) {
        if (isServiceRule(rule)) {
          serviceRules.set(`${resource} ${action} ${rule.service}`, { resource, action, service: rule.service });
        } else {
          const { role, relationship, area = null } = rule;
          const compiled: CompiledRule = { resource, action, role, relationship, area, mode: modeOf(action) };
          rules.set(keyOf(compiled), compiled);
        }
      }
    }
  }
  const sorted = <T>(map: Map<string, T>): T[] =>
    [...map.entries()].toSorted(([a], [b]) => inOrder(a, b)).map(([, value]) => value);
  return { rules: sorted(rules), serviceRules: sorted(serviceRules) };
};
