import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { directOpaque, type OpaqueClient } from './client/opaque.ts';

/** What a thread is given to finish one registration. */
export type Registration = { state: string; response: string; password: string };
type Finished = Awaited<ReturnType<OpaqueClient['finishRegistration']>>;
/** `finished` undefined: it could not be done. */
export type Answer = { finished: Finished | undefined };

/** The client's half of OPAQUE with its stretching on threads of their own: many accounts take the time of few. */
export type OpaqueThreads = { client: OpaqueClient; close(): Promise<void> };

const threadsLimit = 4;

export const openOpaqueThreads = (): OpaqueThreads => {
  const threads = Array.from({ length: Math.min(threadsLimit, availableParallelism()) }, () => new Thread());
  return {
    client: {
      ...directOpaque,
      finishRegistration: (state, response, password) => {
        const idlest = threads.reduce((least, one) => (one.waiting < least.waiting ? one : least));
        return idlest.finish({ state, response, password });
      },
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
};

class Thread {
  waiting = 0;
  readonly #worker = new Worker(new URL('./opaque-thread.ts', import.meta.url));
  /** Rejects when the thread ends, however it does. */
  readonly #ended = once(this.#worker, 'exit').then(() => {
    throw new Error('the stretching thread ended');
  });
  #last: Promise<unknown> = Promise.resolve();

  constructor() {
    this.#ended.catch(() => undefined);
  }

  async finish(registration: Registration): Promise<Finished> {
    this.waiting += 1;
    const work = this.#last.then(() => this.#ask(registration));
    this.#last = work.catch(() => undefined);
    return work.finally(() => (this.waiting -= 1));
  }

  async #ask(registration: Registration): Promise<Finished> {
    const answered = once(this.#worker, 'message') as Promise<[Answer]>;
    this.#worker.postMessage(registration);
    const [{ finished }] = await Promise.race([answered, this.#ended]);
    if (!finished) throw new Error('the registration could not be finished');
    return finished;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
