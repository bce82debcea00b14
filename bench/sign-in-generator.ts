// A process that signs people in by the real client flow: OPAQUE with its key stretching, then a code.
import { codeAt, signInFromTerminal } from '#features/identity/index.ts';
import { answerParent } from './child.ts';
import type { BenchAccount } from './portico-server.ts';

const signIn = async ({
  port,
  accounts,
  parallel,
}: {
  port: number;
  accounts: BenchAccount[];
  parallel: number;
}): Promise<{ units: number; seconds: number; took: number[] }> => {
  const took: number[] = [];
  let next = 0;
  const started = performance.now();
  const one = async (): Promise<void> => {
    while (next < accounts.length) {
      const { signInName, password, totpSecret } = accounts[next++]!;
      const at = performance.now();
      await signInFromTerminal(`http://127.0.0.1:${port}`, { name: signInName }, (what) =>
        Promise.resolve(what === 'password' ? password : codeAt(totpSecret, new Date())),
      );
      took.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: parallel }, one));
  return { units: accounts.length, seconds: (performance.now() - started) / 1_000, took };
};

if (process.send) answerParent({ signIn });
