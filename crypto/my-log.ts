import { sha256 } from '@noble/hashes/sha2.js';
import { fromBase64, toBase64 } from './base64.ts';
import { verifyCheckpoint, type LogTrust, type VerifiedCheckpoint } from './checkpoint.ts';
import { decodeEntry, encodeEntry, eventCommitment, partHash, tagOf } from './log-entry.ts';
import {
  isUnreadable,
  type BlockProof,
  type MyLogProblem,
  type MyLogProof,
  type MyLogQuestion,
  type MyLogVerdict,
  type PageEvent,
  type RememberedLog,
  type ShownEvent,
} from './my-log-types.ts';
import { coverFromStart, recordBytes, verifyAbsence } from './tag-index.ts';
import { decodeBundle } from './tlog-tiles.ts';
import { formatTlogProof, parseTlogProof, verifyTlogProof } from './tlog-proof.ts';
import {
  inclusionFromMultiproof,
  isHash,
  leafHash,
  proofLimit,
  sameBytes,
  verifyConsistency,
  verifyMultiproof,
  type Hash,
} from './tlog.ts';

/**
 * One patient's check of her own log. It proves, against a checkpoint that the log signed:
 * 1. every event shown is in the log, as shown (inclusion and commitment);
 * 2. none is left out: entries from+1..to are all there, each once, and number N+1 does not exist;
 * 3. nothing has changed since the last visit (consistency with the remembered checkpoint, same log key).
 * What it needs comes from the server as JSON; none of it is trusted. See SPEC.md, "A patient's check".
 */

const entryLimit = 5_000;
const blockLimit = 200;
const tailLimit = 20_000;

class Refused extends Error {
  readonly problem: MyLogProblem;
  readonly n: number | undefined;
  constructor(problem: MyLogProblem, n?: number) {
    super(problem);
    this.problem = problem;
    this.n = n;
  }
}

const hashOf = (text: string): Hash => {
  const bytes = fromBase64(text);
  if (!isHash(bytes)) throw new RangeError('a hash has 32 bytes');
  return bytes;
};

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** Runs the whole check. Never throws: malformed input is a verdict too. */
export const verifyMyLog = async (question: MyLogQuestion): Promise<MyLogVerdict> => {
  try {
    return await check(question);
  } catch (error) {
    if (error instanceof Refused) {
      return { ok: false, problem: error.problem, ...(error.n === undefined ? {} : { n: error.n }) };
    }
    return { ok: false, problem: 'malformed' };
  }
};

const check = async ({ trust, proof, events, remembered, own, newest }: MyLogQuestion): Promise<MyLogVerdict> => {
  checkShape(proof);
  const checkpoint = await verifyCheckpoint(proof.checkpoint, trust).catch(() => {
    throw new Refused('bad-checkpoint');
  });
  const logKey = fromBase64(proof.logKey);
  if (logKey.length !== 32) throw new RangeError('a log key has 32 bytes');
  const logKeyHash = toBase64(sha256(logKey));
  if (remembered) checkRemembered(remembered, proof, checkpoint, logKeyHash);

  const { tail, known } = checkProof(proof, checkpoint, logKey);
  checkTail(proof, tail, logKey);
  for (const event of events) checkEvent(event, proof);
  const unreadable = events.filter(isUnreadable).map((event) => event.n);
  checkPage(events, proof);
  if (newest && events[0]?.n !== (proof.count === 0 ? undefined : proof.count))
    throw new Refused('missing', proof.count);
  if (own) checkFresh(events, own);

  const verified = remembered?.count ?? 0;
  const to = proof.from + proof.entries.length;
  if (proof.count < verified) throw new Refused('missing', verified);
  const count = proof.from <= verified ? Math.max(verified, to) : verified;
  return {
    ok: true,
    checkpoint,
    count: proof.count,
    complete: count === proof.count,
    unreadable,
    download: (event) => downloadOf(event, proof, checkpoint.size, known, logKey),
    remember: {
      v: 1,
      origin: checkpoint.origin,
      size: checkpoint.size,
      root: toBase64(checkpoint.root),
      count,
      logKeyHash,
    },
  };
};

const checkShape = (proof: MyLogProof): void => {
  const lists = [proof.entries, proof.blocks, proof.hashes, proof.consistency];
  if (!lists.every(Array.isArray) || !isCount(proof.count) || !isCount(proof.from)) throw new Refused('malformed');
  if (proof.from + proof.entries.length > proof.count) throw new Refused('malformed');
  if (proof.entries.length > entryLimit || proof.blocks.length > blockLimit) throw new Refused('malformed');
  if (proof.consistency.length > proofLimit * 2) throw new Refused('malformed');
};

