import { setImmediate as turn } from 'node:timers/promises';
import { AppError } from '#platform/errors.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import type { SubjectKey } from '#platform/kms/subject-key.ts';
import { writes, type Handler } from '#platform/operation.ts';
import { sideOf } from '../list-handlers.ts';
import { listHolding, type Area } from '../lists.ts';
import { openRow, type SealedRow } from '../open-rows.ts';
import type { FhirResource } from '../read/elements.ts';
import { headingOf } from '../read/read-entry.ts';
import * as contract from './contract.ts';
import * as sql from './store.ts';
import { excerptOf, folded, hasAll, textsOfResource, wantedWords, wordsOfResource } from './words.ts';

/** Rows and sealed bytes opened at once: what a search may hold in memory, and how long it holds the process. */
const BATCH_ROWS = 200;
const BATCH_BYTES = 2 * 1024 * 1024;
/** One that takes longer says that it did not finish. */
const LIMIT_MS = 10_000;
/** Searches of large records at work in this process, one for each account; each keeps a connection for seconds. */
const AT_ONCE = 3;
const LARGE_ROWS = 1_000;
const LARGE_BYTES = 8 * 1024 * 1024;

type Row = SealedRow & { area: string; resource_type: string };

function* batchesOf(found: readonly { id: string; size: number }[]): Generator<string[]> {
  let batch: string[] = [];
  let bytes = 0;
  for (const { id, size } of found) {
    if (batch.length > 0 && (batch.length === BATCH_ROWS || bytes + size > BATCH_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(id);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** `isCut`: found nothing in what was looked at, and a long text was not looked at to its end. */
type Looked = { hit?: contract.SearchHit; isCut?: boolean };

const lookAt = (key: SubjectKey, row: Row, wanted: readonly string[]): Looked => {
  const list = listHolding(row.area as Area, row.resource_type);
  if (!list) return {};
  const resource = JSON.parse(openRow(key, 'records.resource', row).toString()) as FhirResource;
  const words = wordsOfResource(resource);
  const hit = (excerpt: string | null): Looked => {
    const { title, at, withdrawn } = headingOf(resource);
    return { hit: { recordId: row.id, list, resourceType: row.resource_type, title, at, withdrawn, excerpt } };
  };
  if (hasAll(words, wanted)) return hit(null);
  const { texts, isCut } = textsOfResource(resource);
  const text = texts.find((one) => hasAll(`${words} ${folded(one)}`, wanted));
  return text === undefined ? { isCut } : hit(excerptOf(text, wanted));
};

/**
 * Looks through a record on the server, the newest first. Names are sealed, so every row is opened; only
 * what was found is shown and stands in the event. The words themselves are never logged.
 */
export const searchHandler = ({ sealer }: { sealer: Sealer }): Handler => {
  const running = new Set<string>();
  return writes(contract.searchRecord, async (tx, { params: { patientId }, body }, { actor }) => {
    const wanted = wantedWords(body.words);
    if (wanted.length === 0) {
      throw new AppError('invalid', undefined, {
        fields: [{ path: 'body.words', message: 'Type a word to look for.' }],
      });
    }
    const found = await tx.all(sql.searchIds[sideOf(actor.role)], [patientId, contract.SEARCH_RECORDS]);
    const isLarge = found.length > LARGE_ROWS || found.reduce((bytes, { size }) => bytes + size, 0) > LARGE_BYTES;
    if (isLarge && (running.size >= AT_ONCE || running.has(actor.accountId))) {
      throw new AppError('too-many', 'Others are searching just now. Try again in a moment.', { retryAfterSeconds: 3 });
    }
    if (isLarge) running.add(actor.accountId);
    try {
      const deadline = performance.now() + LIMIT_MS;
      const key = found.length === 0 ? undefined : await sealer.key(patientId, 'records');
      const hits: contract.SearchHit[] = [];
      let searched = 0;
      let cut = 0;
      for (const batch of batchesOf(found)) {
        if (hits.length > contract.SEARCH_HITS || performance.now() > deadline) break;
        const rows = new Map((await tx.all(sql.openSome, [patientId, batch])).map((row) => [row.id, row]));
        for (const id of batch) {
          const row = rows.get(id);
          if (!row) continue;
          const { hit, isCut } = lookAt(key!, row, wanted);
          if (hit) hits.push(hit);
          cut += isCut ? 1 : 0;
        }
        searched += batch.length;
        // Others have their turn between batches.
        await turn();
      }
      const shown = hits.slice(0, contract.SEARCH_HITS);
      tx.audit({ patientId, recordIds: shown.map(({ recordId }) => recordId) });
      const complete = searched === (found[0]?.total ?? 0) && cut === 0;
      return { hits: shown, more: hits.length > shown.length, searched, complete };
    } finally {
      if (isLarge) running.delete(actor.accountId);
    }
  });
};
