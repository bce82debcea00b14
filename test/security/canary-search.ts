import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';

const chunkBytes = 8 * 1024 * 1024;

/** Which needles stand in the bytes. */
export const findIn = (bytes: Buffer, needles: ReadonlyMap<string, Buffer>): string[] =>
  [...needles].filter(([, needle]) => bytes.includes(needle)).map(([name]) => name);

/** Searches a file in pieces that overlap, so that nothing hides on a border. */
const findInFile = (file: string, needles: ReadonlyMap<string, Buffer>): string[] => {
  const overlap = Math.max(...[...needles.values()].map((needle) => needle.length)) - 1;
  const buffer = Buffer.allocUnsafe(chunkBytes);
  const found = new Set<string>();
  const descriptor = openSync(file, 'r');
  try {
    for (let at = 0; ; at += chunkBytes - overlap) {
      const read = readSync(descriptor, buffer, 0, chunkBytes, at);
      for (const name of findIn(buffer.subarray(0, read), needles)) found.add(name);
      if (read < chunkBytes) return [...found];
    }
  } finally {
    closeSync(descriptor);
  }
};

/** Every file below the folder that `keep` lets through; files that vanish meanwhile are no finding. */
export const findInFolder = (
  folder: string,
  needles: ReadonlyMap<string, Buffer>,
  keep: (file: string) => boolean = () => true,
): { hits: string[]; files: number } => {
  const hits: string[] = [];
  let files = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isFile() || !keep(path.relative(folder, file))) continue;
    try {
      if (statSync(file).size === 0) continue;
      files++;
      hits.push(...findInFile(file, needles).map((name) => `${path.relative(folder, file)}: ${name}`));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return { hits, files };
};

/**
 * Every row of every table as text, and its bytes as they are: what compression inside the files would hide.
 */
export const findInTables = async (
  superuser: pg.Pool,
  needles: ReadonlyMap<string, Buffer>,
): Promise<{ hits: string[]; rows: number }> => {
  const hits: string[] = [];
  let rows = 0;
  const tables = await superuser.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`,
  );
  for (const { name } of tables.rows) {
    // Names come quoted from the catalogue itself.
    const found = await superuser.query({ text: `table ${name}`, rowMode: 'array' });
    for (const row of found.rows as unknown[][]) {
      rows++;
      for (const [i, value] of row.entries()) {
        const bytes = Buffer.isBuffer(value)
          ? value
          : Buffer.from(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
        hits.push(...findIn(bytes, needles).map((needle) => `${name}.${found.fields[i]!.name}: ${needle}`));
      }
    }
  }
  return { hits, rows };
};
