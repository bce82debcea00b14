import {
  consistencyRanges,
  emptyRoot,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  rangeHash,
  sameBytes,
  sealedBlocks,
  verifyCheckpoint,
  type Block,
  type Checkpoint,
  type Hash,
  type TreeEdge,
} from '@portico/crypto';
import type { Pool } from '#platform/db/pool.ts';
import { bind } from '#platform/db/statement.ts';
import type { Kms } from '#platform/kms/kms.ts';
import { appendBatch, isEvent, type BlockIndex } from './append.ts';
import { databaseTiles, loadEdge, MissingEntry } from './log-database.ts';
import type { LogFiles } from './log-files.ts';
import { createLogKeys, unwrapSigningSeed, wrapSigningSeed } from './log-keys.ts';
import {
  advanceState,
  findKey,
  findState,
  insertKey,
  insertState,
  lockState,
  nextTagBlocks,
  peekPending,
  storeCheckpoint,
  takeLock,
  takePending,
} from './log-store.ts';
import { publish } from './publish.ts';
import { createSigner, newSigningKey, type Signer } from './signer.ts';
import { buildBlock } from './tag-indexer.ts';
import type { WitnessClient } from '../witness/witness-client.ts';

export type SequencerDeps = {
  /** Role `app_sequencer`, `max: 1`: the lock belongs to that one connection (no transaction pooler between). */
  pool: Pool;
  kms: Kms;
  files: LogFiles;
  /** Name of a new log, also the name of its key; a schema-less URL without spaces or plus. */
  origin: string;
  /** Asked to cosign each checkpoint, and for its last size at start. */
  witnesses?: readonly WitnessClient[];
  /** Told once per kind of trouble in a row. No health information in it. */
  onTrouble: (what: string, error: unknown) => void;
  cadenceMs?: number;
  batchLimit?: number;
};

/** What one step did. `standby`: another sequencer holds the lock. */
export type Step = { state: 'idle' | 'standby' | 'appended'; size: number };

export type Sequencer = {
  /** One round: append what is pending, sign, store, cosign, publish. Tests and tools call it directly. */
  step(): Promise<Step>;
  /** Rounds at a fixed cadence (default 500 ms) until `stop`. */
  start(): void;
  stop(): Promise<void>;
  /** Milliseconds since the last round that ended well; Infinity before the first. */
  sinceSuccessMs(): number;
};

/**
 * The log must not be signed: the database contradicts what was already published (a restore to an
 * earlier time, or tampering). Signing on would fork the log beyond repair.
 */
export class LogRefused extends Error {}

type Loaded = {
  edge: TreeEdge;
  signer: Signer;
  vkey: string;
  note: string;
  /** Size that the files are known to show; -1 before the first publication. */
  published: number;
  nextBlocks: Record<number, number>;
};

const blocksAtOnce = 64;

