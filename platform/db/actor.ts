import { hash } from 'node:crypto';
import { bind, statement, type Bound } from './statement.ts';

/**
 * The capability of a signed-in caller: SHA256(session cookie), 32 bytes. It is the only setting the
 * database reads; who the caller is follows from it inside the database (access.enter, access.me),
 * so an injected `set_config` would have to guess another person's 256-bit secret.
 */
export type Capability = string & { readonly __capability: never };

/** @param token the session cookie's value */
export const capabilityOf = (token: string): Capability => hash('sha256', token, 'hex') as Capability;

const meColumns = {
  session_id: 'uuid',
  account_id: 'uuid',
  role: 'text',
  assurance: 'text',
  acting_for: 'uuid?',
  actor_sealed: 'bytea?',
  relationships: 'text[]',
  areas: 'text[]',
  touch_due: 'bool',
  idle_deadline: 'timestamptz',
  absolute_deadline: 'timestamptz',
} as const;

const meList = Object.keys(meColumns).join(', ');

/**
 * Who asks. Beside it the setting by which our functions narrow their answers: a transaction may hold the batches of
 * several callers (group-commit.ts), and nothing of the former one may be left when the next begins.
 */
export const setCapabilityStatement = statement({
  name: 'portico.setCapability',
  text: `select set_config('app.cap', $1, true) as set_config,
    set_config('app.patient', '', true) as patient`,
  params: ['text'],
  columns: { set_config: 'text', patient: 'text' },
});

const meStatement = statement({
  name: 'access.me',
  text: `select ${meList} from access.me($1)`,
  params: ['uuid'],
  columns: meColumns,
});

const enterStatement = statement({
  name: 'access.enter',
  text: `select ${meList} from access.enter($1, $2, $3, $4, $5)`,
  params: ['uuid', 'text', 'uuid', 'text', 'text'],
  columns: meColumns,
});

const touchStatement = statement({
  name: 'access.touchSession',
  text: 'select access.touch_session()',
  columns: {},
});

/** First in every batch, always: a pooled connection must never keep the previous caller's capability. */
export const setCapability = (capability: Capability | ''): Bound<{ set_config: string }> =>
  bind(setCapabilityStatement, [capability]);

const selfOfStatement = statement({
  name: 'access.selfOf',
  text: `select patient_id from access.my_patients() where kind = 'self'`,
  columns: { patient_id: 'uuid' },
});

/** Patients that the caller is, by live relationship. */
export const selfOf = () => bind(selfOfStatement);

/** Who this capability belongs to, or no row. */
export const me = (patientId: string | null) => bind(meStatement, [patientId]);

/**
 * Raises unless this capability is `expected`'s live session and the compiled policy lets its role do
 * `action` on `resource` (for `patientId`, by a live relationship). Raising ends the whole batch, so
 * neither rows nor an event of a look that did not happen can be left behind.
 * SQLSTATE: PT401 no live session, PT403 no rule for the role, PT404 no relationship.
 */
export const enter = (
  expected: { accountId: string; role: string },
  patientId: string | null,
  contract: { resource: string; action: string },
) => bind(enterStatement, [expected.accountId, expected.role, patientId, contract.resource, contract.action]);

/** Marks the session as used; called at most once a minute, never for polling. */
export const touchSession = (): Bound<unknown> => bind(touchStatement);
