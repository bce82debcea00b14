import type { Pool } from '#platform/db/pool.ts';
import { bind } from '#platform/db/statement.ts';
import { systemSubject, type Sealer } from '#platform/kms/sealer.ts';
import {
  findPeople,
  findPeopleByToken,
  findSharedByToken,
  findStored,
  findStoredShared,
  kindOf,
  personTokens,
  type RecordIds,
} from '#features/records/index.ts';
import type { ParsedReference } from './reference.ts';

/** A record that an earlier import stored. `patientId` null: shared. */
export type StoredTarget = { type: string; recordId: string; patientId: string | null };

/**
 * Finds what earlier imports stored, by id only: nothing is opened. Answers are kept for the command,
 * so each reference is asked about once.
 */
export const createStoredLookup = (deps: { pool: Pool; sealer: Sealer; recordIds: RecordIds; source: string }) => {
  const tokens = personTokens(deps.sealer);
  const known = new Map<string, StoredTarget | null>();

  const first = async <Row>(bound: Parameters<Pool['run']>[0][number]): Promise<Row | undefined> => {
    const [rows] = await deps.pool.run([bound]);
    return rows?.[0] as Row | undefined;
  };

  const patientStored = async (patientId: string): Promise<boolean> =>
    (await first(bind(findPeople, [[patientId]]))) !== undefined;

  const byLocalId = async (type: string, id: string, owner: string | null): Promise<StoredTarget | null> => {
    if (type === 'Patient') {
      const patientId = deps.recordIds.patient(deps.source, id);
      if (!(await patientStored(patientId))) return null;
      return { type, patientId, recordId: patientId };
    }
    if (kindOf(type) !== 'person') {
      const recordId = deps.recordIds.shared(deps.source, type, id);
      if (await first(bind(findStoredShared, [systemSubject, [recordId]]))) return { type, recordId, patientId: null };
    }
    if (kindOf(type) === 'shared' || owner === null) return null;
    const recordId = deps.recordIds.record(owner, deps.source, type, id);
    const stored = await first(bind(findStored, [owner, [recordId]]));
    return stored ? { type, recordId, patientId: owner } : null;
  };

  const byIdentifier = async (type: string, system: string, value: string): Promise<StoredTarget | null> => {
    if (type === 'Patient') {
      const [rows] = await deps.pool.run([bind(findPeopleByToken, [[tokens.identifier(system, value).token]])]);
      // Two people with one number: never guessed.
      if (rows.length !== 1) return null;
      return { type, patientId: rows[0]!.patient_id, recordId: rows[0]!.patient_id };
    }
    const [rows] = await deps.pool.run([bind(findSharedByToken, [[tokens.sharedIdentifier(type, system, value)]])]);
    return rows.length === 1 ? { type, recordId: rows[0]!.resource_id, patientId: null } : null;
  };

  return async (parsed: ParsedReference, owner: string | null): Promise<StoredTarget | undefined> => {
    if (parsed.kind !== 'local' && parsed.kind !== 'identifier') return undefined;
    const name =
      parsed.kind === 'local'
        ? `${owner ?? ''} ${parsed.type}/${parsed.id}`
        : `${parsed.type}?${parsed.system}|${parsed.value}`;
    let found = known.get(name);
    if (found === undefined) {
      found =
        parsed.kind === 'local'
          ? await byLocalId(parsed.type, parsed.id, owner)
          : await byIdentifier(parsed.type, parsed.system, parsed.value);
      known.set(name, found);
    }
    return found ?? undefined;
  };
};

export type StoredLookup = ReturnType<typeof createStoredLookup>;
