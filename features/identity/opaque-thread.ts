import { parentPort } from 'node:worker_threads';
import { directOpaque } from './client/opaque.ts';
import type { Answer, Registration } from './opaque-threads.ts';

// Stretches passwords of accounts that are made without a browser, one at a time.
const stretch = async ({ state, response, password }: Registration): Promise<void> => {
  const finished = await directOpaque.finishRegistration(state, response, password).catch(() => undefined);
  parentPort!.postMessage({ finished } satisfies Answer);
};
parentPort!.on('message', (wanted: Registration) => void stretch(wanted));
