import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findFolderLock, type FolderLock } from '#platform/db/embedded/folder-lock.ts';

const root = join(import.meta.dirname, '..');
const output = join(root, 'web/dist');
const stampFile = join(output, '.sources');
const lockFolder = join(root, 'node_modules/.portico-web');
const buildTimeoutMs = 180_000;

// What a page can be made of. Tests and the design system's page change nothing in it.
const sourcePatterns = [
  'web/**/*',
  'features/**/*.{ts,tsx,css,svg}',
  'crypto/**/*.ts',
  'platform/{contract,ids}.ts',
  'package-lock.json',
];

function hashSources(): string {
  const hash = createHash('sha256');
  const files = sourcePatterns.flatMap((pattern) =>
    globSync(pattern, {
      cwd: root,
      withFileTypes: true,
      exclude: (entry) => ['dist', 'design', 'node_modules'].includes(entry.name),
    }),
  );
  const paths = files.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.filter((name) => !/\.test\.tsx?$/.test(name)).toSorted()) {
    hash
      .update(`${path.slice(root.length)}\0`)
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex');
}

function isBuilt(sources: string): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sources;
}

/**
 * Builds the pages when their sources changed since the last build (a stamp of
 * the sources' hash lies beside them). Processes that start together build once.
 * @returns the folder to serve
 */
export async function ensureWebBundle(onBuild: () => void = () => {}): Promise<string> {
  if (isBuilt(hashSources())) return output;
  const lock = await takeLock();
  try {
    const sources = hashSources();
    if (isBuilt(sources)) return output;
    onBuild();
    rmSync(stampFile, { force: true });
    await build();
    writeFileSync(stampFile, sources);
    return output;
  } finally {
    lock.release();
  }
}

async function takeLock(): Promise<FolderLock> {
  mkdirSync(lockFolder, { recursive: true });
  const giveUpAt = Date.now() + buildTimeoutMs;
  for (;;) {
    const lock = findFolderLock(lockFolder);
    if (lock) return lock;
    if (Date.now() > giveUpAt) throw new Error('Another process has been building the pages for minutes');
    await pause(100);
  }
}

// A process of its own: the bundler and its plugins stay out of the server's memory.
async function build(): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    // Where the configurations of Vite and Lingui lie.
    cwd: join(root, 'web'),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: buildTimeoutMs,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      if (said.length < 20_000) said += text;
    });
  }
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail).once('close', done);
  });
  if (code !== 0) throw new Error(`The pages could not be built:\n${said.trim()}`);
}
