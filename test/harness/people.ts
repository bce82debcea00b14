// People for tests: rows written directly, as a sign-in and the features would have left them, and
// ways to age or end them. Time is the database's alone, so tests move the row, never a clock.
import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Area, HumanRole, PatientRelationship } from '#features/access/index.ts';
import { capabilityOf, type Capability } from '#platform/db/actor.ts';
import {
  newId,
  type AccountId,
  type PatientId,
  type RelationshipId,
  type RoleGrantId,
  type SessionId,
} from '#platform/ids.ts';

export type Bond = {
  kind: PatientRelationship;
  patientId: string;
  viewAreas?: readonly Area[];
  actAreas?: readonly Area[];
  from?: Date;
  until?: Date;
};

export type PersonOptions = {
  role: HumanRole;
  relationships?: readonly Bond[];
  /** Give an existing account another session. */
  accountId?: AccountId;
  assurance?: string;
  actingFor?: string;
  /** The display name, sealed by identity, when the test shows names. */
  actorSealed?: Buffer;
  idleTimeoutS?: number;
  lifetimeS?: number;
};

export type Person = {
  readonly accountId: AccountId;
  readonly sessionId: SessionId;
  readonly role: HumanRole;
  readonly cookieToken: string;
  /** What `app.cap` is set to: lower-case hex. */
  readonly capability: Capability;
  /** A ready `cookie` header. */
  readonly cookie: string;
};

/** Runs `work` with the rights of the definer functions' owner: the only role that row security lets at these tables. */
const asKeeper = async <T>(owner: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  const client = await owner.connect();
  try {
    await client.query('begin; set local role access_reader');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
};

const addBond = async (client: pg.PoolClient, accountId: string, bond: Bond): Promise<RelationshipId> => {
  const id = newId<RelationshipId>();
  await client.query(
    `insert into access.relationship (id, kind, account_id, patient_id, from_at, until_at, view_areas, act_areas)
     values ($1, $2, $3, $4, coalesce($5, now() - interval '1 minute'),
       -- Tests let many people be one patient, which the database refuses for good ones (relationship_self).
       coalesce($6, case when $2 = 'self' then now() + interval '1 year' end), $7, $8)`,
    [
      id,
      bond.kind,
      accountId,
      bond.patientId,
      bond.from ?? null,
      bond.until ?? null,
      bond.viewAreas ?? [],
      bond.actAreas ?? [],
    ],
  );
  return id;
};

/** An account with the role, the relationships and a live session. `owner`: the migration owner's pool, or a superuser's. */
export const makePerson = (owner: pg.Pool, options: PersonOptions): Promise<Person> =>
  asKeeper(owner, async (client) => {
    const accountId = options.accountId ?? newId<AccountId>();
    const sessionId = newId<SessionId>();
    const cookieToken = randomBytes(32).toString('base64url');
    const capability = capabilityOf(cookieToken);
    await client.query(
      `insert into access.role_grant (id, account_id, role, granted_by, approved_by) values ($1, $2, $3, $4, $4)
       on conflict (account_id, role) where revoked_at is null do nothing`,
      [newId<RoleGrantId>(), accountId, options.role, newId<AccountId>()],
    );
    await client.query(
      `insert into access.session (cap_hash, id, account_id, role, assurance, acting_for, actor_sealed, idle_timeout, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, make_interval(secs => $8), now() + make_interval(secs => $9))`,
      [
        createHash('sha256').update(Buffer.from(capability, 'hex')).digest(),
        sessionId,
        accountId,
        options.role,
        options.assurance ?? 'aal2',
        options.actingFor ?? null,
        options.actorSealed ?? null,
        options.idleTimeoutS ?? 600,
        options.lifetimeS ?? 8 * 3600,
      ],
    );
    for (const bond of options.relationships ?? []) await addBond(client, accountId, bond);
    return {
      accountId,
      sessionId,
      role: options.role,
      cookieToken,
      capability,
      cookie: `__Host-portico=${cookieToken}`,
    };
  });

/** A patient with her own account: the id, and the person who is that patient. */
export const makePatient = async (
  owner: pg.Pool,
  options: Omit<PersonOptions, 'role'> & { patientId?: PatientId } = {},
): Promise<Person & { readonly patientId: PatientId }> => {
  const patientId = options.patientId ?? newId<PatientId>();
  const relationships = [{ kind: 'self', patientId } as const, ...(options.relationships ?? [])];
  return { ...(await makePerson(owner, { ...options, role: 'patient', relationships })), patientId };
};

export const relatePerson = (owner: pg.Pool, person: Pick<Person, 'accountId'>, bond: Bond): Promise<RelationshipId> =>
  asKeeper(owner, (client) => addBond(client, person.accountId, bond));

/** Moves the session back in time: last seen, and opened, that long ago. */
export const ageSession = async (
  owner: pg.Pool,
  person: Pick<Person, 'sessionId'>,
  by: { idleS?: number; openS?: number },
): Promise<void> => {
  await asKeeper(owner, (client) =>
    client.query(
      `update access.session set last_seen_at = now() - make_interval(secs => $2),
         created_at = created_at - make_interval(secs => $3), expires_at = expires_at - make_interval(secs => $3)
       where id = $1`,
      [person.sessionId, by.idleS ?? 0, by.openS ?? 0],
    ),
  );
};

export const revokeSession = async (owner: pg.Pool, person: Pick<Person, 'sessionId'>): Promise<void> => {
  await asKeeper(owner, (client) =>
    client.query('update access.session set revoked_at = now() where id = $1', [person.sessionId]),
  );
};

/** Ends the role grant of the person's role: at once (revoked), or as one whose term ran out a minute ago. */
export const endRole = async (
  owner: pg.Pool,
  person: Pick<Person, 'accountId' | 'role'>,
  how: 'revoked' | 'ran out' = 'revoked',
): Promise<void> => {
  const set =
    how === 'revoked'
      ? 'revoked_at = now()'
      : "from_at = now() - interval '2 minutes', until_at = now() - interval '1 minute'";
  await asKeeper(owner, (client) =>
    client.query(`update access.role_grant set ${set} where account_id = $1 and role = $2`, [
      person.accountId,
      person.role,
    ]),
  );
};

/** Ends every relationship between the person and the patient, a minute ago. */
export const endRelationships = async (
  owner: pg.Pool,
  person: Pick<Person, 'accountId'>,
  patientId: string,
): Promise<void> => {
  await asKeeper(owner, (client) =>
    client.query(
      `update access.relationship set from_at = least(from_at, now() - interval '2 minutes'), until_at = now() - interval '1 minute'
       where account_id = $1 and patient_id = $2`,
      [person.accountId, patientId],
    ),
  );
};
