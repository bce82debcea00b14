import { isAppError } from '#platform/errors.ts';
import { newId, type EventId } from '#platform/ids.ts';
import { bind, statement, type Bound, type Statement } from '#platform/db/statement.ts';
import { systemSubject } from '#platform/kms/sealer.ts';
import type { AuditDraft, AuditPort, PreparedEvent } from '#platform/operation.ts';
import { bodyHashes, commitment, composeBody, newSalt, packBody, packIds } from './event-body.ts';

/** The part of the sealer that events need; `platform/kms` gives it. */
export type AuditSealer = {
  key(
    subjectId: string,
    domain: 'audit',
  ): Promise<{
    seal(context: SealContext, plaintext: Buffer): Buffer;
    open(context: SealContext, sealed: Buffer): Buffer;
  }>;
};
export type SealContext = { table: string; column: string; rowId: string; version: number };

/** Where an event's sealed body belongs: it opens nowhere else. */
export const eventContext = (id: string): SealContext => ({
  table: 'audit.event',
  column: 'sealed',
  rowId: id,
  version: 1,
});

type Prepared = PreparedEvent & {
  readonly patientId: string;
  readonly sealed: Buffer;
  readonly disclosedHash: Buffer;
  readonly internalHash: Buffer;
  readonly exposedSalt: Buffer;
  /** An incident of a patient's record stands in the system's log too. */
  readonly twin?: Prepared;
};

/** Ids one event may name; a longer list must be read in pages. */
export const exposedLimit = 50_000;

const insertEvent = statement({
  name: 'audit.insertEvent',
  text: `with portico_event as (
      insert into audit.event (patient_id, id, account_id, at, sealed, exposed, exposed_salt, cmt)
      values ($1, $2, $3, $4, $5, $6, $7, $8))
    insert into audit.pending (event_id, patient_id, cmt) values ($2, $1, $8)`,
  params: ['uuid', 'uuid', 'uuid', 'timestamptz', 'bytea', 'bytea', 'bytea', 'bytea'],
});

/**
 * The wrapped select and the insert of its event are one statement: the log names exactly the rows
 * that are returned. `1 / (1 - ...)` fails the whole batch if a row of another patient came back.
 */
const wrap = <Row>(select: Statement<Row>, ofPatient: boolean): Statement<Row> => {
  const first = select.params.length + 1;
  const [patient, id, account, at, sealed, salt, disclosedHash, internalHash] = Array.from(
    { length: 8 },
    (_, offset) => `$${first + offset}`,
  );
  const foreign = ofPatient ? `count(*) filter (where patient_id is distinct from ${patient}::uuid)` : '0';
  const made = statement({
    name: `${select.name}${ofPatient ? '!p' : '!n'}`,
    text: `with portico_shown as materialized (${select.text.trim().replace(/;$/, '')}),
      portico_ids as (
        select coalesce(string_agg(uuid_send(id), ''::bytea), ''::bytea) as exposed, ${foreign} as foreign_rows
        from portico_shown),
      portico_seen as (
        select exposed,
          sha256('\\x706131'::bytea || ${disclosedHash}::bytea || ${internalHash}::bytea || sha256(${salt}::bytea || exposed)) as cmt
        from portico_ids where 1 / (1 - least(foreign_rows, 1)) = 1),
      portico_event as (
        insert into audit.event (patient_id, id, account_id, at, sealed, exposed, exposed_salt, cmt)
        select ${patient}::uuid, ${id}::uuid, ${account}::uuid, ${at}::timestamptz, ${sealed}::bytea, exposed, ${salt}::bytea, cmt
        from portico_seen),
      portico_pending as (
        insert into audit.pending (event_id, patient_id, cmt) select ${id}::uuid, ${patient}::uuid, cmt from portico_seen)
      select portico_shown.* from portico_shown`,
    params: [...select.params, 'uuid', 'uuid', 'uuid', 'timestamptz', 'bytea', 'bytea', 'bytea', 'bytea'],
    columns: select.columns,
  });
  return made as unknown as Statement<Row>;
};

/**
 * The AuditPort: events are sealed here and inserted in the request's own transaction.
 * @param deps.onIncident counts what did not open or fit (category `integrity`)
 */
export const createAudit = (deps: { sealer: AuditSealer; onIncident?: () => void }): AuditPort => {
  const wrapped = new Map<Statement, { patient?: Statement; none?: Statement }>();

  const wrappedOf = <Row>(select: Statement<Row>, ofPatient: boolean): Statement<Row> => {
    let known = wrapped.get(select as Statement);
    if (!known) wrapped.set(select as Statement, (known = {}));
    const slot = ofPatient ? 'patient' : 'none';
    return (known[slot] ??= wrap(select, ofPatient) as Statement) as Statement<Row>;
  };

  /** A refused request about a patient whom nobody knows: she gets no key and no log, the system's log names her. */
  const redirected = (draft: AuditDraft): AuditDraft => ({
    ...draft,
    patientId: null,
    internal: { ...draft.internal, about: draft.patientId! },
  });

  const seal = async (draft: AuditDraft): Promise<Prepared> => {
    const patientId = draft.patientId ?? systemSubject;
    let key;
    try {
      key = await deps.sealer.key(patientId, 'audit');
    } catch (error) {
      const isUnknown = isAppError(error) && error.kind === 'not-found';
      if (!isUnknown || draft.outcome === 'ok' || draft.patientId === null) throw error;
      return seal(redirected(draft));
    }
    const id = newId<EventId>(draft.at.getTime());
    const body = composeBody(id, patientId, draft);
    return {
      id,
      draft,
      patientId,
      sealed: key.seal(eventContext(id), packBody(body)),
      ...bodyHashes(body),
      exposedSalt: newSalt(),
    };
  };

  const insertOne = (e: Prepared, exposed: Buffer): Bound<unknown> =>
    bind(insertEvent, [
      e.patientId,
      e.id,
      e.draft.actor.accountId,
      e.draft.at,
      e.sealed,
      exposed,
      e.exposedSalt,
      commitment(e, e.exposedSalt, exposed),
    ]);

  return {
    prepare: async (draft: AuditDraft): Promise<PreparedEvent> => {
      const event = await seal(draft);
      if (draft.category !== 'integrity') return event;
      deps.onIncident?.();
      if (event.draft.patientId === null) return event;
      const detail = `${draft.internal.detail ?? 'integrity'} patient ${draft.patientId}`;
      const twin = await seal({ ...draft, patientId: null, internal: { ...draft.internal, detail } });
      const both: Prepared = { ...event, twin };
      return both;
    },

    exposing: <Row>(select: Bound<Row>, event: PreparedEvent): Bound<Row> => {
      const e = event as Prepared;
      return bind(wrappedOf(select.statement, e.draft.patientId !== null), [
        ...select.values,
        e.patientId,
        e.id,
        e.draft.actor.accountId,
        e.draft.at,
        e.sealed,
        e.exposedSalt,
        e.disclosedHash,
        e.internalHash,
      ]);
    },

    insert: (event, recordIds) => {
      if (recordIds.length > exposedLimit) throw new RangeError('too many record ids for one event');
      const e = event as Prepared;
      const exposed = packIds(recordIds);
      return e.twin ? [insertOne(e, exposed), insertOne(e.twin, exposed)] : [insertOne(e, exposed)];
    },
  };
};
