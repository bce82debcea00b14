import { bind, type Bound } from '#platform/db/statement.ts';
import { newId, type SourceId } from '#platform/ids.ts';
import type { AtOnce, WriteRecord } from '#platform/operation.ts';
import { opensAt } from '../timing/working-days.ts';
import type { AcceptedResource } from './accept.ts';
import { heldBeside } from './danger.ts';
import * as sql from './write-statements.ts';
import { codeTokenPurpose, sealChange, storedChange, type BatchDeps, type Change } from './write-batch.ts';

const table = 'records.resource';

const openBeside = (patientId: string, resource: AcceptedResource): Bound<unknown>[] => {
  const { ids, partIds } = heldBeside([resource]);
  return ids.length === 0 ? [] : [bind(sql.openBesideDanger, [patientId, ids, partIds])];
};

/**
 * Stores one resource of a patient in one flight, on the guess that it is new: what a feed brings mostly is.
 * Gives nothing for what touches more than its own rows (a Patient resource is the directory's entry too).
 * A row that stands already, or an import of the same person under way, undoes the whole flight.
 */
export const createNewWriter =
  (deps: BatchDeps) =>
  async (source: string, resource: AcceptedResource): Promise<Omit<AtOnce, 'answer'> | undefined> => {
    const { patientId, recordId } = resource;
    // A dangerous value looks for the reports that hold it.
    if (patientId === null || resource.person || resource.isCritical) return undefined;
    const key = await deps.sealer.key(patientId, 'records');
    const contentToken = key.token('records.resource.content_token', resource.text);
    const change: Change = { resource, version: 1, contentToken, areaBefore: undefined };
    const writes: WriteRecord[] = [];
    const { sealed, mac } = sealChange(key, table, change, writes);
    const also = deps.onStored?.(patientId, [storedChange(change)]);
    const put = bind(sql.putNew, [
      newId<SourceId>(),
      source,
      source,
      patientId,
      recordId,
      resource.resourceType,
      resource.area,
      resource.at,
      resource.code === null ? null : key.token(codeTokenPurpose, resource.code),
      contentToken,
      sealed,
      resource.heldAs,
      resource.heldAs === null ? null : opensAt(deps.clock.now(), deps.timeZone),
      mac,
    ]);
    return {
      bounds: [...(also?.before ?? []), put, ...openBeside(patientId, resource), ...(also?.after ?? [])],
      said: [{ patientId, recordIds: [recordId], writes, detail: `source ${source}` }],
      weight: 2,
    };
  };
