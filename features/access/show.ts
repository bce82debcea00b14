import { compilePolicies, type CompiledRule, type CompiledServiceRule } from './compile-policy.ts';
import { matrixOf } from './matrix.ts';
import type { Policy } from './policy-types.ts';

/** What `portico policy show --json` prints: stable, for scripts. */
export type ShownPolicy = {
  readonly resources: readonly { resource: string; title: string; about: string | null; tables: readonly string[] }[];
  readonly rules: readonly CompiledRule[];
  readonly services: readonly CompiledServiceRule[];
};

export const showPolicies = (policies: readonly Policy[]): ShownPolicy => {
  const { rules, serviceRules } = compilePolicies(policies);
  return {
    resources: policies.map(({ resource, title, about, tables }) => ({
      resource,
      title,
      about: about ?? null,
      tables: [...new Set(tables.map(({ table }) => table))],
    })),
    rules,
    services: serviceRules,
  };
};

/** The same for a terminal. */
export const showPoliciesAsText = (policies: readonly Policy[]): string => matrixOf(policies);
