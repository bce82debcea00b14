import { accessPolicies, type Policy } from '#features/access/index.ts';
import * as audit from '#features/audit/contract.ts';
import * as auditReview from '#features/audit/review/contract.ts';
import { policies as auditPolicies, recordCheckPolicy, type RecordTable } from '#features/audit/policy.ts';
import * as critical from '#features/critical/contract.ts';
import { policies as criticalPolicies } from '#features/critical/policy.ts';
import * as identity from '#features/identity/contract.ts';
import * as identityDesk from '#features/identity/desk/contract.ts';
import * as identityStaff from '#features/identity/staff/contract.ts';
import { policies as identityPolicies } from '#features/identity/policy.ts';
import * as recordsComments from '#features/records/comments/contract.ts';
import * as records from '#features/records/contract.ts';
import * as recordsHome from '#features/records/home/contract.ts';
import * as recordsNames from '#features/records/names/contract.ts';
import * as recordsNotes from '#features/records/notes/contract.ts';
import * as recordsSearch from '#features/records/search/contract.ts';
import * as recordsStatements from '#features/records/statements/contract.ts';
import * as recordsTiming from '#features/records/timing/contract.ts';
import { policies as recordsPolicies } from '#features/records/policy.ts';
import * as tasks from '#features/tasks/contract.ts';
import { policies as tasksPolicies } from '#features/tasks/policy.ts';
import type { Contract } from '#platform/contract.ts';

/** All that the portal can do and who may do it, as data: the source of routes, rules, documents and tests. */
const isContract = (value: unknown): value is Contract =>
  typeof value === 'object' && value !== null && 'id' in value && 'method' in value && 'path' in value;

const contractsIn = (module: Record<string, unknown>): Contract[] => Object.values(module).filter(isContract);

/** Every operation, public, personal and of services. */
export const contracts: readonly Contract[] = [
  audit,
  auditReview,
  identity,
  identityDesk,
  identityStaff,
  tasks,
  records,
  recordsComments,
  recordsHome,
  recordsNames,
  recordsNotes,
  recordsSearch,
  recordsStatements,
  recordsTiming,
  critical,
].flatMap(contractsIn);

/** Every table of sealed rows whose writes the log records: `portico audit verify --records` compares them. */
export const recordTables: readonly RecordTable[] = [
  { table: 'records.patient', subjectColumn: 'patient_id' },
  { table: 'records.resource', subjectColumn: 'patient_id' },
  { table: 'records.comment', subjectColumn: 'patient_id' },
  { table: 'records.statement', subjectColumn: 'patient_id' },
  { table: 'records.shared_resource', subjectColumn: null },
  { table: 'tasks.task', subjectColumn: 'patient_id' },
  { table: 'tasks.step', subjectColumn: 'patient_id' },
  { table: 'critical.alert', subjectColumn: 'patient_id' },
  { table: 'critical.step', subjectColumn: 'patient_id' },
  { table: 'critical.notice', subjectColumn: 'patient_id' },
  { table: 'identity.credential', subjectColumn: null },
  { table: 'identity.totp', subjectColumn: null },
  { table: 'identity.recovery', subjectColumn: null },
];

/** The written access policy. */
export const policies: readonly Policy[] = [
  ...accessPolicies,
  ...auditPolicies,
  recordCheckPolicy(recordTables),
  ...identityPolicies,
  ...tasksPolicies,
  ...recordsPolicies,
  ...criticalPolicies,
];
