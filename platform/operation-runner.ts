import { LRUCache } from 'lru-cache';
import type { Clock } from './clock.ts';
import type { Contract } from './contract.ts';
import { AppError, isAppError } from './errors.ts';
import { enter, me as meBound, selfOf, setCapability, touchSession, type Capability } from './db/actor.ts';
import type { Pool, Sharing } from './db/pool.ts';
import type { Bound } from './db/statement.ts';
import { fromDatabase } from './db/sql-errors.ts';
import { eventsOf, patientOf, recording } from './recording.ts';
import type {
  Actor,
  AuditDraft,
  AuditPort,
  Authorise,
  Context,
  Handler,
  Me,
  OpenContext,
  OpenHandler,
  Outcome,
  ReadHandler,
  WriteHandler,
} from './operation.ts';

export type RunnerDeps = {
  /** Role `app`. */
  pool: Pool;
  authorise: Authorise;
  audit: AuditPort;
  /** Opens the display name that was sealed into the session when it was opened. */
  actorName: (me: Me) => Promise<string>;
  clock: Clock;
  /** Called for failures that the caller is told nothing about. */
  onTrouble: (what: string, error: unknown, requestId: string) => void;
};

/** The validated input, and the caller as the edge knows it. */
export type Call = {
  input: { params?: Record<string, unknown> | undefined; query?: unknown; body?: unknown };
  capability: Capability | undefined;
  origin: OpenContext;
};

export type Runner = {
  run(handler: Handler, call: Call): Promise<unknown>;
  /** Records a refusal that happened before a handler ran (bad input of a known caller is not one). */
  forget(capability: Capability): void;
};

type Known = { actor: Actor };

/** Refusals of callers without a live session that are recorded per minute and process, and per address. */
const strangersPerMinute = 60;
const strangersPerAddress = 10;
/** Who was refused a moment ago shares no commit for this long: a refusal ends the whole group. */
const apartMs = 60_000;
/** To the second: else each look into a cache reads the clock and sets a timer. */
const ttlResolution = 1_000;
/** Refusals about patients who do not exist that are recorded per minute and account. */
const guessesPerAccount = 20;

const changing = new Map<Bound['statement'], boolean>();

/** A read that also notes something holds a row until its commit: it shares none, whatever it says of itself. */
const changesRows = ({ statement }: Bound): boolean => {
  let known = changing.get(statement);
  if (known === undefined) {
    known = /\b(insert\s+into|update|delete\s+from|for\s+share)\b/i.test(statement.text);
    changing.set(statement, known);
  }
  return known;
};

const outcomeOf = (error: unknown): Outcome =>
  isAppError(error) && ['unauthenticated', 'forbidden', 'not-found'].includes(error.kind) ? 'denied' : 'failed';

const reasonOf = (contract: Contract, call: Call): string | null => {
  if (contract.reason !== 'required') return null;
  const from = (call.input.body ?? call.input.query) as { reason?: string } | undefined;
  return from?.reason ?? null;
};

