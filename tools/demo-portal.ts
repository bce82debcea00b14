import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeAt, signInFromTerminal } from '#features/identity/index.ts';
import { startPortalProcess } from '../test/harness/portal-process.ts';

/** A demo clinic for pictures and measurements, with nobody's traces in it. */
export type DemoPortal = {
  readonly url: string;
  /** Signs in as the account whose e-mail address begins so; gives the session cookie's value. Once for each account. */
  session(email: string): Promise<string>;
  close(): Promise<void>;
};

/** Starts one in a folder of its own, on a free port: about a minute. */
export const openDemoPortal = async (): Promise<DemoPortal> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'portico-demo-'));
  const portal = await startPortalProcess({ dataFolder, timeoutMs: 300_000 });
  const { url, accounts } = portal.ready;
  return {
    url,
    session: async (email) => {
      const account = accounts.find((one) => one.email.startsWith(`${email}@`));
      if (!account) throw new Error(`the demo has no ${email}`);
      const { cookie } = await signInFromTerminal(url, { name: account.email }, async (what) =>
        what === 'password' ? account.password : codeAt(account.totpSecret, new Date()),
      );
      return /__Host-portico=([^;]+)/.exec(cookie)![1]!;
    },
    close: async () => {
      await portal.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
};
