/**
 * What the edge needs to know of an HTTP request. A web `Request` is one; so is a thin view of
 * node:http's message (direct.ts), which costs a fraction.
 */
export type HttpRequest = {
  readonly method: string;
  /** With the query; absolute or from the root. */
  readonly url: string;
  readonly headers: { get(name: string): string | null };
  readonly body: AsyncIterable<Uint8Array> | null;
};
