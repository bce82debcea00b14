import { exposedIds, fromBase64, isUnreadable, type ShownEvent, type UnreadableEvent } from '@portico/crypto';

/** What the patient is told about one event. Keys are words for the page to translate, not prose. */
export type Disclosed = {
  v: 1;
  id: string;
  /** ISO 8601 */
  at: string;
  request: string;
  actor: { name: string; role: string };
  operation: string;
  action: string;
  category: string;
  outcome: 'ok' | 'denied' | 'failed';
  /** The reason that the person gave, word for word, or null. */
  purpose: string | null;
  onBehalfOf: string | null;
  /** The actor's account was the patient's own. Absent: somebody else's, or nobody's. */
  own?: true;
  /** What the caller of this very request chose, to recognise it by. */
  nonce?: string;
};

/** One line of the page. `n` is its number in the patient's log; null until the log holds it. */
export type LogLine = Disclosed & {
  n: number | null;
  recordIds: string[];
  /** It stands in the log, but the server could not open its words: only number and place are known. */
  unreadable?: true;
};

/** Lines of a page, newest first. A line that cannot be read stands at the time of its neighbour. */
export const readEvents = (
  events: readonly (
    | (Pick<ShownEvent, 'disclosed' | 'exposed'> & { n?: number })
    | (UnreadableEvent & { id?: string })
  )[],
): LogLine[] => {
  const lines = events.map((event) => (isUnreadable(event) ? undefined : readEvent(event)));
  const known = lines.find((line) => line !== undefined);
  let at = known?.at ?? new Date(0).toISOString();
  return lines.map((line, i) => {
    if (line) at = line.at;
    return line ?? unreadableLine(events[i]!.n ?? null, at);
  });
};

const unreadableLine = (n: number | null, at: string): LogLine => ({
  v: 1,
  id: `unreadable-${n ?? at}`,
  at,
  request: '',
  actor: { name: '', role: 'unknown' },
  operation: '',
  action: '',
  category: 'unreadable',
  outcome: 'failed',
  purpose: null,
  onBehalfOf: null,
  n,
  recordIds: [],
  unreadable: true,
});

/** Reads what the server sent for one event; throws RangeError when it is not one. Isomorphic. */
export const readEvent = (event: Pick<ShownEvent, 'disclosed' | 'exposed'> & { n?: number }): LogLine => {
  const said: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(fromBase64(event.disclosed)));
  if (typeof said !== 'object' || said === null || (said as Disclosed).v !== 1) throw new RangeError('not an event');
  return { ...(said as Disclosed), n: event.n ?? null, recordIds: exposedIds(event) };
};
