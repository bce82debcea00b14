// Pictures of pages, compared with those that were looked at and kept.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { palettePng } from './palette-png.ts';

/** `PORTICO_PICTURES=keep` writes the pictures that the next runs compare with. */
const isKeeping = process.env['PORTICO_PICTURES'] === 'keep';

// Another version of the browser draws the edges of letters a little otherwise: a difference counts where pixels of
// one small window differ, a few of them much (a lost icon, a line, a word) or most of them a little (another tint).
const windowSize = 16;
const rules = [
  { threshold: 0.12, maxPixels: 20 },
  { threshold: 0.03, maxPixels: (windowSize * windowSize) / 2 },
] as const;

/** By how many pixels too many the worst window differs under each rule, and a picture of the differences. */
export const differ = (kept: PNG, made: PNG): { tooMany: number; picture: PNG } => {
  const { width, height } = kept;
  const picture = new PNG({ width, height });
  const over = rules.map(({ threshold, maxPixels }) => {
    const worst = pixelmatch(kept.data, made.data, picture.data, width, height, {
      threshold,
      windowSize,
      includeAA: true,
    });
    return worst - maxPixels;
  });
  return { tooMany: Math.max(0, ...over), picture };
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
  const { tooMany, picture } = differ(kept, now);
  if (tooMany === 0) return undefined;
  const where = keepFault(name, { actual: made, difference: PNG.sync.write(picture) });
  return `${name}: ${tooMany} pixels too many differ in one place (${where})`;
};
