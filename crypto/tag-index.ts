import { be64, concatBytes, decodeEntry, indexLevels, readBe64 } from './log-entry.ts';
import {
  leafHash,
  multiproofRanges,
  rootOf,
  sameBytes,
  verifyMultiproof,
  emptyRoot,
  type Hash,
  type Range,
} from './tlog.ts';

/**
 * The tag index: per sealed block of 2^8, 2^12 ... 2^24 entries a sorted list of `tag || be64(index)`
 * and the RFC 6962 tree over it. Two neighbours in that tree prove that no tag lies between them, so a
 * patient need not scan the log to know that there is no entry of hers beyond the last one shown.
 */
export const recordBytes = 40;

export const tagRecord = (tag: Hash, index: number): Uint8Array => concatBytes(tag, be64(index));

export const compareBytes = (a: Uint8Array, b: Uint8Array): number => {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
};

/** Sorted records of the tagged entries in a run of entries that begins at `start`. */
export const sortedRecords = (entries: readonly Uint8Array[], start: number): Uint8Array[] => {
  const records: Uint8Array[] = [];
  entries.forEach((bytes, offset) => {
    const entry = decodeEntry(bytes);
    if (entry.kind !== 'index') records.push(tagRecord(entry.tag, start + offset));
  });
  return records.toSorted(compareBytes);
};

/** Root of the tree over sorted records. */
export const sortedRoot = (records: readonly Uint8Array[]): Hash => rootOf(records.map(leafHash));

/** A tag that stands twice in sorted records, or undefined. */
export const findRepeatedTag = (records: readonly Uint8Array[]): Uint8Array | undefined =>
  records.find((record, i) => i > 0 && sameBytes(record.subarray(0, 32), records[i - 1]!.subarray(0, 32)));

/** That a tag is not in a list of `count` records: the neighbours on either side, and their proof. */
export type AbsenceProof = {
  readonly count: number;
  /** Position of the first record above the tag, 0..count. */
  readonly position: number;
  /** The record at position - 1, if there is one, then the record at position, if there is one. */
  readonly records: readonly Uint8Array[];
  readonly hashes: readonly Hash[];
};

const neighbourPositions = (position: number, count: number): number[] =>
  [position - 1, position].filter((at) => at >= 0 && at < count);

/** Ranges of the sorted tree that an absence proof at `position` needs. */
export const absenceRanges = (position: number, count: number): Range[] =>
  multiproofRanges(neighbourPositions(position, count), count);

/** True if the proof shows that the list with this root has no record of the tag. */
export const verifyAbsence = (tag: Hash, root: Hash, proof: AbsenceProof): boolean => {
  const { count, position, records, hashes } = proof;
  if (
    !Number.isSafeInteger(count) ||
    !Number.isSafeInteger(position) ||
    count < 0 ||
    position < 0 ||
    position > count
  ) {
    return false;
  }
  if (count === 0) return records.length === 0 && hashes.length === 0 && sameBytes(root, emptyRoot());
  const positions = neighbourPositions(position, count);
  if (records.length !== positions.length || !records.every((record) => record.length === recordBytes)) return false;
  const ordered = records.every((record, i) => {
    const order = compareBytes(record.subarray(0, 32), tag);
    return positions[i]! < position ? order < 0 : order > 0;
  });
  const leaves = records.map((record, i) => ({ index: positions[i]!, hash: leafHash(record) }));
  return ordered && verifyMultiproof(leaves, count, hashes, root);
};

/** The index of the log entry that a record names. */
export const recordIndex = (record: Uint8Array): number => readBe64(record, 32);

export type Block = { readonly level: number; readonly block: number };

/** Blocks that are sealed at `size`, smallest levels first. */
export const sealedBlocks = (size: number, from: Readonly<Record<number, number>> = {}): Block[] => {
  const blocks: Block[] = [];
  for (const level of indexLevels) {
    for (let block = from[level] ?? 0; (block + 1) * 2 ** level <= size; block++) blocks.push({ level, block });
  }
  return blocks;
};

/**
 * The fewest blocks that cover the log from its start: at each place the largest aligned block that has
 * an index leaf. What follows them is the tail, which is read entry by entry.
 */
export const coverFromStart = (
  size: number,
  has: (block: Block) => boolean,
): { blocks: Block[]; tailStart: number } => {
  const blocks: Block[] = [];
  let at = 0;
  for (;;) {
    const level = indexLevels.findLast((candidate) => {
      const length = 2 ** candidate;
      return at % length === 0 && at + length <= size && has({ level: candidate, block: at / length });
    });
    if (level === undefined) return { blocks, tailStart: at };
    blocks.push({ level, block: at / 2 ** level });
    at += 2 ** level;
  }
};
