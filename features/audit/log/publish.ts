import { encodeBundle, encodeTile, tilePath, tilesBetween, tileWidth } from '@portico/crypto';
import type { Pool } from '#platform/db/pool.ts';
import { databaseTiles, readEntries } from './log-database.ts';
import { checkpointPath, type LogFiles, vkeysPath } from './log-files.ts';

const filesAtOnce = 256;

/**
 * Writes what the tree of `size` has and the tree of `oldSize` had not, the checkpoint last. The bytes
 * follow from the rows alone, so doing it again after a crash writes the same files.
 */
export const publish = async (
  pool: Pool,
  files: LogFiles,
  oldSize: number,
  size: number,
  note: string,
  vkeys: readonly string[],
): Promise<void> => {
  const readTile = databaseTiles(pool);
  const names = tilesBetween(oldSize, size);
  for (let at = 0; at < names.length; at += filesAtOnce) {
    const written: { path: string; bytes: Uint8Array }[] = [];
    for (const name of names.slice(at, at + filesAtOnce)) {
      const first = name.index * tileWidth;
      const bytes =
        name.kind === 'entries'
          ? encodeBundle(await readEntries(pool, first, first + name.width))
          : encodeTile(await readTile(name.kind, name.index, name.width));
      written.push({ path: tilePath(name), bytes });
    }
    await files.write(written);
  }
  const keyLines = vkeys.map((vkey) => `${vkey}\n`).join('');
  if ((await files.readVkeys())?.join('\n') !== vkeys.join('\n')) {
    await files.write([{ path: vkeysPath, bytes: Buffer.from(keyLines) }]);
  }
  await files.write([{ path: checkpointPath, bytes: Buffer.from(note) }]);
  for (const name of names) if (name.width === tileWidth) await files.dropPartial(name.kind, name.index);
};
