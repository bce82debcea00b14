import { startWorker } from '../trusted-worker.ts';

/** One worker, started at first use, answering questions in order of their ids. */
export type WorkerCall<Question, Answer> = (question: Question) => Promise<Answer>;

type Waiting<Answer> = { resolve: (answer: Answer) => void; reject: (error: Error) => void };

/**
 * Turns one of our workers into an async function. `url` comes from `?worker&url`. The promise rejects
 * when the worker fails or cannot start (iOS Lockdown Mode has no WebAssembly); the next question then
 * starts a new one.
 */
export const workerCall = <Question, Answer>(url: string): WorkerCall<Question, Answer> => {
  const waiting = new Map<number, Waiting<Answer>>();
  let worker: Worker | undefined;
  let nextId = 0;

  const failAll = (): void => {
    worker?.terminate();
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new Error('the worker stopped'));
    waiting.clear();
  };

  const start = (): Worker => {
    const started = startWorker(url);
    started.addEventListener('message', ({ data }: MessageEvent<{ id: number; answer?: Answer; failed?: string }>) => {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.failed === undefined) asked?.resolve(data.answer as Answer);
      else asked?.reject(new Error(data.failed));
    });
    started.addEventListener('error', failAll);
    started.addEventListener('messageerror', failAll);
    return started;
  };

  return (question) =>
    new Promise<Answer>((resolve, reject) => {
      const id = nextId++;
      waiting.set(id, { resolve, reject });
      try {
        worker ??= start();
        worker.postMessage({ id, question });
      } catch (error) {
        waiting.delete(id);
        reject(error as Error);
      }
    });
};
