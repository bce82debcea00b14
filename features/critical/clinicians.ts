import type { RowOf } from '#platform/db/statement.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import { openProfile } from '#features/identity/index.ts';
import type * as sql from './store.ts';

type Clinician = RowOf<typeof sql.listClinicians>;

/** Names of clinicians who work here, by account. */
export const namesOf = async (sealer: Sealer, rows: readonly Clinician[]): Promise<ReadonlyMap<string, string>> => {
  const names = new Map<string, string>();
  for (const row of rows) names.set(row.account_id, (await openProfile({ sealer }, row.account_id, row)).name);
  return names;
};
