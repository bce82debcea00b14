import type { Contract, InputOf, ResultOf } from './contract.ts';
import type { Clock } from './clock.ts';
import type { Bound } from './db/statement.ts';
import type { Pool, Tx } from './db/pool.ts';

/** The row of access.enter()/access.me(): who is asking, decided by the database from the capability. */
export type Me = {
  session_id: string;
  account_id: string;
  role: string;
  assurance: string;
  acting_for: string | null;
  actor_sealed: Buffer | null;
  /** Live relationship kinds between the caller and the patient that was asked about. */
  relationships: string[];
  /** Parts of that patient's record open to the caller as a trusted person: 'results:view', 'results:act'. */
  areas: string[];
  touch_due: boolean;
  idle_deadline: Date;
  absolute_deadline: Date;
};

/** The policy's answer. `not-found` hides that a record exists from someone without a relationship. */
export type Decision = { allow: true } | { allow: false; kind: 'unauthenticated' | 'forbidden' | 'not-found' };

/** Port given by server/app.ts: features/access. */
export type Authorise = (contract: Contract, me: Pick<Me, 'role' | 'relationships' | 'areas'>) => Decision;

export type Outcome = 'ok' | 'denied' | 'failed';

/** One sealed row that a write made: enough to compare the row with the log later. */
export type WriteRecord = { table: string; id: string; version: number; hash: string };

/** What one audit event says, before it is sealed. */
export type AuditDraft = {
  requestId: string;
  operation: string;
  resource: string;
  action: string;
  category: string;
  outcome: Outcome;
  patientId: string | null;
  /** `selfOf`: patients that this account is; an event about one of them is marked as the patient's own. */
  actor: { accountId: string | null; role: string; name: string; selfOf?: readonly string[] };
  onBehalfOf: string | null;
  purpose: string | null;
  /** Chosen by the caller, disclosed as it is: she recognises her own request by it. */
  nonce?: string;
  at: Date;
  internal: {
    ip: string | null;
    userAgent: string | null;
    sessionId: string | null;
    detail?: string;
    /** The patient that a refused request named, when the event stands in the system's log only. */
    about?: string;
    writes?: readonly WriteRecord[];
  };
};

/** An event with its id, salts and sealed parts; opaque to all but features/audit. */
export type PreparedEvent = { readonly id: string; readonly draft: AuditDraft };

/** Port given by server/app.ts: features/audit. */
export type AuditPort = {
  prepare(draft: AuditDraft): Promise<PreparedEvent>;
  /** Wraps a select so that the same statement records exactly the ids it returns; rows are unchanged. */
  exposing<Row>(select: Bound<Row>, event: PreparedEvent): Bound<Row>;
  /** Statements that insert the event with the given record ids. */
  insert(event: PreparedEvent, recordIds: readonly string[]): Bound<unknown>[];
};

export type Actor = {
  accountId: string;
  role: string;
  name: string;
  sessionId: string;
  /** Patients that this account is (relationship `self`), in the role of a patient. */
  selfOf?: readonly string[];
};

/** Where a request came from. */
export type Origin = { requestId: string; ip: string | null; userAgent: string | null };

/** What an operation of a signed-in person receives. */
export type Context = OpenContext & { me: Me; actor: Actor };

/** What a read's plan receives: the caller as last seen. The transaction that follows checks it again. */
export type PlanContext = Omit<Context, 'me'>;

/** Bytes that were validated when they were written, sent as they are. */
export type StoredJson = { readonly storedJson: Buffer | string };
export const storedJson = (bytes: Buffer | string): StoredJson => ({ storedJson: bytes });
export const isStoredJson = (value: unknown): value is StoredJson =>
  typeof value === 'object' && value !== null && 'storedJson' in value;

/** Public bytes that are no JSON: checkpoints, tiles, downloads. */
export type RawBytes = { readonly rawBytes: Buffer | string; readonly contentType: string; readonly fileName?: string };
export const rawBytes = (bytes: Buffer | string, contentType: string, fileName?: string): RawBytes =>
  fileName === undefined ? { rawBytes: bytes, contentType } : { rawBytes: bytes, contentType, fileName };
export const isRawBytes = (value: unknown): value is RawBytes =>
  typeof value === 'object' && value !== null && 'rawBytes' in value;

type Answer<C extends Contract> = ResultOf<C> | StoredJson | RawBytes;

