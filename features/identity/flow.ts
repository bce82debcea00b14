import { bind, type Bound } from '#platform/db/statement.ts';
import type { Tx } from '#platform/db/pool.ts';
import { newId, type Id } from '#platform/ids.ts';
import { AppError } from '#platform/errors.ts';
import { newToken, sha256 } from './codes.ts';
import { openSystem, sealSystem, type IdentityDeps } from './core.ts';
import * as sql from './statements.ts';

/**
 * A flow is what the server remembers between two requests of one sign-in, enrolment or recovery. The
 * caller holds its random name; the row holds only the hash, and the state is sealed. Database time
 * ends it, and each stage is taken under a row lock, so that no message counts twice.
 */
export type FlowKind = 'sign-in' | 'enrol' | 'recover';
export type FlowStage = 'password' | 'code' | 'new-password' | 'authenticator' | 'recovery';

/** Throttle keys to give back travel as hex. */
export type SignInState = { opaque: string; spent: string[]; device: string | null; historyId: string };
export type SetUpState = {
  historyId: string;
  invitationId?: string;
  /** Enrolment only: what the account will be called. */
  name?: string;
  signInName?: string;
  language?: 'en' | 'es';
  record?: string;
  totpSecret?: string;
  step?: number;
};

export type Flow<State> = {
  id: string;
  kind: FlowKind;
  accountId: string | null;
  version: number;
  codeTries: number;
  state: State;
};

const stateAt = (id: string, version: number) => ({ table: 'identity.flow', column: 'sealed', rowId: id, version });

/** Seconds until a flow that nobody goes on with is over. Setting up an app on a new phone takes a while. */
export const signInFlowS = 10 * 60;
export const setUpFlowS = 45 * 60;

/** A new flow: its name for the caller, and the statement that keeps it. */
export const beginFlow = async (
  core: Pick<IdentityDeps, 'sealer'>,
  flow: {
    kind: FlowKind;
    stage: FlowStage;
    accountId: string | null;
    invitationId?: string;
    state: SignInState | SetUpState;
    ttlS: number;
  },
): Promise<{ name: string; bound: Bound<unknown> }> => {
  const id = newId<Id>();
  const name = newToken();
  const sealed = await sealSystem(core, stateAt(id, 1), JSON.stringify(flow.state));
  return {
    name,
    bound: bind(sql.beginFlow, [
      id,
      sha256(name),
      flow.kind,
      flow.stage,
      flow.accountId,
      flow.invitationId ?? null,
      sealed,
      flow.ttlS,
    ]),
  };
};

/** The flow at this stage, locked until the transaction ends; undefined when it is over, unknown or elsewhere. */
export const takeFlow = async <State>(
  core: Pick<IdentityDeps, 'sealer'>,
  tx: Tx,
  name: string,
  stage: FlowStage,
): Promise<Flow<State> | undefined> => {
  const row = await tx.find(sql.takeFlow, [sha256(name), stage]);
  if (!row) return undefined;
  const state = JSON.parse(await openSystem(core, stateAt(row.id, row.version), row.sealed)) as State;
  return {
    id: row.id,
    kind: row.kind as FlowKind,
    accountId: row.account_id,
    version: row.version,
    codeTries: row.code_tries,
    state,
  };
};

/** Moves a taken flow on. */
export const advanceFlow = async (
  core: Pick<IdentityDeps, 'sealer'>,
  flow: Flow<unknown>,
  to: { kind: FlowKind; stage: FlowStage; state: SignInState | SetUpState; ttlS: number },
): Promise<Bound<unknown>> => {
  const version = flow.version + 1;
  const sealed = await sealSystem(core, stateAt(flow.id, version), JSON.stringify(to.state));
  return bind(sql.advanceFlow, [flow.id, to.kind, to.stage, sealed, version, to.ttlS]);
};

export const endFlow = (flow: Flow<unknown>): Bound<unknown> => bind(sql.endFlow, [flow.id]);

/** The caller must begin again; says nothing about why. */
export const flowOver = (): AppError => new AppError('unauthenticated', 'This sign-in is over. Begin again.');
