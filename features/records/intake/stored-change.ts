import type { Bound } from '#platform/db/statement.ts';

/** One row that an import writes, as another feature is told of it. Ids, times and names of types only. */
export type StoredChange = {
  recordId: string;
  resourceType: string;
  area: string;
  /** The part of the record it stood in before; undefined: it is new. */
  areaBefore: string | undefined;
  /** When it happened; null: it names no time. */
  at: Date | null;
  version: number;
};

/**
 * What else happens in the importer's own transaction: `before` runs while the old rows still stand, `after`
 * with the commit. Given by server/app.ts.
 */
export type OnStored = (
  patientId: string,
  changes: readonly StoredChange[],
) => { before: Bound<unknown>[]; after: Bound<unknown>[] };
