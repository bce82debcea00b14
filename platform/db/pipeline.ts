import { createRequire } from 'node:module';
import type { Connection } from 'pg';
import type { Bound } from './statement.ts';
import { bindMessage } from './wire.ts';

/**
 * Several statements, one transaction, as few round trips as possible, over stock `pg`.
 *
 * PostgreSQL's extended protocol runs everything up to a Sync message as one implicit transaction,
 * so `Parse/Bind/Execute ... Sync` is a whole transaction in one round trip: no BEGIN, no COMMIT,
 * and `set_config(..., true)` is local to it. A Flush instead of the Sync lets the caller look at
 * the answers and send more in the same transaction.
 *
 * What `pg` expects of a query object, learnt from its source (client.js, 8.23):
 * - it clears its active query *before* `handleError` and never sends `handleReadyForQuery` after
 *   it, so the outcome must be decided there, once;
 * - at ParseComplete it records `name` and `text` of the active query as prepared, so these are
 *   getters that name the statement whose Parse is being answered.
 */

type WireConnection = Connection & {
  parsedStatements: Record<string, string>;
  stream: { cork(): void; uncork(): void; write(bytes: Buffer): boolean };
  parse(query: { name: string; text: string; types: number[] }): void;
  execute(config: { rows: number }): void;
  flush(): void;
  sync(): void;
};

const prepareValue = (
  createRequire(import.meta.url)('pg/lib/utils.js') as { prepareValue: (value: unknown) => unknown }
).prepareValue;

/** `pg` would print a Date in the process's local zone; the wire form is ISO 8601 in UTC. */
const toWire = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : prepareValue(value));

type Flight = {
  readonly bounds: readonly Bound[];
  readonly values: readonly unknown[][];
  readonly results: unknown[][];
  rows: unknown[];
  readonly last: boolean;
  resolve: (results: unknown[][]) => void;
  reject: (error: unknown) => void;
};

/** How an exchange ends: `commit` sends Sync; `rollback` undoes everything first. */
export type Ending = 'commit' | 'rollback';

const rollback: Bound = {
  statement: {
    name: 'portico.rollback',
    text: 'rollback',
    params: [],
    columns: {},
    forms: undefined,
    parse: () => ({}),
  },
  values: [],
};

/**
 * One transaction on one connection. `fly` sends statements and resolves with the rows of each;
 * the flight that is given `last` also ends the transaction and resolves only when PostgreSQL says
 * ReadyForQuery: until then nothing is committed and nothing may be released.
 */
export class Exchange {
  #connection: WireConnection | undefined;
  #flight: Flight | undefined;
  #parses: Bound[] = [];
  readonly #parsedHere = new Set<string>();
  #failure: unknown;
  #synced = false;
  #finished = false;
  readonly #read: boolean;

  /** @param read false: rows are given as they came, for whoever reads them later */
  constructor({ read = true }: { read?: boolean } = {}) {
    this.#read = read;
  }

  /** True once the server has answered the Sync, or the connection is lost. */
  get finished(): boolean {
    return this.#finished;
  }

  get name(): string | undefined {
    return this.#parses[0]?.statement.name;
  }

  get text(): string | undefined {
    return this.#parses.shift()?.statement.text;
  }

  /**
   * Sends a flight. Rejects with the database's error; after that the exchange is over. Throws at once when
   * a value has no wire form: then nothing was sent.
   */
  fly(bounds: readonly Bound[], ending?: Ending): Promise<unknown[][]> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    if (this.#flight || this.#synced) return Promise.reject(new Error('one flight at a time, none after the last'));
    const sent = ending === 'rollback' ? [...bounds, rollback] : bounds;
    const values = sent.map((bound) => bound.values.map(toWire));
    return new Promise((resolve, reject) => {
      this.#flight = { bounds: sent, values, results: [], rows: [], last: ending !== undefined, resolve, reject };
      if (this.#connection) this.#send();
    });
  }

  submit(connection: Connection): undefined {
    this.#connection = connection as WireConnection;
    if (this.#flight) this.#send();
    return undefined;
  }

  #send(): void {
    const wire = this.#connection!;
    const flight = this.#flight!;
    wire.stream.cork();
    try {
      for (const [at, bound] of flight.bounds.entries()) {
        const { name, text, forms } = bound.statement;
        if (wire.parsedStatements[name] !== text && !this.#parsedHere.has(name)) {
          wire.parse({ name, text, types: [] });
          this.#parses.push(bound);
          this.#parsedHere.add(name);
        }
        wire.stream.write(bindMessage(name, flight.values[at]!, forms));
        wire.execute({ rows: 0 });
      }
      if (flight.last) {
        this.#synced = true;
        wire.sync();
      } else wire.flush();
    } finally {
      wire.stream.uncork();
    }
    if (flight.bounds.length === 0 && !flight.last) this.#land();
  }

  handleRowDescription(): void {}

  handleDataRow(message: { fields: (string | null)[] }): void {
    const flight = this.#flight;
    const bound = flight?.bounds[flight.results.length];
    if (!flight || !bound || this.#failure !== undefined) return;
    try {
      flight.rows.push(this.#read ? bound.statement.parse(message.fields) : message.fields);
    } catch (error) {
      // Never throw inside the socket's data handler: it would tear down the process.
      this.#failure = error;
    }
  }

  handleCommandComplete(): void {
    const flight = this.#flight;
    if (!flight) return;
    flight.results.push(flight.rows);
    flight.rows = [];
    if (!flight.last && flight.results.length === flight.bounds.length) this.#land();
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete();
  }

  handlePortalSuspended(): void {}

  handleReadyForQuery(): void {
    this.#finished = true;
    this.#land();
  }

  handleError(error: Error & { code?: string; severity?: string }): void {
    this.#failure ??= error;
    // A server error with the transaction still open: skip to the Sync, so that the connection is usable again.
    if (error.severity !== undefined && !this.#synced) {
      this.#synced = true;
      this.#connection?.sync();
    }
    this.#finished = true;
    this.#land();
  }

  #land(): void {
    const flight = this.#flight;
    this.#flight = undefined;
    if (!flight) return;
    if (this.#failure === undefined) flight.resolve(flight.results);
    else flight.reject(this.#failure);
  }
}