/** Runs operations for people: capability in, policy checked in the database and here, event in the same transaction. */
export const createRunner = (deps: RunnerDeps): Runner => {
  // Who a capability was, so that the event can be sealed before the transaction starts. Never trusted:
  // access.enter() in the same transaction refuses the batch when it is no longer true.
  const known = new LRUCache<string, Known>({ max: 10_000, ttl: 5 * 60_000, ttlResolution });

  // Whoever was refused a moment ago shares no commit: each refusal would make the others try again.
  const apart = new LRUCache<Capability, true>({ max: 10_000, ttl: apartMs, ttlResolution });
  const sharingOf = ({ weight }: ReadHandler, capability: Capability, own: readonly Bound[]): Sharing | undefined =>
    weight === 'alone' || apart.has(capability) || own.some(changesRows) ? undefined : { weight };

  const whoIs = async (capability: Capability): Promise<Known> => {
    const cached = known.get(capability);
    if (cached) return cached;
    const [, [row], selves] = await deps.pool.run([setCapability(capability), meBound(null), selfOf()]);
    if (!row) throw new AppError('unauthenticated');
    const actor = {
      accountId: row.account_id,
      role: row.role,
      sessionId: row.session_id,
      name: await deps.actorName(row),
      selfOf: row.role === 'patient' ? selves.map((self) => self.patient_id) : [],
    };
    const entry = { actor };
    known.set(capability, entry);
    return entry;
  };

  const draftOf = (contract: Contract, call: Call, actor: Actor | undefined, outcome: Outcome): AuditDraft => ({
    requestId: call.origin.requestId,
    operation: contract.id,
    resource: contract.resource,
    action: contract.action,
    category: contract.category,
    outcome,
    patientId: patientOf(contract, call),
    actor: {
      accountId: actor?.accountId ?? null,
      role: actor?.role ?? 'unknown',
      name: actor?.name ?? '',
      selfOf: actor?.selfOf ?? [],
    },
    onBehalfOf: null,
    purpose: reasonOf(contract, call),
    at: deps.clock.now(),
    internal: { ip: call.origin.ip, userAgent: call.origin.userAgent, sessionId: actor?.sessionId ?? null },
  });

  // Somebody who sends made-up cookies or made-up patients must not be able to fill the log: the first of
  // each minute are recorded, the rest counted. Other refusals of known callers are always recorded.
  const seldom = perMinute(deps.clock);
  const tooManyStrangers = (ip: string | null): boolean =>
    !seldom(`address ${ip ?? ''}`, strangersPerAddress) || !seldom('strangers', strangersPerMinute);

  /** A refusal or failure is recorded on a connection of its own: a rollback would erase it. */
  const recordTrouble = async (
    contract: Contract,
    call: Call,
    actor: Actor | undefined,
    error: unknown,
  ): Promise<void> => {
    if (!actor && tooManyStrangers(call.origin.ip))
      return deps.onTrouble('more unknown callers than are recorded', error, call.origin.requestId);
    const draft = draftOf(contract, call, actor, outcomeOf(error));
    if (isAppError(error) && error.kind === 'integrity') draft.category = 'integrity';
    draft.internal.detail = isAppError(error) ? error.kind : 'defect';
    // Nobody can write into a patient's own log without having an account: the system's log names whom it was about.
    if (!actor && draft.patientId !== null) [draft.internal.about, draft.patientId] = [draft.patientId, null];
    try {
      const event = await deps.audit.prepare(draft);
      const isGuess = draft.patientId !== null && event.draft.patientId === null;
      if (isGuess && !seldom(`account ${actor?.accountId}`, guessesPerAccount))
        return deps.onTrouble('more guessed patients than are recorded', error, call.origin.requestId);
      // A revoked caller has no identity in the database any more: recorded without a capability.
      const revoked = !actor || (isAppError(error) && error.kind === 'unauthenticated');
      await deps.pool.run([setCapability(revoked ? '' : call.capability!), ...deps.audit.insert(event, [])]);
    } catch (failure) {
      deps.onTrouble('a refusal could not be recorded', failure, call.origin.requestId);
      throw failure;
    }
  };

  /** A role that never does this is told before anything is sent; relationships are the database's to answer. */
  const refuseForeignRole = (contract: Contract, actor: Actor): void => {
    const decision = deps.authorise(contract, { role: actor.role, relationships: [], areas: [] });
    if (!decision.allow && decision.kind === 'forbidden') throw new AppError('forbidden');
  };

  /** The database's own answer to who asks: it must be whom the event names. */
  const check = (contract: Contract, actor: Actor, row: Me | undefined): Me => {
    if (row?.account_id !== actor.accountId) throw new AppError('unauthenticated');
    const decision = deps.authorise(contract, row);
    if (!decision.allow) throw new AppError(decision.kind);
    return row;
  };

  const touch = async (contract: Contract, capability: Capability, row: Me): Promise<void> => {
    if (contract.background || !row.touch_due) return;
    await deps.pool.run([setCapability(capability), touchSession()]);
  };

  const contextOf = (call: Call, actor: Actor, row: Me): Context => ({ ...call.origin, actor, me: row });

  const read = async (handler: ReadHandler, call: Call, capability: Capability, actor: Actor): Promise<unknown> => {
    const { contract } = handler;
    // The plan sees who is asking, but nothing it returns is released before the checks below.
    const planned = await handler.plan(call.input as never, { ...call.origin, actor });
    const draft = draftOf(contract, call, actor, 'ok');
    if (planned.purpose) draft.purpose = planned.purpose;
    if (planned.nonce) draft.nonce = planned.nonce;
    const also = planned.also ?? [];
    // Asking again and again whether the session still lives shows no record: an entry each minute would bury the looks.
    const silent = contract.background === true && !planned.exposes;
    const event = silent ? undefined : await deps.audit.prepare(draft);
    const shown = !event
      ? []
      : planned.exposes
        ? [deps.audit.exposing(planned.exposes, event)]
        : deps.audit.insert(event, []);
    const batch = [
      setCapability(capability),
      enter(actor, patientOf(contract, call), contract),
      ...shown,
      ...also,
    ] as Bound<unknown>[];
    const results = await deps.pool.run(
      batch,
      sharingOf(handler, capability, planned.exposes ? [planned.exposes, ...also] : also),
    );
    const row = check(contract, actor, results[1]?.[0] as Me | undefined);
    await touch(contract, capability, row);
    const rows = planned.exposes ? (results[2] ?? []) : [];
    return handler.respond({
      rows,
      also: results.slice(2 + shown.length),
      input: call.input,
      ctx: contextOf(call, actor, row),
    } as never);
  };

  const write = async (handler: WriteHandler, call: Call, capability: Capability, actor: Actor): Promise<unknown> => {
    const { contract } = handler;
    return (handler.pool ?? deps.pool).transaction(async (tx) => {
      const [, [found]] = await tx.flight([
        setCapability(capability),
        enter(actor, patientOf(contract, call), contract),
      ]);
      const row = check(contract, actor, found);
      const { writeTx, drafts } = recording(tx, draftOf(contract, call, actor, 'ok'));
      const result = await handler.run(writeTx, call.input as never, contextOf(call, actor, row));
      // As for reads: polling the session's own state is no look at a record.
      const silent = contract.background === true && drafts.length === 0;
      if (!silent) tx.atCommit(...(await eventsOf(deps.audit, drafts, draftOf(contract, call, actor, 'ok'))));
      if (!contract.background && row.touch_due) tx.atCommit(touchSession());
      return result;
    });
  };

  const open = (handler: OpenHandler, call: Call): Promise<unknown> => handler.run(call.input as never, call.origin);

  return {
    forget: (capability) => {
      known.delete(capability);
    },
    run: async (handler, call) => {
      if (handler.kind === 'opens') return open(handler, call).catch((error) => Promise.reject(fromDatabase(error)));
      if (!call.capability) throw new AppError('unauthenticated');
      let actor: Actor | undefined;
      try {
        ({ actor } = await whoIs(call.capability));
        refuseForeignRole(handler.contract, actor);
        return await (handler.kind === 'reads'
          ? read(handler, call, call.capability, actor)
          : write(handler, call, call.capability, actor));
      } catch (raw) {
        const error = fromDatabase(raw);
        if (!isAppError(error) || error.kind !== 'unavailable') apart.set(call.capability, true);
        if (isAppError(error) && error.kind === 'unauthenticated') known.delete(call.capability);
        await recordTrouble(handler.contract, call, actor, error);
        throw error;
      }
    },
  };
};

/** Counts by name in each minute of the clock; true while a name is within its limit. */
const perMinute = (clock: Clock): ((name: string, limit: number) => boolean) => {
  let minute = 0;
  const counts = new Map<string, number>();
  return (name, limit) => {
    const now = Math.floor(clock.now().getTime() / 60_000);
    // More names than a minute of honest trouble has: whoever sends them is counted as one.
    const key = counts.has(name) || counts.size < 10_000 ? name : 'others';
    if (now !== minute) counts.clear();
    minute = now;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= limit;
  };
};
