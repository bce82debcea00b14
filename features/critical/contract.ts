import * as z from 'zod/mini';
import { route, uuid } from '#platform/contract.ts';

/** Critical results, who answers for them, and corrected results. */
const timestamp = z.iso.datetime();
const patientParams = z.strictObject({ patientId: uuid });
const alertParams = z.strictObject({ patientId: uuid, alertId: uuid });
const note = z.string().check(z.trim(), z.minLength(1), z.maxLength(1_000));

export const ALERTS_PAGE = 100;
export const NOTICES_PAGE = 50;
/** Earlier versions of one record that are shown, the newest first. */
export const EARLIER_PAGE = 20;

/** A result or report as people read it, at one moment. Numbers keep the sender's digits. */
const reading = z.strictObject({
  title: z.string(),
  /** The value as sent, or the report's conclusion; null: it has none. */
  text: z.nullable(z.string()),
  unit: z.nullable(z.string()),
  range: z.nullable(z.string()),
  flag: z.nullable(z.string()),
  state: z.enum(['in', 'above', 'below', 'critical', 'abnormal', 'unknown']),
  /** FHIR status. */
  status: z.string(),
  /** Withdrawn by its source: must not be read as a result. */
  withdrawn: z.boolean(),
  takenAt: z.nullable(z.string()),
  /** Parts of one result (a blood pressure, a differential count): title and value. */
  parts: z.array(z.strictObject({ title: z.string(), text: z.string() })),
});
export type Reading = z.output<typeof reading>;

const identity = z.strictObject({ name: z.string(), birthDate: z.nullable(z.string()), mrn: z.nullable(z.string()) });

export const callResults = ['reached', 'left-message', 'not-reached', 'not-called'] as const;
export type CallResult = (typeof callResults)[number];

const alertItem = z.strictObject({
  id: uuid,
  patientId: uuid,
  recordId: uuid,
  taskId: uuid,
  patient: z.nullable(identity),
  raisedAt: timestamp,
  dueAt: timestamp,
  /** Database time of this answer: the countdown starts from it, not from the clock of the reader. */
  askedAt: timestamp,
  isOverdue: z.boolean(),
  /** Who must answer now; null: nobody is named, so everybody is asked. `name` is null for somebody who has left. */
  waitsFor: z.nullable(z.strictObject({ name: z.nullable(z.string()), isMe: z.boolean(), isDeputy: z.boolean() })),
  /** Whether the chart is open to the caller now; taking the alert's task opens it. */
  mayOpenChart: z.boolean(),
  escalatedAt: z.nullable(timestamp),
  result: reading,
  /** What the laboratory says now, when it changed its mind since. */
  changedTo: z.nullable(reading),
  acknowledged: z.nullable(z.strictObject({ at: timestamp, name: z.string() })),
});
export type AlertItem = z.output<typeof alertItem>;

const alertStep = z.strictObject({
  id: uuid,
  at: timestamp,
  did: z.enum(['raised', 'escalated', 'acknowledged', 'changed', 'replaced']),
  name: z.string(),
  call: z.nullable(z.strictObject({ result: z.enum(callResults), at: timestamp })),
  note: z.nullable(z.string()),
});
export type AlertStep = z.output<typeof alertStep>;

const onAlerts = { audience: 'staff', resource: 'critical.alerts', category: 'critical' } as const;

export const listAlerts = route({
  ...onAlerts,
  id: 'critical.listAlerts',
  method: 'GET',
  path: '/api/alerts',
  summary:
    'Critical results that wait for an answer, the most pressing first; or those answered in the last seven days',
  action: 'read',
  query: z.strictObject({ state: z.optional(z.enum(['open', 'closed'])) }),
  response: z.strictObject({
    alerts: z.array(alertItem).check(z.maxLength(ALERTS_PAGE)),
    /** True when there are more than are shown. */
    more: z.boolean(),
  }),
});

export const countAlerts = route({
  ...onAlerts,
  id: 'critical.countAlerts',
  method: 'GET',
  path: '/api/alerts/count',
  summary: 'How many critical results wait, how many are overdue, how many wait for the caller',
  action: 'read',
  background: true,
  response: z.strictObject({
    open: z.number(),
    overdue: z.number(),
    mine: z.number(),
    nextDueAt: z.nullable(timestamp),
  }),
});

export const getAlert = route({
  ...onAlerts,
  id: 'critical.getAlert',
  method: 'GET',
  path: '/api/patients/:patientId/alerts/:alertId',
  summary: 'One alert with its history',
  action: 'read',
  patient: 'patientId',
  params: alertParams,
  response: z.strictObject({ alert: alertItem, history: z.array(alertStep).check(z.maxLength(100)) }),
});

export const acknowledgeAlert = route({
  ...onAlerts,
  id: 'critical.acknowledge',
  method: 'POST',
  path: '/api/patients/:patientId/alerts/:alertId/acknowledge',
  summary:
    'Answers an alert by name and records the call. Unless the patient was reached, a call waits for somebody. The first answer counts.',
  action: 'acknowledge',
  patient: 'patientId',
  params: alertParams,
  body: z.strictObject({
    call: z.strictObject({
      result: z.enum(callResults),
      /** When the call was made; now when absent. */
      at: z.optional(timestamp),
    }),
    note: z.optional(note),
  }),
  response: z.strictObject({
    /** False: somebody was faster; `alert.acknowledged` says who. */
    won: z.boolean(),
    alert: alertItem,
    /** The call that waits now. */
    callTaskId: z.nullable(uuid),
  }),
});

