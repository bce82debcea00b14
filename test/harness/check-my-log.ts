import {
  parseVerifierKey,
  verifyMyLog,
  type LogTrust,
  type MyLogProblem,
  type MyLogProof,
  type MyLogVerdict,
  type RememberedLog,
  type ShownEvent,
} from '@portico/crypto';
import { readEvents, type LogLine } from '#features/audit/disclosed.ts';

/**
 * The patient's whole check, as the page runs it: waits until her own visit stands in the log, proves
 * the newest page, then everything since her last visit. Isomorphic; the caller gives the fetching.
 */

/** What the browser keeps between visits (no health information in it). */
export type LogMemory = { readonly vkey: string; readonly log: RememberedLog };

export type ProofQuery = { from?: string; size?: string; before?: string; part?: 'entries' };
export type ProofAnswer = {
  readonly log: { readonly vkey: string; readonly witnesses: readonly string[] };
  readonly events: readonly ShownEvent[];
  readonly proof: MyLogProof | null;
};

export type CheckOptions = {
  /** Calls `audit.proveMyLog`. */
  fetchProof: (query: ProofQuery) => Promise<ProofAnswer>;
  /** From the last visit of this browser, if there was one. */
  memory?: LogMemory | undefined;
  /** What was sent as `nonce` with `audit.listMyLog`: the visit that must show up. */
  nonce: string;
  /** Resolves after so many milliseconds. */
  wait: (ms: number) => Promise<void>;
};

export type LogCheck =
  | {
      readonly ok: true;
      readonly lines: readonly LogLine[];
      readonly events: readonly ShownEvent[];
      /** How many entries there are in all; every one of them was proven, here or on an earlier visit. */
      readonly count: number;
      /** Entries in the log of everybody. */
      readonly logSize: number;
      readonly witnesses: readonly { readonly name: string; readonly atSeconds: number }[];
      /** True if this browser had a checkpoint to compare with. */
      readonly comparedWithLastVisit: boolean;
      readonly memory: LogMemory;
      /** Text of a `.tlog-proof` for one event of `events`. */
      readonly download: (event: ShownEvent) => string;
    }
  | { readonly ok: false; readonly problem: MyLogProblem | 'not-ready'; readonly n?: number };

const waitsMs = [500, 700, 1_000, 2_000, 3_000, 5_000];
const roundLimit = 1_000;

type Passed = Extract<MyLogVerdict, { ok: true }>;

const trustOf = (answer: ProofAnswer, vkey: string, origin: string): LogTrust => ({
  origin,
  logKeys: [parseVerifierKey(vkey)],
  witnessKeys: answer.log.witnesses.map(parseVerifierKey),
});

/** Runs the check. A thrown error is one of fetching; every doubt about the log is an answer. */
export const checkMyLog = async (options: CheckOptions): Promise<LogCheck> => {
  const first = await firstPage(options);
  if (!('passed' in first)) return first;
  const { answer } = first;
  let { passed } = first;
  const vkey = answer.log.vkey;
  const download = passed.download;
  for (let round = 0; !passed.complete; round++) {
    if (round === roundLimit) return { ok: false, problem: 'gap' };
    const before = passed.remember;
    const next = await options.fetchProof({
      part: 'entries',
      from: String(before.count),
      size: String(before.size),
    });
    if (!next.proof || next.log.vkey !== vkey) return { ok: false, problem: 'key-changed' };
    const verdict = await verifyMyLog({
      trust: trustOf(next, vkey, before.origin),
      proof: next.proof,
      events: [],
      remembered: before,
    });
    if (!verdict.ok) return verdict;
    if (verdict.remember.count <= before.count) return { ok: false, problem: 'gap' };
    passed = verdict;
  }
  return {
    ok: true,
    lines: readEvents(answer.events),
    events: answer.events,
    count: first.passed.count,
    logSize: passed.checkpoint.size,
    witnesses: passed.checkpoint.witnesses,
    comparedWithLastVisit: options.memory !== undefined,
    memory: { vkey, log: passed.remember },
    download,
  };
};

type FirstPage = { answer: ProofAnswer; passed: Passed } | Extract<LogCheck, { ok: false }>;

/** The newest page, once it shows this very visit. */
const firstPage = async ({ fetchProof, memory, nonce, wait }: CheckOptions): Promise<FirstPage> => {
  let last: Extract<LogCheck, { ok: false }> = { ok: false, problem: 'not-ready' };
  for (const ms of waitsMs) {
    await wait(ms);
    const query: ProofQuery = memory ? { from: String(memory.log.count), size: String(memory.log.size) } : {};
    const answer = await fetchProof(query);
    if (memory && answer.log.vkey !== memory.vkey) return { ok: false, problem: 'key-changed' };
    if (!answer.proof) continue;
    const vkey = answer.log.vkey;
    const verdict = await verifyMyLog({
      trust: trustOf(answer, vkey, memory?.log.origin ?? parseVerifierKey(vkey).name),
      proof: answer.proof,
      events: answer.events,
      remembered: memory?.log,
      newest: true,
      own: { nonce },
    });
    if (verdict.ok) return { answer, passed: verdict };
    last = verdict;
    if (verdict.problem !== 'not-fresh') return verdict;
  }
  return last;
};
