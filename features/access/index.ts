// What other features, the composition root and the tests may use of access.
export { checkPolicies, compilePolicies, type CompiledPolicy, type CompiledRule } from './compile-policy.ts';
export { createAuthorise } from './decide.ts';
export { describePolicies } from './document.ts';
export { explainDecision } from './explain.ts';
export { generatePoliciesSql } from './generate-policies.ts';
export { matrixOf } from './matrix.ts';
export { policyFiles } from './policy-files.ts';
export { policies as accessPolicies } from './policy.ts';
export { runPolicyCommand } from './policy-command.ts';
export { showPolicies, type ShownPolicy } from './show.ts';
export {
  areas,
  humanRoles,
  patientRelationships,
  patientSideRoles,
  serviceRoles,
  type Area,
  type HumanRole,
  type PatientRelationship,
  type Policy,
  type ProcessRole,
  type Relationship,
  type Service,
} from './policy-types.ts';
