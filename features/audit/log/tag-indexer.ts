import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import {
  compareBytes,
  foldSubtrees,
  indexLevels,
  perfectSizes,
  recordBytes,
  rootOf,
  sortedRecords,
  tileWidth,
  type Block,
  type Hash,
  type TileReader,
} from '@portico/crypto';
import type { Pool } from '#platform/db/pool.ts';
import type { BlockIndex } from './append.ts';
import { readEntries } from './log-database.ts';
import type { LogFiles } from './log-files.ts';

/**
 * Builds the tag index of sealed blocks (crypto/SPEC.md). A block of 256 entries is sorted in memory;
 * a larger one merges the sixteen lists below it, streaming, in bounded memory. The result is a pure
 * function of the public entries, so a lost file is simply built again.
 */
const bufferRecords = 1_600;
const yieldEvery = 20_000;

const leafPrefix = Buffer.from([0]);
const recordHash = (record: Uint8Array): Hash => createHash('sha256').update(leafPrefix).update(record).digest();

/** Reads a sorted list front to back. */
const readRecords = async function* (handle: FileHandle): AsyncGenerator<Buffer> {
  const chunk = Buffer.alloc(bufferRecords * recordBytes);
  for (let at = 0; ;) {
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, at);
    if (bytesRead === 0) return;
    if (bytesRead % recordBytes !== 0) throw new Error('a tag index file is cut off');
    at += bytesRead;
    for (let offset = 0; offset < bytesRead; offset += recordBytes) {
      yield Buffer.from(chunk.subarray(offset, offset + recordBytes));
    }
  }
};

/** A repeated tag means that two entries claim the same number of one patient: the log is broken. */
export class RepeatedTag extends Error {}

/** Merges sorted lists into one; throws RepeatedTag when a tag stands twice. */
export const mergeRecords = async function* (lists: readonly AsyncGenerator<Buffer>[]): AsyncGenerator<Buffer> {
  const heads: { record: Buffer; list: AsyncGenerator<Buffer> }[] = [];
  for (const list of lists) {
    const first = await list.next();
    if (!first.done) heads.push({ record: first.value, list });
  }
  let last: Buffer | undefined;
  while (heads.length > 0) {
    let least = 0;
    for (let i = 1; i < heads.length; i++) if (heads[i]!.record.compare(heads[least]!.record) < 0) least = i;
    const head = heads[least]!;
    if (last && last.compare(head.record, 0, 32, 0, 32) === 0) {
      throw new RepeatedTag(
        `entries ${last.readBigUInt64BE(32)} and ${head.record.readBigUInt64BE(32)} carry the same tag`,
      );
    }
    last = head.record;
    yield head.record;
    const next = await head.list.next();
    if (next.done) heads.splice(least, 1);
    else head.record = next.value;
  }
};

type Tree = { count: number; root: Hash; upper: Buffer };

