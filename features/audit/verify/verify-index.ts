import { readFile, rm } from 'node:fs/promises';
import { indexLevels, sameBytes, type LogEntry } from '@portico/crypto';
import { buildBlock, RepeatedTag } from '../log/tag-indexer.ts';
import { Broken, type VerifyDeps } from './verify-report.ts';

/** Rebuilds the sorted list of a block from the entries alone, and compares leaf and published file with it. */
export const verifyIndexLeaf = async (
  deps: VerifyDeps,
  idx: number,
  { level, block, root }: Extract<LogEntry, { kind: 'index' }>,
): Promise<void> => {
  const place = { entry: idx, file: `index ${level}/${block}` };
  if ((block + 1) * 2 ** level > idx) throw new Broken('wrong-index', place);
  let built;
  try {
    built = await buildBlock(deps.pool, deps.rebuilt, { level, block });
  } catch (error) {
    if (error instanceof RepeatedTag) throw new Broken('wrong-index', place);
    throw error;
  }
  if (!sameBytes(built.root, root)) throw new Broken('wrong-index', place);
  for (const part of [undefined, 'tree'] as const) {
    const [mine, published] = await Promise.all([
      readFile(deps.rebuilt.indexPath(level, block, part)),
      readFile(deps.files.indexPath(level, block, part)).catch(() => undefined),
    ]);
    // A file is written before its leaf: where the leaf is published, so is the file.
    if (idx < deps.publishedSize && !published?.equals(mine)) throw new Broken('wrong-file', place);
  }
  await dropBelow(deps, level, block);
};

/** The lists that were merged into this one are not needed again. */
const dropBelow = async (deps: VerifyDeps, level: number, block: number): Promise<void> => {
  const below = indexLevels[(indexLevels as readonly number[]).indexOf(level) - 1];
  if (below === undefined) return;
  const ratio = 2 ** (level - below);
  for (let i = 0; i < ratio; i++) {
    for (const part of [undefined, 'tree'] as const) {
      await rm(deps.rebuilt.indexPath(below, block * ratio + i, part), { force: true });
    }
  }
};
