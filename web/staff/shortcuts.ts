import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';

/** "g" and then this letter goes to that page. */
export type Jump = { key: string; to: string };

const waitMs = 1_500;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest(
    // A choice takes arrows and the space bar, never a letter.
    'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable], ' +
      '[role="dialog"], [role="alertdialog"], [role="menu"]',
  ) !== null;

const visible = (elements: Iterable<HTMLElement>): HTMLElement[] =>
  [...elements].filter((element) => element.offsetParent !== null);

/** Goes to the first field to search with, else to the first one to type in. */
const focusSearch = (): boolean => {
  const fields = document.querySelectorAll<HTMLElement>(
    'main input[type="search"], main form input:not([type="radio"]):not([type="date"])',
  );
  const [field] = visible(fields);
  field?.focus();
  return field !== undefined;
};

/** One row on or back, in whichever list of the page has the focus, else in the first one. */
const moveRow = (step: 1 | -1): boolean => {
  const rows = visible(document.querySelectorAll<HTMLElement>('main [data-row], main [data-rows] a[href]'));
  if (rows.length === 0) return false;
  const current = document.activeElement?.closest('[data-row], [data-rows] a[href]');
  const place = rows.findIndex((row) => row === current);
  const next = rows[place === -1 ? (step === 1 ? 0 : rows.length - 1) : place + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return true;
};

/** To the list's row in this place: the focus says which one it is now. */
export const focusRow = (place: number): void => {
  const row = visible(document.querySelectorAll<HTMLElement>('main [data-row]'))[place];
  row?.focus();
  row?.scrollIntoView({ block: 'nearest' });
};

/** Steps of other pages: a chart's tabs, a list's next case. Given by whoever is on screen; later ones come first. */
type Handler = (key: string) => boolean;
const handlers: Handler[] = [];

/** Keys of the page on screen. `handle` answers true when it did something with the key. */
export const usePageKeys = (handle: Handler): void => {
  const latest = useRef(handle);
  useEffect(() => {
    latest.current = handle;
  });
  useEffect(() => {
    const stable: Handler = (key) => latest.current(key);
    handlers.unshift(stable);
    return () => {
      handlers.splice(handlers.indexOf(stable), 1);
    };
  }, []);
};

/**
 * The keyboard of the console: "/" searches, j and k move through rows, "g" and a letter changes the page, "?"
 * shows all this. A single letter never does anything that cannot be taken back. Nothing happens while somebody types.
 */
export const useShortcuts = (
  jumps: readonly Jump[],
): { isSheetOpen: boolean; setSheetOpen: (open: boolean) => void } => {
  const navigate = useNavigate();
  const [isSheetOpen, setSheetOpen] = useState(false);
  const waitsUntil = useRef(0);
  useEffect(() => {
    const jump = (key: string): boolean => {
      const found = jumps.find((one) => one.key === key);
      if (found) void navigate({ to: found.to });
      return found !== undefined;
    };
    const act = (key: string): boolean => {
      if (Date.now() < waitsUntil.current) {
        waitsUntil.current = 0;
        return jump(key);
      }
      if (key === 'g') {
        waitsUntil.current = Date.now() + waitMs;
        return true;
      }
      if (handlers.some((handle) => handle(key))) return true;
      if (key === '/') return focusSearch();
      if (key === 'j' || key === 'k') return moveRow(key === 'j' ? 1 : -1);
      if (key !== '?') return false;
      setSheetOpen(true);
      return true;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      if (act(event.key)) event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [jumps, navigate]);
  return { isSheetOpen, setSheetOpen };
};