const checkRemembered = (
  remembered: RememberedLog,
  proof: MyLogProof,
  checkpoint: VerifiedCheckpoint,
  logKeyHash: string,
): void => {
  if (remembered.origin !== checkpoint.origin) throw new Refused('inconsistent');
  if (remembered.logKeyHash !== logKeyHash) throw new Refused('key-changed');
  if (checkpoint.size < remembered.size) throw new Refused('rolled-back');
  const consistent = verifyConsistency(
    remembered.size,
    checkpoint.size,
    hashOf(remembered.root),
    checkpoint.root,
    proof.consistency.map(hashOf),
  );
  if (!consistent) throw new Refused('inconsistent');
};

type KnownLeaf = { index: number; hash: Hash };

/** Everything the server names is in the log where it says; returns the tail's entries by index. */
const checkProof = (
  proof: MyLogProof,
  checkpoint: VerifiedCheckpoint,
  logKey: Uint8Array,
): { tail: Map<number, Uint8Array>; known: KnownLeaf[] } => {
  const leaves = new Map<number, Hash>();
  const add = ({ index, hash }: KnownLeaf, problem: MyLogProblem, n?: number): void => {
    const known = leaves.get(index);
    if (known && !sameBytes(known, hash)) throw new Refused(problem, n);
    leaves.set(index, hash);
  };

  const { tailStart } = checkCover(proof, checkpoint.size);
  const tail = new Map<number, Uint8Array>();
  const tailEntries = decodeBundle(fromBase64(proof.tail));
  if (tailEntries.length > tailLimit || tailStart + tailEntries.length !== checkpoint.size)
    throw new Refused('wrong-proof');
  tailEntries.forEach((entry, offset) => {
    tail.set(tailStart + offset, entry);
    add({ index: tailStart + offset, hash: leafHash(entry) }, 'wrong-proof');
  });

  const places = new Set<number>();
  proof.entries.forEach(({ index, cmt }, offset) => {
    const n = proof.from + offset + 1;
    if (!isCount(index) || index >= checkpoint.size) throw new Refused('missing', n);
    if (places.has(index)) throw new Refused('duplicate', n);
    places.add(index);
    const entry = encodeEntry({ kind: 'event', cmt: hashOf(cmt), tag: tagOf(logKey, n) });
    add({ index, hash: leafHash(entry) }, 'missing', n);
  });

  const next = tagOf(logKey, proof.count + 1);
  for (const block of proof.blocks) {
    const root = hashOf(block.root);
    const entry = encodeEntry({ kind: 'index', level: block.level, block: block.block, root });
    add({ index: block.index, hash: leafHash(entry) }, 'wrong-proof');
    checkBlock(block, root, next, proof.count + 1);
  }

  const known = [...leaves].map(([index, hash]) => ({ index, hash })).toSorted((a, b) => a.index - b.index);
  if (!verifyMultiproof(known, checkpoint.size, proof.hashes.map(hashOf), checkpoint.root)) {
    throw new Refused('wrong-proof');
  }
  return { tail, known };
};

/** The blocks follow each other from the start of the log without a hole. */
const checkCover = (proof: MyLogProof, size: number): { tailStart: number } => {
  const key = (level: number, block: number): string => `${level}/${block}`;
  const offered = new Set(proof.blocks.map(({ level, block }) => key(level, block)));
  const cover = coverFromStart(size, ({ level, block }) => offered.has(key(level, block)));
  const inOrder =
    cover.blocks.length === proof.blocks.length &&
    cover.blocks.every((block, i) => {
      const said = proof.blocks[i]!;
      return said.level === block.level && said.block === block.block;
    });
  if (!inOrder) throw new Refused('wrong-proof');
  return { tailStart: cover.tailStart };
};

const checkBlock = (block: BlockProof, root: Hash, tag: Hash, n: number): void => {
  // An index leaf can only stand after the block it is about.
  if (!isCount(block.index) || block.index < (block.block + 1) * 2 ** block.level) throw new Refused('wrong-proof');
  const absent = verifyAbsence(tag, root, {
    count: block.count,
    position: block.position,
    records: block.records.map((text) => {
      const record = fromBase64(text);
      if (record.length !== recordBytes) throw new RangeError('a record has 40 bytes');
      return record;
    }),
    hashes: block.hashes.map(hashOf),
  });
  if (!absent) throw new Refused('hidden', n);
};