/** Writes records as they come and hashes them into tiles; keeps only one tile's hashes at a time. */
const writeRecords = async (records: AsyncIterable<Uint8Array>, handle: FileHandle): Promise<Tree> => {
  let count = 0;
  let leaves: Hash[] = [];
  const roots: Hash[] = [];
  let waiting: Uint8Array[] = [];
  for await (const record of records) {
    waiting.push(record);
    leaves.push(recordHash(record));
    count += 1;
    if (leaves.length === tileWidth) {
      roots.push(rootOf(leaves));
      leaves = [];
    }
    if (waiting.length === bufferRecords) {
      await handle.writeFile(Buffer.concat(waiting));
      waiting = [];
    }
    if (count % yieldEvery === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await handle.writeFile(Buffer.concat(waiting));
  const upper: Hash[][] = [roots];
  while (upper.at(-1)!.length >= tileWidth) upper.push(tileRoots(upper.at(-1)!));
  return { count, root: rootOver(leaves, upper), upper: Buffer.concat(upper.flat()) };
};

const tileRoots = (hashes: readonly Hash[]): Hash[] =>
  Array.from({ length: Math.floor(hashes.length / tileWidth) }, (_, i) =>
    rootOf(hashes.slice(i * tileWidth, (i + 1) * tileWidth)),
  );

/** Root from the last, partial tile of each level. */
const rootOver = (leaves: readonly Hash[], upper: readonly (readonly Hash[])[]): Hash => {
  const subtrees: Hash[] = [];
  const levels = [leaves, ...upper].map((hashes, level) =>
    level === 0 ? hashes : hashes.slice(hashes.length - (hashes.length % tileWidth)),
  );
  for (const hashes of levels.toReversed()) {
    let at = 0;
    for (const size of perfectSizes(hashes.length)) {
      subtrees.push(rootOf(hashes.slice(at, at + size)));
      at += size;
    }
  }
  return foldSubtrees(subtrees);
};

const listOf = async function* (records: readonly Uint8Array[]): AsyncGenerator<Buffer> {
  for (const record of records) yield Buffer.from(record);
};

const childrenOf = ({ level, block }: Block): Block[] => {
  const below = indexLevels[(indexLevels as readonly number[]).indexOf(level) - 1]!;
  const ratio = 2 ** (level - below);
  return Array.from({ length: ratio }, (_, i) => ({ level: below, block: block * ratio + i }));
};

/** Builds a block's list and tree files (and any missing list below it), durably; gives its index. */
export const buildBlock = async (pool: Pool, files: LogFiles, block: Block): Promise<BlockIndex> => {
  const target = files.indexPath(block.level, block.block);
  await mkdir(path.dirname(target), { recursive: true });
  const temporary = `${target}.tmp`;
  const opened: FileHandle[] = [];
  try {
    const lists: AsyncGenerator<Buffer>[] = [];
    if (block.level === indexLevels[0]) {
      const start = block.block * 2 ** block.level;
      const records = sortedRecords(await readEntries(pool, start, start + 2 ** block.level), start);
      lists.push(listOf(records));
    } else {
      for (const child of childrenOf(block)) {
        const handle = await openList(pool, files, child);
        opened.push(handle);
        lists.push(readRecords(handle));
      }
    }
    const out = await open(temporary, 'w', 0o644);
    opened.push(out);
    const tree = await writeRecords(mergeRecords(lists), out);
    await out.sync();
    await files.write([
      { path: path.relative(files.folder, files.indexPath(block.level, block.block, 'tree')), bytes: tree.upper },
    ]);
    await rename(temporary, target);
    return { level: block.level, block: block.block, count: tree.count, root: tree.root };
  } finally {
    for (const handle of opened) await handle.close();
    await rm(temporary, { force: true });
  }
};

const openList = async (pool: Pool, files: LogFiles, block: Block): Promise<FileHandle> => {
  const name = files.indexPath(block.level, block.block);
  try {
    return await open(name, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await buildBlock(pool, files, block);
    return open(name, 'r');
  }
};

/** An open list: how many records, one record, and the tree's hashes for proofs. */
export type TagList = {
  readonly count: number;
  record(position: number): Promise<Buffer>;
  /** Position of the first record whose tag is not below `tag`. */
  find(tag: Hash): Promise<number>;
  readonly readTile: TileReader;
  close(): Promise<void>;
};

/** Opens a published list for proofs. */
export const openTagList = async (files: LogFiles, block: Block): Promise<TagList> => {
  const handle = await open(files.indexPath(block.level, block.block), 'r');
  const upper = await readFile(files.indexPath(block.level, block.block, 'tree'));
  const count = (await handle.stat()).size / recordBytes;
  const read = async (first: number, length: number): Promise<Buffer> => {
    const bytes = Buffer.alloc(length * recordBytes);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, first * recordBytes);
    if (bytesRead !== bytes.length) throw new Error('a tag index file is cut off');
    return bytes;
  };
  const record = (position: number): Promise<Buffer> => read(position, 1);
  return {
    count,
    record,
    find: async (tag) => {
      let low = 0;
      let high = count;
      while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if (compareBytes((await record(middle)).subarray(0, 32), tag) < 0) low = middle + 1;
        else high = middle;
      }
      return low;
    },
    readTile: async (level, index, width) => {
      if (level === 0) {
        const bytes = await read(index * tileWidth, width);
        return Array.from({ length: width }, (_, i) =>
          recordHash(bytes.subarray(i * recordBytes, (i + 1) * recordBytes)),
        );
      }
      let offset = index * tileWidth;
      for (let below = 1; below < level; below++) offset += Math.floor(count / tileWidth ** below);
      return Array.from({ length: width }, (_, i) => upper.subarray((offset + i) * 32, (offset + i + 1) * 32));
    },
    close: () => handle.close(),
  };
};