/** What one read sends: the select whose rows are shown (and recorded), and what else is needed beside it. */
export type ReadPlan<Row> = {
  exposes?: Bound<Row>;
  also?: readonly Bound<unknown>[];
  /** The purpose in the caller's words, when the contract requires a reason. */
  purpose?: string;
  /** What the caller wants to find in the disclosed part of this read's event. */
  nonce?: string;
};

export type ReadHandler = {
  readonly kind: 'reads';
  readonly contract: Contract;
  readonly plan: (input: never, ctx: PlanContext) => ReadPlan<unknown> | Promise<ReadPlan<unknown>>;
  readonly respond: (answer: never) => unknown;
  readonly weight: Weight;
};

/**
 * How long others may have to wait for a read whose commit they share, in parts of 32: 1 is a row or a few by
 * key, 4 a page. `alone`: a heavy read, or one that takes a lock, has a connection for itself.
 */
export type Weight = number | 'alone';
const pageWeight = 4;

/** What a write says for the log; one event per patient. */
export type Said = {
  patientId: string | null;
  recordIds?: readonly string[];
  writes?: readonly WriteRecord[];
  purpose?: string;
  detail?: string;
  category?: string;
};

/** A transaction that also notes what the log will say. */
export type WriteTx = Tx & { audit(event: Said): void };

/**
 * A write that needs no answer of the database to know its statements, on a guess that they themselves check:
 * a wrong one must end in a unique violation or a division by zero. Then the usual way is taken.
 */
export type AtOnce = {
  readonly bounds: readonly Bound<unknown>[];
  readonly said: readonly Said[];
  readonly weight: number;
  readonly answer: unknown;
};

export type WriteHandler = {
  readonly kind: 'writes';
  readonly contract: Contract;
  readonly run: (tx: WriteTx, input: never, ctx: Context) => Promise<unknown>;
  /** Set: its transaction runs on this role's connection instead of the API's, under the same checks. */
  readonly pool?: Pool;
  /** Of a service actor's write: tried first, since it may share its commit. */
  readonly atOnce?: (input: never, ctx: Context) => Promise<AtOnce | undefined>;
};

/** Before an actor exists: only identity's own definer functions run. */
export type OpenContext = Origin & {
  clock: Clock;
  /** The session cookie's value, if the caller sent one. */
  sessionToken: string | undefined;
  cookies: Readonly<Record<string, string>>;
  setSessionCookie(token: string): void;
  clearSessionCookie(): void;
  /** Further cookies (the device cookie): always __Host-, Secure, HttpOnly. */
  setCookie(name: `__Host-${string}`, value: string, maxAgeSeconds: number): void;
};

export type OpenHandler = {
  readonly kind: 'opens';
  readonly contract: Contract;
  readonly run: (input: never, ctx: OpenContext) => Promise<unknown>;
};

export type Handler = ReadHandler | WriteHandler | OpenHandler;

/** A read: one flight, one transaction; nothing is released before the policy has passed. */
export const reads = <C extends Contract, Row>(
  contract: C,
  handler: {
    weight?: Weight;
    plan: (input: InputOf<C>, ctx: PlanContext) => ReadPlan<Row> | Promise<ReadPlan<Row>>;
    respond: (answer: {
      rows: Row[];
      // oxlint-disable-next-line no-explicit-any -- each `also` has its own row type; the handler knows it
      also: any[][];
      input: InputOf<C>;
      ctx: Context;
    }) => Answer<C> | Promise<Answer<C>>;
  },
): ReadHandler => ({
  kind: 'reads',
  contract,
  plan: handler.plan as never,
  respond: handler.respond as never,
  weight: handler.weight ?? pageWeight,
});

/** A write: checked first, then the command, then its audit events and the commit together. */
export const writes = <C extends Contract>(
  contract: C,
  run: (tx: WriteTx, input: InputOf<C>, ctx: Context) => Promise<Answer<C>>,
  pool?: Pool,
): WriteHandler => ({ kind: 'writes', contract, run: run as never, ...(pool ? { pool } : {}) });

/** A service actor's write that is tried in one flight first. */
export const writesAtOnce = <C extends Contract>(
  contract: C,
  atOnce: (input: InputOf<C>, ctx: Context) => Promise<AtOnce | undefined>,
  run: (tx: WriteTx, input: InputOf<C>, ctx: Context) => Promise<Answer<C>>,
): WriteHandler => ({ kind: 'writes', contract, run: run as never, atOnce: atOnce as never });

/** An operation that runs before an actor exists. */
export const opens = <C extends Contract>(
  contract: C,
  run: (input: InputOf<C>, ctx: OpenContext) => Promise<Answer<C>>,
): OpenHandler => ({ kind: 'opens', contract, run: run as never });