const settingsShape = {
  deputyAccountId: z.nullable(uuid),
  answerMinutes: z.number().check(z.int(), z.minimum(5), z.maximum(240)),
  recentHours: z.number().check(z.int(), z.minimum(1), z.maximum(336)),
  usesLimits: z.boolean(),
};
const onSettings = {
  audience: 'staff',
  resource: 'critical.settings',
  category: 'settings',
  path: '/api/settings/critical',
} as const;
const shownSettings = z.strictObject({
  ...settingsShape,
  /** False: nobody is named, or the one named works here as a clinician no longer. */
  hasDeputy: z.boolean(),
  clinicians: z.array(z.strictObject({ accountId: uuid, name: z.string() })),
  /** When our limits were last reviewed (date). */
  limitsReviewed: z.string(),
});
export type CriticalSettings = z.output<typeof shownSettings>;

export const readSettings = route({
  ...onSettings,
  id: 'critical.readSettings',
  method: 'GET',
  summary: 'Who answers for critical results when the responsible clinician does not, and after how long',
  action: 'read',
  response: shownSettings,
});

export const changeSettings = route({
  ...onSettings,
  id: 'critical.changeSettings',
  method: 'PUT',
  summary: 'Changes them; an entry of the log',
  action: 'write',
  body: z.strictObject(settingsShape),
  response: shownSettings,
});

const changeKind = z.enum(['corrected', 'changed', 'withdrawn']);
export type ChangeKind = z.output<typeof changeKind>;

export const listEarlier = route({
  id: 'critical.listEarlier',
  method: 'GET',
  path: '/api/patients/:patientId/records/:recordId/earlier',
  summary: 'What a result or report said before it was changed, and what it says now',
  audience: 'any',
  resource: 'critical.earlier',
  action: 'read',
  category: 'results',
  patient: 'patientId',
  params: z.strictObject({ patientId: uuid, recordId: uuid }),
  response: z.strictObject({
    /** Only versions that say something else than the one after them. */
    versions: z
      .array(z.strictObject({ version: z.number(), kind: changeKind, replacedAt: timestamp, reading }))
      .check(z.maxLength(EARLIER_PAGE)),
    now: z.nullable(reading),
  }),
});

const correction = z.strictObject({
  id: uuid,
  patientId: uuid,
  recordId: uuid,
  kind: changeKind,
  /** When this person last read the earlier version. */
  seenAt: timestamp,
  changedAt: timestamp,
  before: reading,
  now: reading,
});
export type Correction = z.output<typeof correction>;

const forPatient = {
  audience: 'patient',
  resource: 'critical.notices',
  category: 'results',
  patient: 'patientId',
} as const;

export const listCorrections = route({
  ...forPatient,
  id: 'critical.listCorrections',
  method: 'GET',
  path: '/api/patients/:patientId/corrections',
  summary: 'Results that the caller had read and that were changed since',
  action: 'read',
  params: patientParams,
  response: z.strictObject({ corrections: z.array(correction).check(z.maxLength(NOTICES_PAGE)) }),
});

const correctionId = { correctionId: uuid };

export const closeCorrection = route({
  ...forPatient,
  id: 'critical.closeCorrection',
  method: 'POST',
  path: '/api/patients/:patientId/corrections/:correctionId/seen',
  summary: 'Puts the caller’s own notice away',
  action: 'close',
  params: z.extend(patientParams, correctionId),
  body: z.strictObject({}),
  response: z.strictObject({ closed: z.boolean() }),
});

const forStaff = { audience: 'staff', resource: 'critical.ownNotices', category: 'results' } as const;

export const listMyCorrections = route({
  ...forStaff,
  id: 'critical.listMyCorrections',
  method: 'GET',
  path: '/api/corrections',
  summary: 'Results of any patient that the caller had read and that were changed since',
  action: 'read',
  response: z.strictObject({
    corrections: z.array(z.extend(correction, { patient: z.nullable(identity) })).check(z.maxLength(NOTICES_PAGE)),
  }),
});
export type MyCorrection = Correction & { patient: z.output<typeof identity> | null };

export const closeMyCorrection = route({
  ...forStaff,
  id: 'critical.closeMyCorrection',
  method: 'POST',
  path: '/api/corrections/:correctionId/seen',
  summary: 'Puts the caller’s own notice away',
  action: 'close',
  params: z.strictObject(correctionId),
  body: z.strictObject({}),
  response: z.strictObject({ closed: z.boolean() }),
});

const byWatch = {
  audience: 'service',
  method: 'POST',
  body: patientParams,
  /** How many rows it dealt with; 0: another process has them, or nothing is due. */
  response: z.strictObject({ done: z.number() }),
  background: true,
} as const;

/** What the watch does, each in a transaction of its own; in-process only. */
export const lookAtResults = route({
  ...byWatch,
  id: 'critical.lookAtResults',
  path: '/internal/critical/look',
  summary: 'Look at a patient’s new results; raise an alert for each that is critical and recent',
  resource: 'critical.alerts',
  action: 'raise',
  category: 'critical',
});

export const escalateAlert = route({
  ...byWatch,
  id: 'critical.escalate',
  path: '/internal/critical/escalate',
  summary: 'Hand the alert that is due longest to the deputy',
  resource: 'critical.alerts',
  action: 'raise',
  category: 'critical',
  body: z.strictObject({}),
});

export const tellOfChanges = route({
  ...byWatch,
  id: 'critical.tellOfChanges',
  path: '/internal/critical/tell',
  summary: 'Tell whoever read an earlier version of a patient’s records that they were changed',
  resource: 'critical.notices',
  action: 'tell',
  category: 'critical',
});
