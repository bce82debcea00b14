import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { ResultOf } from '#platform/contract.ts';
import { usePageKeys } from '../../../../../web/staff/shortcuts.ts';
import { listComments, listUncommented } from '../../../comments/contract.ts';
import { onSent, takeBack, tryAgain, useOutgoing, type Outgoing } from './outbox.ts';

/** Whole seconds until a moment, counted down. */
const useSecondsUntil = (atMs: number): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((atMs - now) / 1000));
};

/** What was sent needs no comment any more; lists that show comments are read anew. */
const forget = (queryClient: QueryClient, sent: Outgoing): void => {
  queryClient.setQueryData<ResultOf<typeof listUncommented>>(
    [listUncommented.id],
    (known) => known && { ...known, results: known.results.filter(({ recordId }) => recordId !== sent.recordId) },
  );
  void queryClient.invalidateQueries({ queryKey: [listComments.id, sent.patientId] });
};

const buttonClass = 'min-h-8 rounded-full border border-current px-3 font-semibold hover:bg-brand-strong';

const Line = ({ one }: { one: Outgoing }) => {
  const seconds = useSecondsUntil(one.sendAtMs);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-control bg-brand px-4 py-2 text-on-brand forced:border">
      <p role={one.state === 'failed' ? 'alert' : undefined} className="min-w-0">
        {one.state === 'failed' ? (
          <Trans>
            Not sent: your comment for <bdi>{one.name}</bdi>
          </Trans>
        ) : (
          <Trans>
            Comment on {one.title} for <bdi>{one.name}</bdi>
          </Trans>
        )}
      </p>
      <p className="flex items-center gap-3">
        {one.state === 'waiting' ? (
          <>
            <span aria-hidden className="tabular-nums">
              {seconds} s
            </span>
            <button type="button" className={buttonClass} onClick={() => takeBack(one.key)}>
              <Trans>Undo</Trans> <kbd className="font-sans text-sm font-normal">u</kbd>
            </button>
          </>
        ) : null}
        {one.state === 'sending' ? <Trans>Sending…</Trans> : null}
        {one.state === 'failed' ? (
          <>
            <button type="button" className={buttonClass} onClick={() => tryAgain(one.key)}>
              <Trans>Try again</Trans>
            </button>
            <button type="button" className={buttonClass} onClick={() => takeBack(one.key)}>
              <Trans>Keep as a draft</Trans>
            </button>
          </>
        ) : null}
      </p>
    </li>
  );
};

/** Comments on their way, with ten seconds to take each back. It stays whichever page is open. */
export const OutboxBar = () => {
  const outgoing = useOutgoing();
  const queryClient = useQueryClient();
  const [wasSent, setWasSent] = useState(false);
  useEffect(
    () =>
      onSent((sent) => {
        forget(queryClient, sent);
        setWasSent(true);
      }),
    [queryClient],
  );
  usePageKeys((key) => {
    const last = outgoing.findLast(({ state }) => state === 'waiting');
    if (key !== 'u' || !last) return false;
    takeBack(last.key);
    setWasSent(false);
    return true;
  });
  const last = outgoing.findLast(({ state }) => state === 'waiting');
  return (
    <>
      {/* Stands empty from the beginning: a region that comes with its words is not read out. */}
      <p role="status" className="sr-only">
        {last ? (
          <Trans>
            Comment on {last.title} for {last.name}: sent in 10 seconds. To undo, press u.
          </Trans>
        ) : wasSent && outgoing.length === 0 ? (
          <Trans>Sent.</Trans>
        ) : null}
      </p>
      {outgoing.length > 0 ? <Lines outgoing={outgoing} /> : null}
    </>
  );
};

const Lines = ({ outgoing }: { outgoing: readonly Outgoing[] }) => (
  <ul className="screen-only fixed inset-x-3 bottom-3 z-20 mx-auto max-w-2xl space-y-2">
    {outgoing.map((one) => (
      <Line key={one.key} one={one} />
    ))}
  </ul>
);
