import {
  parseCheckpoint,
  parseNote,
  type LogTrust,
  isUnreadable,
  toBase64,
  verifyMyLog,
  type MyLogProblem,
  type MyLogProof,
  type PageEvent,
  type RememberedLog,
} from '@portico/crypto';
import type { ResultOf } from '#platform/contract.ts';
import { call, callText } from '../../../../web/lib/client.ts';
import { listMyLog, proveMyLog, readCheckpoint } from '../../contract.ts';
import { readEvents } from '../../disclosed.ts';
import { recall, remember, type Memory } from './memory.ts';
import { isOwn, type PageLine } from './timeline.ts';
import { compareWitnesses, trustOf } from './witnesses.ts';

export type Proof = ResultOf<typeof proveMyLog>;

export type Checked =
  | {
      ok: true;
      lines: PageLine[];
      count: number;
      /** When the log had entries and was checked here before. */
      lastCheckedAt: string | undefined;
      witnesses: readonly string[];
      /** Witnesses that signed at an earlier visit and have not signed this log. */
      lostWitnesses: readonly string[];
      file: Proof;
      /** `before` of the next older page; undefined when the first entry is shown. */
      older: number | undefined;
    }
  | {
      ok: false;
      problem: MyLogProblem | 'log-key-changed' | 'nothing';
      n: number | undefined;
      lines: PageLine[];
      file: Proof | undefined;
    };

const waitMs = 300;
/** The sequencer publishes within a second; past this the check says that it could not see its own look. */
const waitLimitMs = 12_000;
/** 1,000 entries each. */
const maxRounds = 50;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** 128 random bits, base64url: what only an answer of after this look can hold. */
const newNonce = (): string =>
  toBase64(crypto.getRandomValues(new Uint8Array(16))).replace(
    /[+/=]/g,
    (sign) => ({ '+': '-', '/': '_' })[sign] ?? '',
  );

const publishedSize = async (): Promise<number> => {
  const note = await callText(readCheckpoint).catch(() => '');
  return note ? parseCheckpoint(parseNote(note).text).size : 0;
};

/** Waits until the log has grown past `size`, so that our own look can be in it; false when it did not in time. */
const waitForGrowth = async (size: number): Promise<boolean> => {
  const until = Date.now() + waitLimitMs;
  while (Date.now() < until) {
    await pause(waitMs);
    if ((await publishedSize()) > size) return true;
  }
  return false;
};

type Download = Extract<Awaited<ReturnType<typeof verifyMyLog>>, { ok: true }>['download'];

const linesOf = (events: readonly PageEvent[], download?: Download): PageLine[] =>
  readEvents(events).map((line, i) => {
    const event = events[i]!;
    return download && !isUnreadable(event) ? { ...line, proof: () => download(event) } : line;
  });

type Ask = { patientId: string; memory: Memory | undefined; own: { nonce: string } };

/** One proof, newest page; asks again while our own look is not yet published. */
const askNewest = async ({ patientId, memory, own }: Ask) => {
  const until = Date.now() + waitLimitMs;
  const query = memory ? { from: String(memory.log.count), size: String(memory.log.size) } : {};
  for (;;) {
    const file = await call(proveMyLog, { params: { patientId }, query });
    const proof: MyLogProof | null = file.proof;
    if (proof) {
      const verdict = await verifyMyLog({
        trust: trustOf(file.log, memory),
        proof,
        events: file.events,
        remembered: memory?.log,
        newest: true,
        own,
      });
      const isOnlyEarly = !verdict.ok && verdict.problem === 'not-fresh';
      if (!isOnlyEarly || Date.now() > until) return { file, verdict };
    } else if (Date.now() > until) {
      return { file, verdict: undefined };
    }
    await pause(waitMs * 3);
  }
};

/** Entries that one answer could not hold, until 1..N are all verified. */
const fillUp = async (patientId: string, trust: LogTrust, start: { log: RememberedLog; complete: boolean }) => {
  let { log, complete } = start;
  for (let round = 0; !complete && round < maxRounds; round += 1) {
    const query = { part: 'entries' as const, from: String(log.count), size: String(log.size) };
    const { proof } = await call(proveMyLog, { params: { patientId }, query });
    if (!proof) return { ok: false as const, problem: 'rolled-back' as const };
    const verdict = await verifyMyLog({ trust, proof, events: [], remembered: log });
    if (!verdict.ok) return verdict;
    if (verdict.remember.count <= log.count && !verdict.complete)
      return { ok: false as const, problem: 'missing' as const, n: log.count + 1 };
    ({ remember: log, complete } = verdict);
  }
  return { ok: true as const, log, complete };
};

