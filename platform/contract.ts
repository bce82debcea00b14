import * as z from 'zod/mini';
import { uuidPattern } from './ids.ts';

/**
 * A contract is one operation as pure data: what it is called, where it lives, who it is for,
 * what the policy calls it, and the shapes that go in and out. Server routes, the typed browser
 * client, the OpenAPI document, the audit log, metrics and the tests are all derived from it.
 */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Who the operation is for. `public`: before an actor exists. `service`: named service actors, in-process only. */
export type Audience = 'patient' | 'staff' | 'any' | 'public' | 'service';

/**
 * `stored-json`: bytes that were validated when they were written, sent as they are (FHIR resources).
 * `bytes`: files that are no JSON (checkpoints, tiles).
 */
export type ResponseShape = z.ZodMiniType | 'stored-json' | 'bytes';

type Strict = z.ZodMiniObject | undefined;

export type Contract = {
  /** feature.operation, the same in contract, policy, audit, metric, OpenAPI and test. */
  readonly id: string;
  readonly method: Method;
  /** Hono path, `:name` for each key of `params`. No personal data in paths but opaque ids. */
  readonly path: string;
  readonly summary: string;
  readonly audience: Audience;
  readonly resource: string;
  readonly action: string;
  /** The audit category: a key of plain words that patients read ("results", "account"). */
  readonly category: string;
  /** Key of `params` that names the patient whose record is touched. */
  readonly patient?: string;
  readonly params?: z.ZodMiniObject;
  readonly query?: z.ZodMiniObject;
  readonly body?: z.ZodMiniObject;
  readonly response: ResponseShape;
  /** Polling: does not extend the session. */
  readonly background?: boolean;
  /** `required`: body.reason or query.reason is the purpose recorded in the log. */
  readonly reason?: 'required';
  /** Largest accepted body; 64 KiB when absent. */
  readonly bodyLimitBytes?: number;
};

/**
 * The shape of every id in a contract: lower case only, as ids are written here. `z.uuid()` would take
 * capitals too, and then one record would have two names: keys, log and cache know only the first.
 */
export const uuid = z.string().check(z.regex(uuidPattern));

/** Declares an operation; keeps the literal types so that client and handlers are typed from it. */
export const route = <const C extends Contract>(contract: C): C => contract;

type OutputOf<S extends Strict> = S extends z.ZodMiniType ? z.output<S> : undefined;
type Part<C, K extends string> =
  C extends Record<K, infer S> ? (S extends z.ZodMiniObject ? OutputOf<S> : undefined) : undefined;

/** What a handler receives: the validated parts of the request. */
export type InputOf<C extends Contract> = {
  params: Part<C, 'params'>;
  query: Part<C, 'query'>;
  body: Part<C, 'body'>;
};

type InputPart<C, K extends string> =
  C extends Record<K, infer S> ? (S extends z.ZodMiniObject ? { [P in K]: z.input<S> } : unknown) : unknown;

/** What a caller sends: only the parts that the contract declares. */
export type CallOf<C extends Contract> = InputPart<C, 'params'> & InputPart<C, 'query'> & InputPart<C, 'body'>;

/** What comes back. Stored JSON is typed by its reader. */
export type ResultOf<C extends Contract> = C['response'] extends z.ZodMiniType ? z.output<C['response']> : unknown;
