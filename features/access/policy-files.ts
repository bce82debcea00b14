import { describePolicies } from './document.ts';
import { generatePoliciesSql } from './generate-policies.ts';
import { matrixOf } from './matrix.ts';
import type { Policy } from './policy-types.ts';

/** Every file that is made from the policy: path in the repository and its text. A test holds them current. */
export const policyFiles = (policies: readonly Policy[]): readonly { path: string; text: string }[] => [
  { path: 'db/policies.sql', text: generatePoliciesSql(policies) },
  { path: 'docs/access-policy.md', text: describePolicies(policies) },
  { path: 'features/access/matrix.snapshot.md', text: matrixOf(policies) },
];