/**
 * The whole check, on this device: makes an entry by looking, waits to see it in the published log,
 * verifies that every entry is in the log unchanged and that none is left out, that the log
 * continues the one seen here last time, and remembers where it stands now.
 * Throws `CallError` when the server cannot be asked at all.
 */
export const checkMyLog = async (patientId: string): Promise<Checked> => {
  const memory = recall(patientId);
  const sizeBefore = await publishedSize();
  const own = { nonce: newNonce() };
  const listed = await call(listMyLog, { params: { patientId }, query: own });
  const hasGrown = await waitForGrowth(sizeBefore);
  const { file, verdict } = await askNewest({ patientId, memory, own });
  const download = verdict?.ok ? verdict.download : undefined;
  const lines = file.events.length > 0 ? linesOf(file.events, download) : readEvents(listed.events);
  const failed = (problem: Exclude<Checked, { ok: true }>['problem'], n?: number): Checked => ({
    ok: false,
    problem,
    n,
    lines,
    file,
  });
  if (memory && memory.vkey !== file.log.vkey) return failed('log-key-changed');
  // Our look makes the log longer: one that stands still is being held back.
  if (!verdict) return failed(hasGrown ? 'nothing' : 'not-fresh');
  if (!verdict.ok) return failed(verdict.problem, verdict.n);
  const filled = await fillUp(patientId, trustOf(file.log), { log: verdict.remember, complete: verdict.complete });
  if (!filled.ok) return failed(filled.problem, 'n' in filled ? filled.n : undefined);
  if (!filled.complete) return failed('gap');
  const witnesses = compareWitnesses(file.log, memory, verdict.checkpoint);
  const checkedAt = new Date().toISOString();
  remember(patientId, { v: 1, vkey: file.log.vkey, checkedAt, log: filled.log, witnesses: witnesses.remembered });
  const back = await checkBack(patientId, lines);
  if (!back.ok) return failed('wrong-proof');
  return {
    ok: true,
    lines: back.lines,
    count: verdict.count,
    lastCheckedAt: memory?.checkedAt,
    witnesses: verdict.checkpoint.witnesses.map((witness) => witness.name),
    lostWitnesses: witnesses.lost,
    file,
    older: olderThan(back.lines),
  };
};

/** The page wants to show this many looks of others; a busy reader's own looks could fill many pages. */
const wantedOthers = 10;
const maxBackPages = 6;

/** Goes back page by page, each verified, until enough of it is about other people. */
const checkBack = async (
  patientId: string,
  newest: readonly PageLine[],
): Promise<{ ok: boolean; lines: PageLine[] }> => {
  const lines = [...newest];
  for (let page = 0; page < maxBackPages; page += 1) {
    const older = olderThan(lines);
    if (older === undefined || lines.filter((line) => !isOwn(line)).length >= wantedOthers) break;
    const checked = await checkOlder(patientId, older);
    if (!checked.ok) return { ok: false, lines };
    lines.push(...checked.lines);
  }
  return { ok: true, lines };
};

const olderThan = (lines: readonly PageLine[]): number | undefined => {
  const lowest = lines.at(-1)?.n ?? 1;
  return lowest > 1 ? lowest : undefined;
};

/** An older page, verified like the first. */
export const checkOlder = async (
  patientId: string,
  before: number,
): Promise<{ ok: boolean; lines: PageLine[]; older: number | undefined }> => {
  const memory = recall(patientId);
  const query = { before: String(before), ...(memory ? { size: String(memory.log.size) } : {}) };
  const { log, events, proof } = await call(proveMyLog, { params: { patientId }, query });
  if (!proof || (memory && memory.vkey !== log.vkey)) return { ok: false, lines: linesOf(events), older: undefined };
  const verdict = await verifyMyLog({ trust: trustOf(log), proof, events, remembered: memory?.log });
  const lines = linesOf(events, verdict.ok ? verdict.download : undefined);
  const isNext = lines[0]?.n === before - 1;
  return { ok: verdict.ok && isNext, lines, older: olderThan(lines) };
};
