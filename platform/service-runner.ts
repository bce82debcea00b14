import type { Clock } from './clock.ts';
import { setCapability } from './db/actor.ts';
import { sqlState, type Pool } from './db/pool.ts';
import { fromDatabase } from './db/sql-errors.ts';
import { AppError } from './errors.ts';
import type { Actor, AuditDraft, AuditPort, Authorise, Context, OpenContext, WriteHandler } from './operation.ts';
import type { Call } from './operation-runner.ts';
import { eventsOf, patientOf, recorded, recording } from './recording.ts';

/** How the database says that a write at once was planned on a wrong guess: it is there already, or is locked. */
const wrongGuess: ReadonlySet<string> = new Set(['23505', '22012']);
/** A wrong guess makes others of its group try again: after one, nobody guesses for this long. */
const guessPauseMs = 1_000;

export type ServiceDeps = { pool: Pool; name: string; authorise: Authorise; audit: AuditPort; clock: Clock };

/** A named service actor: a database role of its own (session_user), the same contracts, no cookie. */
export const createServiceRunner = (deps: ServiceDeps) => {
  let guessAgainAt = 0;

  /** All of a write in one flight, which may share its commit; undefined when it must be done step by step. */
  const writeAtOnce = async (handler: WriteHandler, input: Call['input'], ctx: Context, base: AuditDraft) => {
    if (!handler.atOnce || performance.now() < guessAgainAt) return undefined;
    const planned = await handler.atOnce(input as never, ctx);
    if (!planned) return undefined;
    const events = await eventsOf(
      deps.audit,
      planned.said.map((said) => recorded(base, said)),
      base,
    );
    try {
      await deps.pool.run([setCapability(''), ...planned.bounds, ...events], { weight: planned.weight });
      return planned;
    } catch (error) {
      if (!wrongGuess.has(sqlState(error) ?? '')) throw error;
      guessAgainAt = performance.now() + guessPauseMs;
      return undefined;
    }
  };

  return {
    /** Runs one write operation of the service; its events are in the same transaction. */
    write: async (handler: WriteHandler, input: Call['input'], requestId: string): Promise<unknown> => {
      const { contract } = handler;
      const decision = deps.authorise(contract, { role: deps.name, relationships: [], areas: [] });
      if (!decision.allow) throw new AppError(decision.kind);
      const actor: Actor = { accountId: '', role: deps.name, name: deps.name, sessionId: '' };
      const call: Call = { input, capability: undefined, origin: serviceOrigin(requestId, deps.clock) };
      const base: AuditDraft = {
        requestId,
        operation: contract.id,
        resource: contract.resource,
        action: contract.action,
        category: contract.category,
        outcome: 'ok',
        patientId: patientOf(contract, call),
        actor: { accountId: null, role: deps.name, name: deps.name },
        onBehalfOf: null,
        purpose: null,
        at: deps.clock.now(),
        internal: { ip: null, userAgent: null, sessionId: null },
      };
      try {
        const atOnce = await writeAtOnce(handler, input, { ...call.origin, actor } as Context, base);
        if (atOnce) return atOnce.answer;
        return await deps.pool.transaction(async (tx) => {
          const { writeTx, drafts } = recording(tx, base);
          const result = await handler.run(writeTx, input as never, { ...call.origin, actor } as Context);
          // A watch that found nothing to do leaves no entry: as for people, see above.
          const silent = contract.background === true && drafts.length === 0;
          if (!silent) tx.atCommit(...(await eventsOf(deps.audit, drafts, base)));
          return result;
        });
      } catch (error) {
        throw fromDatabase(error);
      }
    },
  };
};

export type ServiceRunner = ReturnType<typeof createServiceRunner>;

const serviceOrigin = (requestId: string, clock: Clock): OpenContext => {
  const refuse = (): never => {
    throw new Error('a service actor has no cookies');
  };
  return {
    requestId,
    ip: null,
    userAgent: null,
    clock,
    sessionToken: undefined,
    cookies: {},
    setSessionCookie: refuse,
    clearSessionCookie: refuse,
    setCookie: refuse,
  };
};
