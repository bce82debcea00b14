import { bind, type Bound } from '#platform/db/statement.ts';
import type { Pool, Tx } from '#platform/db/pool.ts';
import type { Clock } from '#platform/clock.ts';
import type { Contract } from '#platform/contract.ts';
import { newId, type Id } from '#platform/ids.ts';
import { systemSubject, type Sealer } from '#platform/kms/sealer.ts';
import type { AuditPort, Origin, Outcome, WriteRecord } from '#platform/operation.ts';
import { deviceOf } from './device.ts';
import type { decoyFactor } from './factors.ts';
import type { OpaqueServer } from './opaque.ts';
import * as sql from './statements.ts';

/** What a person's own row says, sealed under the account's key. */
export type Profile = { name: string; signInName: string; language: 'en' | 'es' };

/** Names of patients, read as the caller (row policies apply). Given by server/app.ts. */
export type PatientPort = {
  /** Display names by patient id; patients the caller may not see are left out. */
  names(tx: Tx, patientIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Whom an invitation is for; undefined when the caller may not see the patient. `birthDate` is YYYY-MM-DD. */
  person(tx: Tx, patientId: string): Promise<{ name: string; birthDate: string } | undefined>;
  /** People of the directory who fit each of these (at most 500); an empty `mrn` means by name and birth date. */
  match(
    tx: Tx,
    wanted: readonly { familyName: string; givenName: string; birthDate: string; mrn: string }[],
  ): Promise<{ patientId: string; recordId: string }[][]>;
  /** What letters need, by patient id. */
  onFile(tx: Tx, patientIds: readonly string[]): Promise<ReadonlyMap<string, PersonOnFile>>;
};

export type PersonOnFile = {
  name: string;
  birthDate: string | null;
  mrn: string | null;
  /** As the record says it: 'es', 'es-US', 'Spanish'. */
  language: string | null;
  deceased: boolean;
  /** Lines; none when the record has no address in use. */
  address: string[];
  /** E-mail addresses of people whom the record names beside her; lower case. */
  othersEmails: string[];
};

export type IdentityDeps = {
  /** Role `app_identity`: may call identity's definer functions and nothing else. */
  pool: Pool;
  sealer: Sealer;
  audit: AuditPort;
  clock: Clock;
  /** Decides which authenticator code is right. */
  codeClock: Clock;
  patients: PatientPort;
  /** The clinic's time zone (IANA name); undefined: the server's own. */
  timeZone?: string | undefined;
  /** What people type into a browser, for letters: https://portal.example.org */
  origin: string;
};

export type Core = IdentityDeps & {
  opaque: OpaqueServer;
  /** A row of nobody, opened for unknown names so that both paths do the same work. */
  decoy: Awaited<ReturnType<typeof decoyFactor>>;
};

type Column = { table: string; column: string; rowId: string; version: number };

/**
 * Factors and flows are sealed under the system's key, not the account's: the first sight of an
 * account's own key costs a database round trip, which would tell a known name from an unknown one.
 */
export const sealSystem = async (core: Pick<IdentityDeps, 'sealer'>, at: Column, text: string): Promise<Buffer> =>
  (await core.sealer.key(systemSubject, 'identity')).seal(at, Buffer.from(text));

export const openSystem = async (core: Pick<IdentityDeps, 'sealer'>, at: Column, sealed: Buffer): Promise<string> =>
  (await core.sealer.key(systemSubject, 'identity')).open(at, sealed).toString();

export const invitationAt = (id: string): Column => ({
  table: 'identity.invitation',
  column: 'sealed',
  rowId: id,
  version: 1,
});

const profileAt = (accountId: string, version: number): Column => ({
  table: 'identity.account',
  column: 'profile',
  rowId: accountId,
  version,
});

export const sealProfile = async (
  core: Pick<IdentityDeps, 'sealer'>,
  accountId: string,
  profile: Profile,
): Promise<Buffer> =>
  (await core.sealer.key(accountId, 'identity')).seal(profileAt(accountId, 1), Buffer.from(JSON.stringify(profile)));

export const openProfile = async (
  core: Pick<IdentityDeps, 'sealer'>,
  accountId: string,
  row: { profile: Buffer; version: number },
): Promise<Profile> =>
  JSON.parse(
    (await core.sealer.key(accountId, 'identity')).open(profileAt(accountId, row.version), row.profile).toString(),
  ) as Profile;

export type Step = 'start' | 'password' | 'code' | 'recovery' | 'enrolment' | 'renewal' | 'role';
export type SignInOutcome = 'started' | 'ok' | 'wrong' | 'refused';

type Told = {
  /** The history row of this try; a new one when absent. */
  historyId?: string;
  accountId: string | null;
  /** The patient whose account this concerns: the entry is then one of her own log. */
  patientId?: string | null;
  role?: string;
  name?: string;
  sessionId?: string;
  step: Step;
  outcome: SignInOutcome;
  detail?: string;
  /** Sealed rows that this step wrote, for `portico audit verify --records`. */
  writes?: readonly WriteRecord[];
};

const auditOutcome: Record<SignInOutcome, Outcome> = { started: 'ok', ok: 'ok', wrong: 'denied', refused: 'denied' };

const historyAt = (id: string): Column => ({ table: 'identity.sign_in', column: 'sealed', rowId: id, version: 1 });

/**
 * One step of somebody who may not be known: a row of the owner's history and an event of the log,
 * to be sent in the step's own transaction.
 */
export const recordStep = async (
  core: IdentityDeps,
  contract: Contract,
  ctx: Origin,
  told: Told,
): Promise<Bound<unknown>[]> => {
  const at = core.clock.now();
  const id = told.historyId ?? newId<Id>(at.getTime());
  const seen = await sealSystem(
    core,
    historyAt(id),
    JSON.stringify({ ip: ctx.ip ?? '', device: deviceOf(ctx.userAgent) }),
  );
  const event = await core.audit.prepare({
    requestId: ctx.requestId,
    operation: contract.id,
    resource: contract.resource,
    action: contract.action,
    category: told.patientId ? 'account' : contract.category,
    outcome: auditOutcome[told.outcome],
    patientId: told.patientId ?? null,
    actor: { accountId: told.accountId, role: told.role ?? 'unknown', name: told.name ?? '' },
    onBehalfOf: null,
    purpose: null,
    at,
    internal: {
      ip: ctx.ip,
      userAgent: ctx.userAgent,
      sessionId: told.sessionId ?? null,
      detail: told.detail ?? `${told.step} ${told.outcome}`,
      ...(told.writes ? { writes: told.writes } : {}),
    },
  });
  return [bind(sql.noteSignIn, [id, told.accountId, told.step, told.outcome, seen]), ...core.audit.insert(event, [])];
};

/** A stored row failed its seal: an entry of the log that monitoring looks for, in a transaction of its own. */
export const recordIncident = async (core: IdentityDeps, contract: Contract, ctx: Origin): Promise<void> => {
  const event = await core.audit.prepare({
    requestId: ctx.requestId,
    operation: contract.id,
    resource: contract.resource,
    action: contract.action,
    category: 'integrity',
    outcome: 'failed',
    patientId: null,
    actor: { accountId: null, role: 'unknown', name: '' },
    onBehalfOf: null,
    purpose: null,
    at: core.clock.now(),
    internal: { ip: ctx.ip, userAgent: ctx.userAgent, sessionId: null, detail: 'integrity' },
  });
  await core.pool.run(core.audit.insert(event, []));
};

/** What a history row holds beside its clear columns. */
export const openHistory = async (
  core: Pick<IdentityDeps, 'sealer'>,
  id: string,
  sealed: Buffer,
): Promise<{ ip: string; device: string }> =>
  JSON.parse(await openSystem(core, historyAt(id), sealed)) as { ip: string; device: string };
