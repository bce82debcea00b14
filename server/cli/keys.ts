import { createPool } from '#platform/db/pool.ts';
import { keyStatus, rotateKek } from '#platform/kms/key-rotation.ts';
import { keyDomains } from '#platform/kms/kms.ts';
import { localKeyFile } from '#platform/kms/local-key-file.ts';
import { CommandFailed, type Command } from './command.ts';
import { withPortico, type Opened } from './with-portico.ts';

/** `portico keys status | rotate DOMAIN`. */
export const keys: Command = (args) => {
  const [action, domainName, ...rest] = args;
  const domain = keyDomains.find((known) => known === domainName);
  if (action === 'status' && domainName === undefined) return withPortico(showStatus);
  if (action === 'rotate' && domain && rest.length === 0) return withPortico((opened) => rotate(opened, domain));
  throw new CommandFailed(
    `Usage: portico keys status\n       portico keys rotate DOMAIN (${keyDomains.join(', ')})`,
    2,
  );
};

/** Wrapped keys belong to app_owner: only it may replace them. */
async function asOwner<T>({ config, database }: Opened, work: (deps: KeyDeps) => Promise<T>): Promise<T> {
  const pool = createPool({ ...database.connections.owner, options: '-c role=app_owner' }, { max: 1 });
  try {
    return await work({ kms: localKeyFile(config.keyFile), pool });
  } finally {
    await pool.end();
  }
}

type KeyDeps = Parameters<typeof keyStatus>[0];

async function showStatus(opened: Opened): Promise<number> {
  for (const status of await asOwner(opened, keyStatus)) {
    const waiting = status.toRewrap > 0 ? `, ${status.toRewrap} to wrap again` : '';
    const rows = status.rowsToReseal > 0 ? `; ${status.rowsToReseal} rows to seal again` : '';
    process.stdout.write(
      `${status.domain.padEnd(10)} ${status.kekId}  ${status.dataKeys} data keys${waiting}${rows}\n`,
    );
  }
  return 0;
}

async function rotate(opened: Opened, domain: (typeof keyDomains)[number]): Promise<number> {
  const { kekId, rewrapped } = await asOwner(opened, (deps) =>
    rotateKek(deps, domain, ({ done, total }) => process.stderr.write(`${domain}: ${done} of ${total}\n`)),
  );
  process.stdout.write(`${domain}: the current key is ${kekId}; ${rewrapped} data keys were wrapped again\n`);
  return 0;
}
