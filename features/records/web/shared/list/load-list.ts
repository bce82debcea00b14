import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { callText } from '../../../../../web/lib/client.ts';
import type { Completeness, ListContract, ResourceList } from '../../../contract.ts';
import { parseExact } from '../../../exact-json.ts';

/** 10,000 entries: more than any chart of the samples holds. Beyond it the page says that it stopped. */
const maxPages = 50;

type Page<R> = ResourceList<R>;

const loadPage = async <R>(contract: ListContract, patientId: string, cursor: string | null): Promise<Page<R>> =>
  parseExact(
    await callText(contract, {
      params: { patientId },
      query: cursor ? { cursor } : {},
    }),
  ) as Page<R>;

/** The query of a list; alone it gives the first page. */
export const firstPage = <R>(contract: ListContract, patientId: string) => ({
  queryKey: [contract.id, patientId],
  queryFn: ({ pageParam }: { pageParam: string | null }) => loadPage<R>(contract, patientId, pageParam),
  initialPageParam: null as string | null,
  getNextPageParam: (last: Page<R>, all: Page<R>[]) => (all.length < maxPages ? last.next : null),
});

/** Every page of a list, one after the other; each page of a record is read once while the session lasts. */
export const useAllPages = <R>(contract: ListContract, patientId: string, enabled = true) => {
  const query = useInfiniteQuery({ ...firstPage<R>(contract, patientId), enabled });
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  return query;
};

export const resourcesOf = <R>(data: InfiniteData<Page<R>> | undefined): R[] =>
  data?.pages.flatMap((page) => page.resources) ?? [];

export type ListState<T> = {
  /** As the server orders them; only what has arrived so far. */
  items: T[];
  completeness: Completeness | undefined;
  /** Everything of the list is here. Until then nothing may be called complete. */
  isComplete: boolean;
  isPending: boolean;
  /** The first page failed. */
  error: unknown;
  /** A later page failed: what is shown is a part. */
  partError: unknown;
  retry: () => unknown;
};

/** One list of the record, page by page, read as people read it. `read` must be stable. */
export const useList = <R extends object, T>(
  contract: ListContract,
  patientId: string,
  read: (resource: R) => T,
  enabled = true,
): ListState<T> => {
  const query = useAllPages<R>(contract, patientId, enabled);
  const read1 = useMemo(() => remembered(read), [read]);
  const items = useMemo(() => resourcesOf(query.data).map(read1), [query.data, read1]);
  const last = query.data?.pages.at(-1);
  return {
    items,
    completeness: query.data?.pages[0]?.completeness,
    isComplete: last !== undefined && last.next === null && !query.isError,
    isPending: query.isPending,
    error: query.data ? null : query.error,
    partError: query.data ? query.error : null,
    retry: () => query.refetch(),
  };
};

/** Reads each resource once, however often a longer list comes by. */
export const remembered = <R extends object, T>(read: (resource: R) => T): ((resource: R) => T) => {
  const known = new WeakMap<R, T>();
  return (resource) => {
    const found = known.get(resource) ?? read(resource);
    known.set(resource, found);
    return found;
  };
};
