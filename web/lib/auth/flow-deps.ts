import type { FlowDeps } from '../../../features/identity/client/flows.ts';
import { call } from '../client.ts';
import { workerOpaque } from './opaque.ts';

/** What the flow functions of features/identity/client need, in the browser. They reject with `CallError`. */
export const flowDeps: FlowDeps = { call: call as FlowDeps['call'], opaque: workerOpaque };
