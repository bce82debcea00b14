import { useSyncExternalStore } from 'react';
import { call } from '../../../../../web/lib/client.ts';
import { commentOnResult } from '../../../comments/contract.ts';

/** A comment waits this long before it is sent: time to see whom it is for, and to take it back. */
export const undoMs = 10_000;

export type Outgoing = {
  key: string;
  patientId: string;
  recordId: string;
  /** Said beside "Undo": whom it is for. */
  name: string;
  title: string;
  text: string;
  language: 'en' | 'es';
  sendAtMs: number;
  state: 'waiting' | 'sending' | 'failed';
};

type Given = Omit<Outgoing, 'key' | 'sendAtMs' | 'state'>;

let outgoing: readonly Outgoing[] = [];
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const listeners = new Set<() => void>();
const sentListeners = new Set<(sent: Outgoing) => void>();

const put = (next: readonly Outgoing[]): void => {
  outgoing = next;
  // Leaving the page while something is not sent asks first.
  if (next.length > 0) addEventListener('beforeunload', hold);
  else removeEventListener('beforeunload', hold);
  for (const listener of listeners) listener();
};
const hold = (event: BeforeUnloadEvent): void => event.preventDefault();
const change = (key: string, state: Outgoing['state']): void =>
  put(outgoing.map((one) => (one.key === key ? { ...one, state } : one)));
const drop = (key: string): void => put(outgoing.filter((one) => one.key !== key));

/** What was typed and not sent, by the record it is about: drafts stay with their person, in this tab's memory. */
const drafts = new Map<string, string>();
export const draftOf = (recordId: string): string => drafts.get(recordId) ?? '';
export const keepDraft = (recordId: string, text: string): void => {
  if (text === '') drafts.delete(recordId);
  else drafts.set(recordId, text);
};

const send = async (key: string): Promise<void> => {
  timers.delete(key);
  const one = outgoing.find((each) => each.key === key);
  if (!one || one.state === 'sending') return;
  change(key, 'sending');
  try {
    const { patientId, recordId, text, language } = one;
    await call(commentOnResult, { params: { patientId, id: recordId }, body: { text, language } });
    drop(key);
    for (const listener of sentListeners) listener(one);
  } catch {
    change(key, 'failed');
  }
};

/** Puts a comment on its way; it leaves after `undoMs` unless it is taken back. */
export const post = (given: Given): void => {
  const key = crypto.randomUUID();
  keepDraft(given.recordId, '');
  put([...outgoing, { ...given, key, sendAtMs: Date.now() + undoMs, state: 'waiting' }]);
  timers.set(
    key,
    setTimeout(() => void send(key), undoMs),
  );
};

/** Takes one back while it waits, or after it failed; its words are the draft again. */
export const takeBack = (key: string): void => {
  const one = outgoing.find((each) => each.key === key);
  if (!one || one.state === 'sending') return;
  clearTimeout(timers.get(key));
  timers.delete(key);
  keepDraft(one.recordId, one.text);
  drop(key);
};

export const tryAgain = (key: string): void => void send(key);

/** Sends everything that waits, before the session ends; false when something could not be sent. */
export const sendAll = async (): Promise<boolean> => {
  for (const timer of timers.values()) clearTimeout(timer);
  timers.clear();
  await Promise.all(outgoing.map(({ key }) => send(key)));
  return outgoing.length === 0;
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useOutgoing = (): readonly Outgoing[] => useSyncExternalStore(subscribe, () => outgoing);

/** Called after each comment that the server has stored. */
export const onSent = (listener: (sent: Outgoing) => void): (() => void) => {
  sentListeners.add(listener);
  return () => sentListeners.delete(listener);
};
