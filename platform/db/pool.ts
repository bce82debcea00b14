import pg from 'pg';
import { AppError } from '../errors.ts';
import { createGroups, type GroupOutcome } from './group-commit.ts';
import { Exchange } from './pipeline.ts';
import { bind, type Bound, type Fields, type Statement } from './statement.ts';
import { ByteClient } from './wire.ts';

/** Rows of each statement, in order. */
export type Results<B extends readonly Bound<unknown>[]> = {
  [K in keyof B]: B[K] extends Bound<infer Row> ? Row[] : never;
};

/** A transaction in progress. Each call is one round trip; several statements may share one. */
export type Tx = {
  /** Runs statements together and gives the rows of each. */
  flight<const B extends readonly Bound<unknown>[]>(bounds: B): Promise<Results<B>>;
  all<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row[]>;
  /** First row, or undefined. */
  find<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row | undefined>;
  /** Exactly one row; throws `not-found` otherwise. */
  get<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row>;
  /** Adds statements to the flight that commits, saving a round trip. Their rows are not given back. */
  atCommit(...bounds: Bound<unknown>[]): void;
};

export type Pool = {
  /**
   * One transaction, one round trip: the statements, then Sync. Resolves after the commit.
   * @param sharing given: the commit may be shared with other callers' batches (group-commit.ts). The first
   *   statement sets the capability, and none takes a lock that others wait for
   */
  run<const B extends readonly Bound<unknown>[]>(bounds: B, sharing?: Sharing): Promise<Results<B>>;
  /** One transaction, interactive. Commits when `work` resolves, rolls back when it throws. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  readonly user: string;
  end(): Promise<void>;
};

/** @property weight 1 (a row by its key) to 32 (fills a group): how long others may have to wait for it. */
export type Sharing = { readonly weight: number };

export type PoolOptions = {
  /** Connections at most (default 8). */
  max?: number;
  /** How long a caller waits for a free connection (default 5,000 ms). */
  connectTimeoutMs?: number;
  /** Further connections on which callers share commits (default 0: nobody shares). */
  groupConnections?: number;
  onError?: (error: Error) => void;
};

const txOver = (exchange: Exchange, atCommit: Bound<unknown>[]): Tx => {
  const flight = (bounds: readonly Bound<unknown>[]): Promise<unknown[][]> => exchange.fly(bounds);
  const all = async <Row>(statement: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> =>
    (await flight([bind(statement, values)]))[0] as Row[];
  return {
    flight: flight as Tx['flight'],
    all,
    find: async (statement, values) => (await all(statement, values))[0],
    get: async (statement, values) => {
      const [row] = await all(statement, values);
      if (row === undefined) throw new AppError('not-found');
      return row;
    },
    atCommit: (...bounds) => {
      atCommit.push(...bounds);
    },
  };
};

/** Opens a pool for one database role. Statements are prepared once per connection and kept. */
export const createPool = (config: pg.PoolConfig & { user: string }, options: PoolOptions = {}): Pool => {
  const connections = openConnections(config, options, options.max ?? 8);
  const groupConnections = options.groupConnections ?? 0;
  // Never let go for being idle: else each group would set a timer.
  const shared = openConnections(config, options, Math.max(1, groupConnections), 0);

  const alone = (bounds: readonly Bound[]): Promise<unknown[][]> =>
    connections.lend((client) => {
      const exchange = new Exchange();
      const landed = exchange.fly(bounds, 'commit');
      client.query(exchange as never);
      return landed;
    });
  const groups = createGroups({
    alone,
    together: (bounds) => shared.lend(flyTogether(bounds)),
    connections: groupConnections,
  });

  return {
    user: config.user,
    run: ((bounds: readonly Bound[], sharing?: Sharing) =>
      sharing && groupConnections > 0 ? groups.join(bounds, sharing.weight) : alone(bounds)) as Pool['run'],
    transaction: (work) =>
      connections.lend(async (client, discard) => {
        const exchange = new Exchange();
        client.query(exchange as never);
        const atCommit: Bound<unknown>[] = [];
        let result;
        try {
          result = await work(txOver(exchange, atCommit));
        } catch (error) {
          if (!exchange.finished) await exchange.fly([], 'rollback').catch(() => undefined);
          // A flight nobody waited for is still in the air: such a connection is never reused.
          if (!exchange.finished) discard();
          throw error;
        }
        await exchange.fly(atCommit, 'commit');
        return result;
      }),
    end: async () => {
      await Promise.all([connections.end(), shared.end()]);
    },
  };
};

type Borrow<T> = (client: pg.PoolClient, discard: () => void) => Promise<T>;

/** Connections of one role, lent to one caller at a time; a broken one is not lent again. */
const openConnections = (config: pg.PoolConfig, options: PoolOptions, max: number, idleTimeoutMs = 60_000) => {
  const inner = new pg.Pool({
    ...config,
    Client: ByteClient,
    max,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 5_000,
    idleTimeoutMillis: idleTimeoutMs,
  });
  // An idle connection that dies (kill -9 of PostgreSQL) is replaced at the next use.
  inner.on('error', (error) => options.onError?.(error));
  // One that dies while it is in use rejects what waits for it; without a listener of its own, the
  // socket's error after that would end the process.
  inner.on('connect', (client) => client.on('error', () => {}));

  const lend = async <T>(work: Borrow<T>): Promise<T> => {
    let client: pg.PoolClient;
    try {
      client = await inner.connect();
    } catch (cause) {
      throw new AppError('unavailable', 'The database cannot be reached.', { cause });
    }
    let broken: Error | undefined;
    try {
      return await work(client, () => {
        broken = new Error('the transaction could not be closed');
      });
    } catch (error) {
      if (isConnectionLoss(error)) broken = error as Error;
      throw isConnectionLoss(error)
        ? new AppError('unavailable', 'The database connection was lost.', { cause: broken })
        : error;
    } finally {
      client.release(broken);
    }
  };
  return { lend, end: () => inner.end() };
};

const flyTogether =
  (bounds: readonly Bound[]): Borrow<GroupOutcome> =>
  async (client) => {
    const exchange = new Exchange({ read: false });
    try {
      const landed = exchange.fly(bounds, 'commit');
      client.query(exchange as never);
      return { rows: (await landed) as Fields[][] };
    } catch (error) {
      if (isConnectionLoss(error)) throw error;
      // An ERROR undoes everything; after FATAL and PANIC nobody knows. The backend lives on after the first only.
      await client.query('select 1').catch((cause: unknown) => {
        throw new AppError('unavailable', 'The database connection was lost.', { cause });
      });
      return { undone: error };
    }
  };

const lostSocket = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ENOTCONN',
  'ETIMEDOUT',
  'ENOENT',
  'EHOSTUNREACH',
]);

/** PostgreSQL's own errors carry a severity; of the rest only the socket's and pg's own mean that the connection is gone. */
const isConnectionLoss = (error: unknown): boolean => {
  if (!(error instanceof Error) || error instanceof AppError) return false;
  const { severity, code } = error as Error & { severity?: string; code?: string };
  if (severity === undefined) {
    return code === undefined ? /connection|terminated|not queryable/i.test(error.message) : lostSocket.has(code);
  }
  return code === '57P01' || code === '57P02' || code === '57P03';
};

/** SQLSTATE of a database error, or undefined. */
export const sqlState = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError ? error.code : undefined;
