/**
 * The shape of the written access policy. Every feature's `policy.ts` is rows of these types and
 * nothing else; from them come the database rules, the app's checks, the document and the tests.
 */

/** Roles that people act in. A person may hold several; one is active in a session. */
export const humanRoles = [
  'patient',
  'trusted_person',
  'clinician',
  'nurse',
  'front_desk',
  'billing',
  'records_officer',
  'privacy_officer',
  'administrator',
] as const;
export type HumanRole = (typeof humanRoles)[number];

/** Roles that the `patient` audience of a contract means; every other role is staff. */
export const patientSideRoles: readonly HumanRole[] = ['patient', 'trusted_person'];

/**
 * Actors that are programs, each a PostgreSQL login role of its own (`session_user` decides).
 * `api` and `identity` are the serving processes themselves, before or without a person: their rows
 * are for tables that hold no readable health information (wrapped keys, log entries to be appended).
 */
export const serviceRoles = {
  importer: 'app_importer',
  sequencer: 'app_sequencer',
  worker: 'app_worker',
  api: 'app',
  identity: 'app_identity',
} as const;
export type Service = keyof typeof serviceRoles;
export type ProcessRole = (typeof serviceRoles)[Service];

/** Live rows of `access.relationship` between a person and a patient. */
export const patientRelationships = [
  'self',
  'trusted_person',
  'care_team',
  'pool_member',
  'todays_schedule',
  'open_task',
] as const;
export type PatientRelationship = (typeof patientRelationships)[number];

/** `any`: the role suffices. `own`: rows of the caller's own account. */
export type Relationship = PatientRelationship | 'any' | 'own';

/** Parts of a record that a patient can open to a trusted person one by one. */
export const areas = [
  'results',
  'medicines',
  'conditions',
  'visits',
  'documents',
  'messages',
  'appointments',
  'billing',
  'profile',
] as const;
export type Area = (typeof areas)[number];

/** Actions that only look. Any other action changes something: a trusted person then needs to *act* in the area. */
export const lookingActions: readonly string[] = ['read', 'search', 'export'];

/** Whether an action needs an area to be open for viewing or for acting. */
export const modeOf = (action: string): 'view' | 'act' => (lookingActions.includes(action) ? 'view' : 'act');

/** A person in `role` may do `actions` where `relationship` holds (and, for trusted persons, where `area` is open). */
export type HumanRule = {
  readonly role: HumanRole;
  readonly actions: readonly string[];
  readonly relationship: Relationship;
  readonly area?: Area;
  /** Why, for people who read the policy: one plain sentence. */
  readonly why?: string;
};

/** A named program may do `actions` on every row of the resource. */
export type ServiceRule = {
  readonly service: Service;
  readonly actions: readonly string[];
  readonly why?: string;
};

export type Rule = HumanRule | ServiceRule;

export const sqlCommands = ['select', 'insert', 'update', 'delete'] as const;
export type SqlCommand = (typeof sqlCommands)[number];

/** Which rows of which table a resource means, and which actions each SQL command stands for. */
export type TableRule = {
  /** `schema.table` */
  readonly table: string;
  /** Column with the patient the row is about: needed by rules of a patient relationship. */
  readonly patientColumn?: string;
  /** Column with the account the row belongs to: needed by `own` rules. */
  readonly accountColumn?: string;
  /** SQL over the row's columns: only these rows belong to the resource. */
  readonly where?: string;
  readonly select?: readonly string[];
  readonly insert?: readonly string[];
  readonly update?: readonly string[];
  readonly delete?: readonly string[];
  /** Only these columns are granted to people's connections; every column when absent. */
  readonly columns?: readonly string[];
  /** Process roles on whose connections people's requests reach the table; `app` when absent. */
  readonly via?: readonly ProcessRole[];
  /** Commands that definer functions owned by `access_reader` run on the table, on all rows. */
  readonly definer?: readonly SqlCommand[];
};

/** The rules of one resource. Several resources may name the same table: their rights add up. */
export type Policy = {
  /** `feature.thing`, as contracts name it. */
  readonly resource: string;
  /** For people: "Results and other clinical records". */
  readonly title: string;
  /** For people: what the resource holds and why the rules are so. */
  readonly about?: string;
  readonly rules: readonly Rule[];
  readonly tables: readonly TableRule[];
};

export const isHumanRule = (rule: Rule): rule is HumanRule => 'role' in rule;
export const isServiceRule = (rule: Rule): rule is ServiceRule => 'service' in rule;
