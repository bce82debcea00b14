import {
  absenceRanges,
  consistencyRanges,
  coverFromStart,
  decodeBundle,
  decodeEntry,
  encodeBundle,
  multiproofRanges,
  parseCheckpoint,
  parseNote,
  rangeHash,
  tagOf,
  tileWidth,
  toBase64,
  widthIn,
  type Range,
} from '@portico/crypto';
import type { ResultOf } from '#platform/contract.ts';
import type { RowOf } from '#platform/db/statement.ts';
import type { proveMyLog } from './contract.ts';
import type { LogFiles } from './log/log-files.ts';
import type { listMyEntries, listTagIndexes } from './page-store.ts';
import { openTagList } from './log/tag-indexer.ts';

/** `MyLogProof` of @portico/crypto, as the contract sends it. */
type Proof = NonNullable<ResultOf<typeof proveMyLog>['proof']>;

export type ProofInput = {
  /** The published note and its size; everything below is about that size. */
  checkpoint: string;
  logKey: Buffer;
  /** Her entries at that size. */
  count: number;
  /** Her entries from+1, from+2 ... */
  entries: readonly RowOf<typeof listMyEntries>[];
  from: number;
  indexes: readonly RowOf<typeof listTagIndexes>[];
  /** Size of the checkpoint that the browser remembers; 0 for none. */
  rememberedSize: number;
};

/** Size of a checkpoint of our own (the verifying is the browser's business). */
export const sizeOfNote = (note: string): number => parseCheckpoint(parseNote(note).text).size;

/** Lowest block of each level that a cover of a log of `size` may need, for `listTagIndexes`. */
export const coverBounds = (size: number): number[] =>
  [20, 16, 12, 8].map((level) => {
    const ratio = 2 ** 4;
    return Math.max(0, (Math.floor(size / 2 ** (level + 4)) - 1) * ratio);
  });

/** Puts together what `verifyMyLog` needs, from the published files and the patient's own rows. */
export const buildMyLogProof = async (files: LogFiles, input: ProofInput): Promise<Proof> => {
  const size = sizeOfNote(input.checkpoint);
  const hashOf = (range: Range): Promise<string> => rangeHash(range, size, files.readTile).then(toBase64);
  const indexes = new Map(input.indexes.map((row) => [`${row.level}/${row.block}`, row]));
  const cover = coverFromStart(size, ({ level, block }) => indexes.has(`${level}/${block}`));
  const next = tagOf(input.logKey, input.count + 1);

  const blocks: Proof['blocks'] = [];
  for (const block of cover.blocks) {
    const row = indexes.get(`${block.level}/${block.block}`)!;
    const list = await openTagList(files, block);
    try {
      const position = await list.find(next);
      const around = [position - 1, position].filter((at) => at >= 0 && at < list.count);
      const records = await Promise.all(around.map((at) => list.record(at)));
      const hashes = await Promise.all(
        absenceRanges(position, list.count).map((range) => rangeHash(range, list.count, list.readTile)),
      );
      blocks.push({
        ...block,
        index: row.leaf_idx,
        root: toBase64(row.root),
        count: list.count,
        position,
        records: records.map(toBase64),
        hashes: hashes.map(toBase64),
      });
    } finally {
      await list.close();
    }
  }

  const tail = await readTail(files, cover.tailStart, size);
  const known = new Set([
    ...input.entries.map((entry) => entry.idx),
    ...blocks.map((block) => block.index),
    ...tail.map((_, offset) => cover.tailStart + offset),
  ]);
  const indexesKnown = [...known].toSorted((a, b) => a - b);
  return {
    checkpoint: input.checkpoint,
    logKey: toBase64(input.logKey),
    count: input.count,
    from: input.from,
    entries: input.entries.map((entry) => ({ index: entry.idx, cmt: toBase64(cmtOf(entry.entry)) })),
    blocks,
    tail: toBase64(encodeBundle(tail)),
    hashes: await Promise.all(multiproofRanges(indexesKnown, size).map(hashOf)),
    consistency: await Promise.all(consistencyRanges(Math.min(input.rememberedSize, size), size).map(hashOf)),
  };
};

const cmtOf = (bytes: Buffer): Uint8Array => {
  const entry = decodeEntry(bytes);
  if (entry.kind !== 'event') throw new RangeError('not an event entry');
  return entry.cmt;
};

const readTail = async (files: LogFiles, start: number, size: number): Promise<Uint8Array[]> => {
  const entries: Uint8Array[] = [];
  for (let index = Math.floor(start / tileWidth); index * tileWidth < size; index++) {
    const width = widthIn(0, index, size);
    const bundle = decodeBundle(await files.readBundle(index, width)).slice(0, width);
    entries.push(...bundle.slice(Math.max(0, start - index * tileWidth)));
  }
  return entries;
};
