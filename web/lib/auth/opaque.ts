import type { OpaqueClient } from '../../../features/identity/client/opaque.ts';
import type { OpaqueQuestion } from './opaque.worker.ts';
// oxlint-disable-next-line import/default -- Vite makes the address
import url from './opaque.worker.ts?worker&url';
import { workerCall } from './worker-call.ts';

const ask = workerCall<OpaqueQuestion, unknown>(url);

const step =
  <K extends keyof OpaqueClient>(name: K) =>
  (...args: Parameters<OpaqueClient[K]>): ReturnType<OpaqueClient[K]> =>
    ask({ step: name, args } as OpaqueQuestion) as ReturnType<OpaqueClient[K]>;

/** OPAQUE in a worker: the page stays responsive and needs no WebAssembly. */
export const workerOpaque: OpaqueClient = {
  startLogin: step('startLogin'),
  finishLogin: step('finishLogin'),
  startRegistration: step('startRegistration'),
  finishRegistration: step('finishRegistration'),
};

/** Starts the worker early, while the person types her name: its 150 kB load meanwhile. */
export const warmUp = (): void => {
  workerOpaque.startLogin('').catch(() => {});
};
