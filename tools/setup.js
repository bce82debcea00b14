// Makes a fresh checkout ready to run: installs the pinned packages when the
// lock file changed and, for tests as root on Debian, the browser and the Go
// packages that some tests need. Plain JavaScript without dependencies, because
// it runs before anything is installed and under whatever Node the machine has.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, 'node_modules', '.portico-setup');
const lockFolder = join(root, '.portico-setup-lock');
const installTimeoutMs = 10 * 60_000;

/** Stops with a message a person can act on; never a stack trace. */
function fail(message) {
  process.stderr.write(`\nSet-up failed: ${message}\n`);
  process.exit(1);
}

function pause(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Two commands started together must not both rebuild node_modules. */
function withLock(work) {
  const giveUpAt = Date.now() + installTimeoutMs;
  for (;;) {
    try {
      mkdirSync(lockFolder);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned()) rmSync(lockFolder, { recursive: true, force: true });
    else if (Date.now() > giveUpAt) fail(`another set-up holds ${lockFolder}; remove it if none is running`);
    else pause(200);
  }
  try {
    writeFileSync(join(lockFolder, 'pid'), String(process.pid));
    return work();
  } finally {
    rmSync(lockFolder, { recursive: true, force: true });
  }
}

function isAbandoned() {
  try {
    process.kill(Number(readFileSync(join(lockFolder, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    if (error.code === 'ESRCH') return true;
  }
  // No readable pid yet: its owner is between the two writes, or died there.
  try {
    return Date.now() - statSync(lockFolder).mtimeMs > 60_000 && !existsSync(join(lockFolder, 'pid'));
  } catch {
    return false;
  }
}

/** What an installation depends on: the lock file and the machine it is for. */
function wantedStamp() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  return `${hash.digest('hex')} ${process.platform} ${process.arch}\n`;
}

function isInstalled(wanted) {
  try {
    return readFileSync(stampFile, 'utf8') === wanted;
  } catch {
    return false;
  }
}

function installPackages() {
  const wanted = wantedStamp();
  if (isInstalled(wanted)) return;
  withLock(() => {
    if (isInstalled(wanted)) return;
    process.stderr.write('Setting up: installing the pinned packages (once per change of package-lock.json)...\n');
    const npmScript = process.env.npm_execpath;
    const [command, first] = npmScript ? [process.env.npm_node_execpath || process.execPath, [npmScript]] : ['npm', []];
    const run = spawnSync(
      command,
      [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        cwd: root,
        stdio: ['ignore', 2, 2],
        timeout: installTimeoutMs,
      },
    );
    if (run.error) fail(`npm could not be run: ${run.error.message}`);
    if (run.status !== 0) fail('npm ci did not finish; its message stands above');
    writeFileSync(stampFile, wanted);
  });
}

function isOnPath(...names) {
  const folders = (process.env.PATH || '').split(delimiter);
  return names.some((name) => folders.some((folder) => folder && existsSync(join(folder, name))));
}

/** Debian packages that some tests need and the sign that each is there already. */
function missingTestPackages() {
  const missing = [];
  const browser = process.env.PORTICO_BROWSER;
  const hasBrowser = browser ? existsSync(browser) : isOnPath('chromium', 'chromium-browser', 'google-chrome');
  if (!hasBrowser && process.platform === 'linux') missing.push('chromium');
  if (!isOnPath('go')) missing.push('golang-go');
  if (!existsSync('/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog')) missing.push('golang-golang-x-mod-dev');
  return missing;
}

/** Without root or apt the tests that need these say that they did not run. */
function installTestPackages() {
  const isRoot = typeof process.getuid === 'function' && process.getuid() === 0;
  if (!isRoot || !isOnPath('apt-get')) return;
  const missing = missingTestPackages();
  if (missing.length === 0) return;
  withLock(() => {
    process.stderr.write(`Setting up for tests: installing ${missing.join(', ')}...\n`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args) =>
      spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 2], timeout: installTimeoutMs });
    apt('update', '-qq');
    const run = apt('install', '-y', '-qq', '--no-install-recommends', ...missing);
    if (run.status !== 0) process.stderr.write('These could not be installed; the tests that need them will say so.\n');
  });
}

installPackages();
if (process.env.npm_lifecycle_event === 'test' || process.argv.includes('--for-tests')) installTestPackages();