/** The one program that orders, signs and publishes the log. */
export const createSequencer = (deps: SequencerDeps): Sequencer => {
  const { pool, kms } = deps;
  const keys = createLogKeys(kms);
  const batchLimit = deps.batchLimit ?? 20_000;
  let loaded: Loaded | undefined;
  let lockPid: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let succeededAt = -Infinity;
  let trouble = '';

  const holdsLock = async (): Promise<boolean> => {
    const [[row]] = await pool.run([bind(takeLock, [lockPid])]);
    if (row!.pid !== lockPid) loaded = undefined;
    lockPid = row!.held ? row!.pid : null;
    return row!.held;
  };

  const step = async (): Promise<Step> => {
    try {
      if (!(await holdsLock())) return { state: 'standby', size: 0 };
      const log = (loaded ??= await load(deps));
      const blocks = await indexBlocks(deps, log);
      const [waiting] = await pool.run([bind(peekPending)]);
      const before = log.edge.size;
      if (waiting.length > 0 || blocks.length > 0) log.edge = await append(log, blocks);
      await signAndPublish(deps, log);
      succeededAt = performance.now();
      return { state: log.edge.size > before ? 'appended' : 'idle', size: log.edge.size };
    } catch (error) {
      // Whatever went wrong, memory may no longer be what the database holds.
      loaded = undefined;
      throw error;
    }
  };

  const append = (log: Loaded, blocks: readonly BlockIndex[]): Promise<TreeEdge> =>
    pool.transaction(async (tx) => {
      const state = await tx.get(lockState);
      if (state.size !== log.edge.size || !sameBytes(state.root, log.edge.root())) {
        throw new LogRefused(`the database holds ${state.size} entries, this sequencer ${log.edge.size}`);
      }
      const taken = await tx.all(takePending, [batchLimit]);
      const pending = taken.filter(isEvent);
      const strays = taken.length - pending.length;
      if (strays > 0) deps.onTrouble('names in the queue without an event of their own were dropped', `${strays}`);
      const edge = log.edge.copy();
      await appendBatch(tx, keys, edge, pending, blocks);
      tx.atCommit(bind(advanceState, [edge.size, Buffer.from(edge.root()), log.edge.size]));
      for (const { level, block } of blocks) log.nextBlocks[level] = block + 1;
      return edge;
    });

  const round = async (): Promise<void> => {
    try {
      await step();
      trouble = '';
    } catch (error) {
      const what = error instanceof LogRefused ? 'the log refuses to be signed' : 'a sequencer round failed';
      if (trouble !== what) deps.onTrouble(what, error);
      trouble = what;
    }
  };

  return {
    step: () => {
      const next = running.then(step, step);
      running = next.catch(() => undefined);
      return next;
    },
    start: () => {
      const cadenceMs = deps.cadenceMs ?? 500;
      let due = performance.now();
      const tick = async (): Promise<void> => {
        running = round();
        await running;
        // The rhythm does not follow the clinic's activity.
        due = Math.max(due + cadenceMs, performance.now());
        if (timer !== undefined) timer = setTimeout(() => void tick(), Math.max(0, due - performance.now()));
      };
      timer = setTimeout(() => void tick(), 0);
    },
    stop: async () => {
      clearTimeout(timer);
      timer = undefined;
      await running;
    },
    sinceSuccessMs: () => performance.now() - succeededAt,
  };
};

/** Index of up to 64 sealed blocks that have none yet; a larger block comes after those below it. */
const indexBlocks = async (deps: SequencerDeps, log: Loaded): Promise<BlockIndex[]> => {
  const built: BlockIndex[] = [];
  const sealed: Block[] = sealedBlocks(log.edge.size, log.nextBlocks).slice(0, blocksAtOnce);
  for (const block of sealed) built.push(await buildBlock(deps.pool, deps.files, block));
  return built;
};

const proveConsistency = (pool: Pool, from: number, size: number): Promise<Hash[]> => {
  const readTile = databaseTiles(pool);
  return Promise.all(consistencyRanges(from, size).map((range) => rangeHash(range, size, readTile)));
};

/** After the commit: sign what is committed, store it, have it cosigned, publish it. */
const signAndPublish = async (deps: SequencerDeps, log: Loaded): Promise<void> => {
  const { pool, files } = deps;
  const last = log.signer.last;
  const next: Checkpoint = { origin: last.origin, size: log.edge.size, root: log.edge.root() };
  const grown = next.size > last.size;
  if (!grown && log.published === next.size) return;
  const proof = await proveConsistency(pool, last.size, next.size);
  if (grown || log.note === '') log.note = log.signer.sign(next, proof);
  const [stored] = await pool.run([bind(storeCheckpoint, [next.size, log.note])]);
  if (stored.length !== 1) throw new LogRefused('the database went back while the log was being signed');
  const note = await cosigned(deps, log, next);
  const vkeys = [log.vkey, ...(deps.witnesses ?? []).map((witness) => witness.vkey)];
  await publish(pool, files, Math.max(log.published, 0), next.size, note, vkeys);
  log.published = next.size;
};

