/**
 * Every kind of work and what may come of it: pure data. `again`: minutes after which it must be tried again,
 * so that "not reached" is never the end of a call.
 */
export const pools = ['clinician', 'nurse', 'desk', 'billing'] as const;
export type Pool = (typeof pools)[number];

/** Staff roles that see a pool's work and take it, and those that only ask it for something. */
export const poolRoles = {
  clinician: { workers: ['clinician', 'nurse'], makers: ['front_desk'] },
  nurse: { workers: ['clinician', 'nurse'], makers: ['front_desk'] },
  desk: { workers: ['front_desk'], makers: ['clinician', 'nurse', 'billing'] },
  billing: { workers: ['billing'], makers: ['front_desk'] },
} as const satisfies Record<Pool, { workers: readonly string[]; makers: readonly string[] }>;

/** Who may not ask a pool for work does not hand any to it either; the database holds the same rule (tasks.move). */
export const mayHandTo = (role: string, pool: Pool): boolean => {
  const { workers, makers }: { workers: readonly string[]; makers: readonly string[] } = poolRoles[pool];
  return workers.includes(role) || makers.includes(role);
};

export const outcomes = ['done', 'not-needed', 'reached', 'left-message', 'not-reached'] as const;
export type TaskOutcome = (typeof outcomes)[number];

type Kind = {
  readonly pool: Pool;
  /** The kind itself tells of somebody's health: it waits for clinicians or nurses only. */
  readonly clinical: boolean;
  readonly urgent: boolean;
  /** Minutes from when it is made until it is due. */
  readonly dueInMinutes: number;
  readonly outcomes: Readonly<Partial<Record<TaskOutcome, 'ends' | { readonly again: number }>>>;
};

const simply = { done: 'ends', 'not-needed': 'ends' } as const;

export const taskKinds = {
  /** A patient says that she does not take a medicine of her list. */
  'medicine-not-taken': { pool: 'nurse', clinical: true, urgent: false, dueInMinutes: 3 * 24 * 60, outcomes: simply },
  /** A critical value waits for a clinician. It ends by acknowledging the alert and in no other way. */
  'critical-value': { pool: 'clinician', clinical: true, urgent: true, dueInMinutes: 30, outcomes: {} },
  /** Somebody must talk with the patient. */
  'call-patient': {
    pool: 'nurse',
    clinical: false,
    urgent: true,
    dueInMinutes: 60,
    outcomes: { reached: 'ends', 'left-message': { again: 120 }, 'not-reached': { again: 60 }, 'not-needed': 'ends' },
  },
  /** A colleague who works here no longer had read a result that was corrected. */
  'correction-notice': { pool: 'clinician', clinical: true, urgent: false, dueInMinutes: 24 * 60, outcomes: simply },
  /** A result waits for a clinician's words. */
  'comment-due': { pool: 'clinician', clinical: true, urgent: false, dueInMinutes: 2 * 24 * 60, outcomes: simply },
  /** A letter came back. */
  'mail-returned': { pool: 'desk', clinical: false, urgent: false, dueInMinutes: 5 * 24 * 60, outcomes: simply },
} as const satisfies Record<string, Kind>;

export type TaskKind = keyof typeof taskKinds;
export const kindNames = Object.keys(taskKinds) as [TaskKind, ...TaskKind[]];
export const kindOf = (kind: TaskKind): Kind => taskKinds[kind];

const chartPools: readonly Pool[] = ['clinician', 'nurse'];

export const mayWaitFor = (kind: TaskKind, pool: Pool): boolean =>
  !taskKinds[kind].clinical || chartPools.includes(pool);
