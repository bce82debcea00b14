import { useInfiniteQuery } from '@tanstack/react-query';
import { Plural, Trans } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { call } from '../../../../web/lib/client.ts';
import { useFormats } from '../../../../web/lib/format.ts';
import { useSession } from '../../../../web/lib/session.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { EmptyState } from '../../../../web/ui/EmptyState.tsx';
import { Problem } from '../../../../web/ui/Problem.tsx';
import { Waiting } from '../../../../web/ui/Waiting.tsx';
import { searchLog } from '../../review/contract.ts';
import type { Criteria } from './criteria.ts';
import { SaveLog } from './SaveLog.tsx';
import { VisitRow } from './VisitRow.tsx';
import { reviewDays } from './visits.ts';

/** What one search found, page by page. Nothing is asked for again by itself: each page is an entry of the log. */
export const Entries = ({ criteria }: { criteria: Criteria }) => {
  const formats = useFormats();
  const { clinic } = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  const query = useInfiniteQuery({
    queryKey: [searchLog.id, criteria],
    queryFn: ({ pageParam }) =>
      call(searchLog, { body: pageParam === null ? criteria : { ...criteria, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    gcTime: 0,
    staleTime: Infinity,
  });
  const pages = query.data?.pages ?? [];
  const entries = pages.flatMap((page) => page.entries);
  const last = pages.at(-1);
  const isFirst = pages.length === 1;
  useEffect(() => {
    if (isFirst) heading.current?.focus();
  }, [isFirst]);
  if (query.error && pages.length === 0)
    return (
      <div className="mt-6">
        <Problem error={query.error} retry={query.refetch} phone={clinic.phone} />
      </div>
    );
  if (!last) return <Waiting />;
  const until = formats.dateTime(last.until);
  return (
    <section className="mt-6">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 ref={heading} tabIndex={-1} className="text-xl outline-none">
          {last.next === null ? (
            <Plural value={entries.length} one="# entry" other="# entries" />
          ) : (
            <Plural value={entries.length} one="# entry so far" other="# entries so far" />
          )}
        </h2>
        {entries.length > 0 ? <SaveLog criteria={criteria} /> : null}
      </div>
      {entries.length > 0 ? (
        reviewDays(entries).map((day) => (
          <section key={day.key} className="mb-5">
            <h3 className="mb-1 font-semibold first-letter:uppercase">
              {formats.dayName(day.at)}, {formats.date(day.at)}
            </h3>
            <ul className="rounded-card border border-line bg-surface">
              {day.visits.map((visit) => (
                <VisitRow key={visit.key} visit={visit} />
              ))}
            </ul>
          </section>
        ))
      ) : last.next === null ? (
        <EmptyState title={<Trans>No such entry in this time</Trans>}>
          <Trans>The whole time was searched. Looks in the clinic's own system are not in this log.</Trans>
        </EmptyState>
      ) : null}
      {last.next === null ? null : (
        <div className="mt-3 flex flex-wrap items-center gap-4">
          <Button look="secondary" pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            <Trans>Search further back</Trans>
          </Button>
          <p role="status" className="text-sm text-ink-2">
            <Trans>Searched back to {until}</Trans>
          </p>
        </div>
      )}
      {query.error ? (
        <div className="mt-3">
          <Problem error={query.error} retry={query.fetchNextPage} phone={clinic.phone} />
        </div>
      ) : null}
    </section>
  );
};
