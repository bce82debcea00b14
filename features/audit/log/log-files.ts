import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { LRUCache } from 'lru-cache';
import { decodeTile, parseTilePath, tilePath, tileWidth, type Hash, type TileReader } from '@portico/crypto';

/**
 * The published log: static files under one folder, as C2SP tlog-tiles lays them out, with the tag
 * index beside them. Files other than `checkpoint` never change once written.
 */
export type LogFiles = {
  readonly folder: string;
  /** The published checkpoint, or undefined before the first. */
  readCheckpoint(): Promise<string | undefined>;
  /** Verifier keys, the log's first; undefined before the first publication. */
  readVkeys(): Promise<string[] | undefined>;
  /** Hashes of a tile in the width that the reader's tree size gives it. */
  readTile: TileReader;
  /** Bytes of an entry bundle in that width. */
  readBundle(index: number, width: number): Promise<Buffer>;
  /** Writes files durably, each whole or not at all: temporary name, fsync, rename, fsync of the folder. */
  write(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): Promise<void>;
  /** Removes partial tiles whose full tile is there. */
  dropPartial(kind: number | 'entries', index: number): Promise<void>;
  /** Absolute path of a file of the tag index. */
  indexPath(level: number, block: number, part?: 'tree'): string;
};

export const checkpointPath = 'checkpoint';
/** One verifier key a line: the log's, then those of its witnesses. */
export const vkeysPath = 'vkeys';

/** `index/<level>/<N>`: sorted records; with `.tree`: hashes above them. N as in tile paths. */
export const indexFilePath = (level: number, block: number, part?: 'tree'): string => {
  const name = tilePath({ kind: 0, index: block, width: tileWidth }).slice('tile/0/'.length);
  return `index/${level}/${name}${part === undefined ? '' : `.${part}`}`;
};

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Opens (and makes, 0755) the folder of the published log. Nothing in it is secret. */
export const openLogFiles = async (folder: string): Promise<LogFiles> => {
  await mkdir(folder, { recursive: true });
  const tiles = new LRUCache<string, readonly Hash[]>({ max: 1_024 });

  const readOr = async (first: string, second: string): Promise<Buffer> => {
    try {
      return await readFile(path.join(folder, first));
    } catch (error) {
      if (!isMissing(error)) throw error;
      // A partial tile is removed once the full one is there.
      return readFile(path.join(folder, second));
    }
  };

  const readText = async (name: string): Promise<string | undefined> => {
    try {
      return await readFile(path.join(folder, name), 'utf8');
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };

  const write = async (files: readonly { path: string; bytes: Uint8Array }[]): Promise<void> => {
    const folders = new Set<string>();
    for (const file of files) {
      const target = path.join(folder, file.path);
      const parent = path.dirname(target);
      const made = await mkdir(parent, { recursive: true });
      if (made !== undefined) {
        // Each folder on the way is an entry in the one above it.
        for (let at = parent; at.length >= folder.length; at = path.dirname(at)) folders.add(at);
      }
      folders.add(parent);
      const temporary = path.join(parent, `.${path.basename(target)}.${randomBytes(6).toString('hex')}`);
      const handle = await open(temporary, 'wx', 0o644);
      try {
        await handle.writeFile(file.bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, target);
    }
    for (const each of folders) await syncFolder(each);
  };

  return {
    folder,
    readCheckpoint: () => readText(checkpointPath),
    readVkeys: async () => (await readText(vkeysPath))?.trimEnd().split('\n'),
    readTile: async (level, index, width) => {
      const full = tilePath({ kind: level, index, width: tileWidth });
      const cached = tiles.get(full);
      if (cached) return cached.slice(0, width);
      const hashes = decodeTile(await readOr(tilePath({ kind: level, index, width }), full));
      if (hashes.length < width) throw new RangeError('a tile is shorter than the tree needs');
      if (hashes.length === tileWidth) tiles.set(full, hashes);
      return hashes.slice(0, width);
    },
    readBundle: (index, width) =>
      readOr(tilePath({ kind: 'entries', index, width }), tilePath({ kind: 'entries', index, width: tileWidth })),
    write,
    dropPartial: (kind, index) =>
      rm(path.join(folder, `${tilePath({ kind, index, width: tileWidth })}.p`), { recursive: true, force: true }),
    indexPath: (level, block, part) => path.join(folder, indexFilePath(level, block, part)),
  };
};

const indexPattern = /^index\/(?:8|12|16|20|24)\/(?:x\d{3}\/){0,4}\d{3}(?:\.tree)?$/;

export type PublishedFile = { bytes: Buffer; contentType: string; immutable: boolean };

/**
 * A file of the published log by its public path (`checkpoint`, `tile/...`, `index/...`), for the HTTP
 * edge; undefined when the path is not canonical or there is no such file.
 */
export const findPublishedFile = async (files: LogFiles, name: string): Promise<PublishedFile | undefined> => {
  const isText = name === checkpointPath || name === vkeysPath;
  if (!isText && !parseTilePath(name) && !indexPattern.test(name)) return undefined;
  try {
    const bytes = await readFile(path.join(files.folder, name));
    return isText
      ? { bytes, contentType: 'text/plain; charset=utf-8', immutable: false }
      : { bytes, contentType: 'application/octet-stream', immutable: true };
  } catch (error) {
    if (isMissing(error) || (error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
};