/** In the tail we see every entry: N+1 must not be there, and ours only where they were said to be. */
const checkTail = (proof: MyLogProof, tail: ReadonlyMap<number, Uint8Array>, logKey: Uint8Array): void => {
  const mine = new Map<string, { n: number; index: number }>();
  proof.entries.forEach(({ index }, offset) => {
    const n = proof.from + offset + 1;
    mine.set(toBase64(tagOf(logKey, n)), { n, index });
  });
  const next = toBase64(tagOf(logKey, proof.count + 1));
  for (const [index, bytes] of tail) {
    const entry = decodeEntry(bytes);
    if (entry.kind === 'index') continue;
    const tag = toBase64(entry.tag);
    if (tag === next) throw new Refused('hidden', proof.count + 1);
    const known = mine.get(tag);
    if (known && known.index !== index) throw new Refused('duplicate', known.n);
  }
};

/** The event is what the log committed to. */
const checkEvent = (event: PageEvent, proof: MyLogProof): void => {
  const entry = proof.entries[event.n - proof.from - 1];
  if (!entry) throw new Refused('gap', event.n);
  if (isUnreadable(event)) return;
  if (!sameBytes(commitmentOf(event), hashOf(entry.cmt))) throw new Refused('altered', event.n);
};

/** The page shows a run of numbers without a gap, newest first, down from the highest that is proven. */
const checkPage = (events: readonly PageEvent[], proof: MyLogProof): void => {
  const top = proof.from + proof.entries.length;
  if (events[0] && events[0].n !== top) throw new Refused('missing', top);
  events.forEach((event, i) => {
    const before = events[i - 1];
    if (before && before.n !== event.n + 1) throw new Refused('missing', before.n - 1);
  });
};

/** Only an answer of after our look can hold what we chose for it: a replayed one was made before. */
const checkFresh = (events: readonly PageEvent[], { nonce }: { nonce: string }): void => {
  const seen = events.some((event) => {
    if (isUnreadable(event)) return false;
    const said = JSON.parse(new TextDecoder().decode(fromBase64(event.disclosed))) as { nonce?: string };
    return said.nonce === nonce;
  });
  if (!seen) throw new Refused('not-fresh');
};

const commitmentOf = (event: ShownEvent): Hash =>
  eventCommitment(
    partHash(fromBase64(event.disclosedSalt), fromBase64(event.disclosed)),
    hashOf(event.internalHash),
    partHash(fromBase64(event.exposedSalt), fromBase64(event.exposed)),
  );

const downloadOf = (
  event: ShownEvent,
  proof: MyLogProof,
  size: number,
  known: readonly KnownLeaf[],
  logKey: Uint8Array,
): string => {
  const entry = proof.entries[event.n - proof.from - 1];
  if (!entry) throw new RangeError('the proof does not cover this event');
  const extra = JSON.stringify({ v: 1, event, tag: toBase64(tagOf(logKey, event.n)) });
  return formatTlogProof({
    extra: new TextEncoder().encode(extra),
    index: entry.index,
    hashes: inclusionFromMultiproof(entry.index, known, size, proof.hashes.map(hashOf)),
    checkpoint: proof.checkpoint,
  });
};

/**
 * Checks a downloaded proof offline: the event it carries is in the log of that checkpoint.
 * @returns the event and the checkpoint; throws RangeError when anything does not fit
 */
export const verifyDownload = async (
  text: string,
  trust: LogTrust,
): Promise<{ event: ShownEvent; index: number; checkpoint: VerifiedCheckpoint }> => {
  const proof = parseTlogProof(text);
  let said: { v: number; event: ShownEvent; tag: string };
  try {
    said = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(proof.extra ?? new Uint8Array(0)),
    ) as typeof said;
    if (said.v !== 1 || typeof said.event !== 'object') throw new RangeError();
  } catch {
    throw new RangeError('the proof carries no event');
  }
  const entry = encodeEntry({ kind: 'event', cmt: commitmentOf(said.event), tag: hashOf(said.tag) });
  const checkpoint = await verifyTlogProof(proof, entry, trust);
  return { event: said.event, index: proof.index, checkpoint };
};

/** Record ids that an event exposed, from its exact bytes. */
export const exposedIds = (event: Pick<ShownEvent, 'exposed'>): string[] => {
  const bytes = fromBase64(event.exposed);
  return Array.from({ length: Math.floor(bytes.length / 16) }, (_, i) => {
    const hex = Array.from(bytes.subarray(i * 16, i * 16 + 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  });
};
