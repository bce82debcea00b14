import { decodeTile, leafHash, TreeEdge, tileLevels, tileWidth, type Hash, type TileReader } from '@portico/crypto';
import type { Pool } from '#platform/db/pool.ts';
import { bind } from '#platform/db/statement.ts';
import { findTile, listEntries, listTileRoots } from './log-store.ts';

/** The rows have a hole: the log in this database is damaged. */
export class MissingEntry extends Error {}

/** Entries `from` up to `to` (at most 65,536 apart), checked to be there without a hole. */
export const readEntries = async (pool: Pool, from: number, to: number): Promise<Buffer[]> => {
  if (to - from > 65_536) throw new RangeError('too many entries at once');
  if (to <= from) return [];
  const [rows] = await pool.run([bind(listEntries, [from, to])]);
  rows.forEach((row, offset) => {
    if (row.idx !== from + offset) throw new MissingEntry(`log entry ${from + offset} is missing`);
  });
  if (rows.length !== to - from) throw new MissingEntry(`log entry ${from + rows.length} is missing`);
  return rows.map((row) => row.entry);
};

/** The tree's right edge at `size`, from the rows: leaf hashes of the last tile, roots of the tiles above. */
export const loadEdge = async (pool: Pool, size: number): Promise<TreeEdge> => {
  const levels: Hash[][] = [(await readEntries(pool, size - (size % tileWidth), size)).map(leafHash)];
  for (let level = 1; level < tileLevels; level++) {
    const count = Math.floor(size / tileWidth ** level);
    if (count === 0) break;
    const [rows] = await pool.run([bind(listTileRoots, [level - 1, count - (count % tileWidth)])]);
    levels.push(rows.slice(0, count % tileWidth).map((row) => row.root));
  }
  return new TreeEdge(size, levels);
};

/** Tiles from the database, partial ones from the level below. Remembers what it read: use it for one task. */
export const databaseTiles = (pool: Pool): TileReader => {
  const known = new Map<string, Promise<readonly Hash[]>>();
  return (level, index, width) => {
    const name = `${level}/${index}/${width}`;
    let tile = known.get(name);
    if (!tile) {
      if (known.size >= 512) known.clear();
      known.set(name, (tile = readTile(pool, level, index, width)));
    }
    return tile;
  };
};

const readTile = async (pool: Pool, level: number, index: number, width: number): Promise<readonly Hash[]> => {
  if (width === tileWidth) {
    const [[tile]] = await pool.run([bind(findTile, [level, index])]);
    if (tile) return decodeTile(tile.hashes);
  }
  const first = index * tileWidth;
  if (level === 0) return (await readEntries(pool, first, first + width)).map(leafHash);
  const [rows] = await pool.run([bind(listTileRoots, [level - 1, first])]);
  if (rows.length < width) throw new MissingEntry(`tile ${level}/${index} is missing`);
  return rows.slice(0, width).map((row) => row.root);
};
