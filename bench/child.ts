import { fork, type ChildProcess } from 'node:child_process';

/**
 * The two servers and the load generator are processes of their own, so that each one's processor time
 * can be told apart. This is how the bench talks to them: one question, one answer.
 */
export type Answers = Record<string, (argument: never) => unknown>;

type Question = { id: number; name: string; argument: unknown };
type Answer = { id: number; value?: unknown; error?: string };

/** In the child: answers the parent's questions until it disconnects. */
export const answerParent = (answers: Answers): void => {
  process.on('message', (question: Question) => {
    const reply = (answer: Omit<Answer, 'id'>): void => {
      if (process.connected) process.send!({ id: question.id, ...answer });
    };
    Promise.resolve()
      .then(() => answers[question.name]!(question.argument as never))
      .then(
        (value) => reply({ value }),
        (error: unknown) => reply({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
      );
  });
  process.on('disconnect', () => process.exit(0));
};

export type Child = {
  readonly pid: number;
  ask<T>(name: string, argument?: unknown): Promise<T>;
  stop(): Promise<void>;
};

const stopTimeoutMs = 10_000;

/** Starts `file` as a child process; `nodeArguments` may ask for a profile. */
export const startChild = (file: string, nodeArguments: readonly string[] = []): Child => {
  const child: ChildProcess = fork(file, {
    execArgv: [...nodeArguments],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let next = 0;
  child.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.error === undefined) asked?.resolve(answer.value);
    else asked?.reject(new Error(answer.error));
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      for (const asked of waiting.values()) asked.reject(new Error(`${file} ended with ${code ?? signal}`));
      waiting.clear();
      resolve();
    });
  });
  return {
    pid: child.pid!,
    ask: <T>(name: string, argument?: unknown) =>
      new Promise<T>((resolve, reject) => {
        next += 1;
        waiting.set(next, { resolve: resolve as (value: unknown) => void, reject });
        child.send({ id: next, name, argument } satisfies Question, (error) => {
          if (error) reject(error);
        });
      }),
    stop: async () => {
      if (child.connected) child.disconnect();
      const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
      await ended;
      clearTimeout(timer);
    },
  };
};
