import { exposedIds, fromBase64, type ShownEvent } from '@portico/crypto';

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
};

/** One line of the page. `n` is its number in the patient's log; null until the log holds it. */
export type LogLine = Disclosed & { n: number | null; recordIds: string[] };

/** Reads what the server sent for one event; throws RangeError when it is not one. Isomorphic. */
export const readEvent = (event: Pick<ShownEvent, 'disclosed' | 'exposed'> & { n?: number }): LogLine => {
  const said: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(fromBase64(event.disclosed)));
  if (typeof said !== 'object' || said === null || (said as Disclosed).v !== 1) throw new RangeError('not an event');
  return { ...(said as Disclosed), n: event.n ?? null, recordIds: exposedIds(event) };
};
