// A server that lies about a patient's access log. Wraps honest answers of `audit.proveMyLog` (and of
// `audit.listMyLog`): for unit tests of the check, and for the browser test, which puts it between the
// browser and the portal.
import { fromBase64, toBase64, type MyLogProof, type ShownEvent } from '@portico/crypto';

export type ProofAnswer = {
  log: { vkey: string; witnesses: string[] };
  events: ShownEvent[];
  proof: MyLogProof | null;
};

export type Lie = (answer: ProofAnswer) => ProofAnswer;

const changed = (base64: string): string => {
  const bytes = fromBase64(base64);
  bytes[Math.floor(bytes.length / 2)]! ^= 1;
  return toBase64(bytes);
};

/** Renumbers the events above `n` so that the gap does not show. */
const closeGap = (events: readonly ShownEvent[], n: number): ShownEvent[] =>
  events.filter((event) => event.n !== n).map((event) => (event.n > n ? { ...event, n: event.n - 1 } : event));

/** Ways to lie, by name; each takes an honest answer. `n` is the number of the entry lied about. */
export const lies = (n: number): Record<string, Lie> => ({
  'leaves one event out of the page': (answer) => ({
    ...answer,
    events: answer.events.filter((event) => event.n !== n),
  }),
  'leaves the newest event out of the page': (answer) => ({ ...answer, events: answer.events.slice(1) }),
  'hides one event and renumbers the rest': (answer) => ({
    ...answer,
    events: closeGap(answer.events, n),
    proof: answer.proof && {
      ...answer.proof,
      count: answer.proof.count - 1,
      entries: answer.proof.entries.filter((_, i) => answer.proof!.from + i + 1 !== n),
    },
  }),
  'claims one event fewer': (answer) => ({
    ...answer,
    events: answer.events.filter((event) => event.n !== answer.proof?.count),
    proof: answer.proof && {
      ...answer.proof,
      count: answer.proof.count - 1,
      entries: answer.proof.entries.slice(0, -1),
    },
  }),
  "changes an event's words": (answer) => ({
    ...answer,
    events: answer.events.map((event) => (event.n === n ? { ...event, disclosed: changed(event.disclosed) } : event)),
  }),
  "changes an event's records": (answer) => ({
    ...answer,
    events: answer.events.map((event) => (event.n === n ? { ...event, exposed: toBase64(new Uint8Array(16)) } : event)),
  }),
  'shows one event twice and drops another': (answer) => {
    const twin = answer.events.find((event) => event.n === n + 1);
    return {
      ...answer,
      events: answer.events.map((event) => (event.n === n && twin ? { ...twin, n } : event)),
    };
  },
  'gives a wrong proof hash': (answer) => ({
    ...answer,
    proof: answer.proof && {
      ...answer.proof,
      hashes: answer.proof.hashes.map((hash, i) => (i === 0 ? changed(hash) : hash)),
      tail: answer.proof.hashes.length === 0 ? changed(answer.proof.tail) : answer.proof.tail,
    },
  }),
  'cuts the tail': (answer) => ({
    ...answer,
    proof: answer.proof && { ...answer.proof, tail: '' },
  }),
  'changes the checkpoint': (answer) => ({
    ...answer,
    proof: answer.proof && { ...answer.proof, checkpoint: answer.proof.checkpoint.replace(/\n(\d+)\n/, '\n9$1\n') },
  }),
});