const cosigned = async (deps: SequencerDeps, log: Loaded, next: Checkpoint): Promise<string> => {
  const lines = await Promise.all(
    (deps.witnesses ?? []).map(async (witness) => {
      try {
        return await witness.cosign(log.note, (from) => proveConsistency(deps.pool, from, next.size));
      } catch (error) {
        deps.onTrouble(`the witness ${witness.name} did not cosign`, error);
        return '';
      }
    }),
  );
  return log.note + lines.join('');
};

/** Reads everything from the database again and compares it with what was published before. */
const load = async (deps: SequencerDeps): Promise<Loaded> => {
  const { pool, files } = deps;
  const published = await files.readCheckpoint();
  let [[state], [key], next] = await pool.run([bind(findState), bind(findKey), bind(nextTagBlocks)]);
  if (!state || !key) {
    if (state || key || published !== undefined) {
      throw new LogRefused('a published log exists, but this database does not hold it');
    }
    await initialise(deps);
    [[state], [key], next] = await pool.run([bind(findState), bind(findKey), bind(nextTagBlocks)]);
  }
  const edge = await loadEdge(pool, state!.size).catch(asRefusal);
  if (!sameBytes(edge.root(), state!.root)) throw new LogRefused('the entries do not give the root of the log');

  const trust = { origin: state!.origin, logKeys: [parseVerifierKey(key!.vkey)], witnessKeys: [] };
  const signed: Checkpoint[] = [];
  if (state!.note !== '') signed.push(await verifyCheckpoint(state!.note, trust));
  let publishedSize = -1;
  if (published !== undefined) {
    const checkpoint = await verifyCheckpoint(published, trust).catch((cause) => {
      throw new LogRefused('the published checkpoint is of another log or key', { cause });
    });
    publishedSize = checkpoint.size;
    signed.push(checkpoint);
  }
  for (const earlier of signed) await checkExtends(pool, earlier, edge);
  for (const witness of deps.witnesses ?? []) {
    const size = published === undefined ? undefined : await witness.lastSize(published).catch(() => undefined);
    if (size !== undefined && size > edge.size) {
      throw new LogRefused(`the witness ${witness.name} has seen ${size} entries, the database holds ${edge.size}`);
    }
  }

  const last = signed.toSorted((a, b) => b.size - a.size)[0] ?? { origin: state!.origin, size: 0, root: emptyRoot() };
  const seed = await unwrapSigningSeed(deps.kms, key!.vkey, key!.wrapped);
  // The stored note may be older than the published one after a crash or restore: keep the one that is signed last.
  const noteIsLast = state!.note !== '' && parseCheckpoint(parseNote(state!.note).text).size === last.size;
  return {
    edge,
    signer: createSigner(seed, key!.vkey, last),
    vkey: key!.vkey,
    note: noteIsLast ? state!.note : '',
    published: publishedSize,
    nextBlocks: Object.fromEntries(next.map((row) => [row.level, row.next])),
  };
};

/** A hole in the rows is no passing trouble: the log must not be signed over it. */
const asRefusal = (error: unknown): never => {
  throw error instanceof MissingEntry ? new LogRefused(error.message, { cause: error }) : error;
};

const checkExtends = async (pool: Pool, earlier: Checkpoint, edge: TreeEdge): Promise<void> => {
  if (earlier.size > edge.size) {
    throw new LogRefused(`${earlier.size} entries were signed, the database holds ${edge.size}: was it restored?`);
  }
  const root = await rangeHash({ from: 0, to: earlier.size }, earlier.size, databaseTiles(pool)).catch(asRefusal);
  if (!sameBytes(root, earlier.root)) {
    throw new LogRefused(`the first ${earlier.size} entries are not those that were signed`);
  }
};

const initialise = async ({ pool, kms, origin }: SequencerDeps): Promise<void> => {
  const { seed, vkey } = newSigningKey(origin);
  const wrapped = await wrapSigningSeed(kms, vkey, seed);
  seed.fill(0);
  await pool.run([bind(insertKey, [vkey, wrapped]), bind(insertState, [origin, Buffer.from(emptyRoot()), ''])]);
};
