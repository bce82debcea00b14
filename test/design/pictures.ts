// Pictures of pages, compared with those that were looked at and kept.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { palettePng } from './palette-png.ts';

/** `PORTICO_PICTURES=keep` writes the pictures that the next runs compare with. */
export const isKeeping = process.env['PORTICO_PICTURES'] === 'keep';

// Another version of the browser draws the edges of letters a little otherwise. A difference counts where
// many pixels of one small window differ: a lost icon, another colour, a moved line, another word.
const tolerance = { threshold: 0.15, windowSize: 16 };
export const maxPixelsInWindow = 40;

/** Most pixels that differ in one window of 16 by 16, and a picture of the differences. */
export const differ = (kept: PNG, made: PNG): { worst: number; picture: PNG } => {
  const { width, height } = kept;
  const picture = new PNG({ width, height });
  const worst = pixelmatch(kept.data, made.data, picture.data, width, height, tolerance);
  return { worst, picture };
};

let folderOfFaults: string | undefined;

const keepFault = (name: string, pictures: Record<string, Buffer>): string => {
  folderOfFaults ??= mkdtempSync(path.join(tmpdir(), 'portico-pictures-'));
  for (const [kind, bytes] of Object.entries(pictures))
    writeFileSync(path.join(folderOfFaults, `${name}.${kind}.png`), bytes);
  return path.join(folderOfFaults, `${name}.*.png`);
};

/** Compares with the kept picture of this name, or keeps it. Says what is wrong, or nothing. */
export const findFault = (folder: string, name: string, made: Buffer): string | undefined => {
  const file = path.join(folder, `${name}.png`);
  if (isKeeping) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, palettePng(PNG.sync.read(made)));
    return undefined;
  }
  if (!existsSync(file)) return `${name}: no picture is kept (${keepFault(name, { actual: made })})`;
  const kept = PNG.sync.read(readFileSync(file));
  const now = PNG.sync.read(made);
  if (kept.width !== now.width || kept.height !== now.height) {
    const where = keepFault(name, { actual: made });
    return `${name}: ${now.width}x${now.height} instead of ${kept.width}x${kept.height} (${where})`;
  }
  const { worst, picture } = differ(kept, now);
  if (worst <= maxPixelsInWindow) return undefined;
  const where = keepFault(name, { actual: made, difference: PNG.sync.write(picture) });
  return `${name}: ${worst} pixels of one window differ (${where})`;
};
