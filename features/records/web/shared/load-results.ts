import { queryOptions, useInfiniteQuery, useQuery, type InfiniteData } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { call, callText } from '../../../../web/lib/client.ts';
import { getPatient, listReports, listResults, type Completeness, type ResourceList } from '../../contract.ts';
import { parseExact } from '../../exact-json.ts';
import type { FhirDiagnosticReport, FhirObservation } from '../../fhir-shapes.ts';
import { interpretObservation, type Result } from '../../observation.ts';
import { groupPanels, type Panel } from '../../panel.ts';
import { groupTrends, type Trend } from '../../trend.ts';
import { personOf } from './person.ts';

/** 5,000 results: more than any sample chart holds. Beyond it the page says that it stopped. */
const maxPages = 25;

type Page<R> = ResourceList<R>;

const loadPage = async <R>(
  contract: typeof listResults | typeof listReports,
  patientId: string,
  cursor: string | null,
): Promise<Page<R>> =>
  parseExact(await callText(contract, { params: { patientId }, query: cursor ? { cursor } : {} })) as Page<R>;

const useAllPages = <R>(contract: typeof listResults | typeof listReports, patientId: string) => {
  const query = useInfiniteQuery({
    queryKey: [contract.id, patientId],
    queryFn: ({ pageParam }) => loadPage<R>(contract, patientId, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page<R>, all: Page<R>[]) => (all.length < maxPages ? last.next : null),
  });
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  return query;
};

const resourcesOf = <R>(data: InfiniteData<Page<R>> | undefined): R[] =>
  data?.pages.flatMap((page) => page.resources) ?? [];

export const patientQuery = (patientId: string) =>
  queryOptions({ queryKey: [getPatient.id, patientId], queryFn: () => call(getPatient, { params: { patientId } }) });

export type ResultsState = {
  /** Newest first; only what has arrived so far. */
  results: Result[];
  /** One per test, the newest first. */
  trends: Trend[];
  /** As reported together, the newest first. */
  panels: Panel[];
  completeness: Completeness | undefined;
  /** Everything of the list is here. Until then nothing may be called complete. */
  isComplete: boolean;
  isPending: boolean;
  /** The first page failed. */
  error: unknown;
  /** A later page, or the panels, failed: what is shown is a part. */
  partError: unknown;
  retry: () => unknown;
};

/** All results of one patient, page by page, read as people read them. */
export const useResults = (patientId: string): ResultsState => {
  const patient = useQuery(patientQuery(patientId));
  const observations = useAllPages<FhirObservation>(listResults, patientId);
  const reports = useAllPages<FhirDiagnosticReport>(listReports, patientId);
  const person = useMemo(() => personOf(patient.data), [patient.data]);
  const results = useMemo(
    () => resourcesOf(observations.data).map((observation) => interpretObservation(observation, person)),
    [observations.data, person],
  );
  const panels = useMemo(
    () => groupPanels(resourcesOf(reports.data), resourcesOf(observations.data), person),
    [reports.data, observations.data, person],
  );
  const lastPage = observations.data?.pages.at(-1);
  return {
    results,
    trends: useMemo(() => groupTrends(results), [results]),
    panels,
    completeness: observations.data?.pages[0]?.completeness,
    isComplete: lastPage !== undefined && lastPage.next === null && !observations.isError,
    isPending: observations.isPending || patient.isPending,
    error: observations.data ? null : (observations.error ?? patient.error),
    partError: observations.data ? (observations.error ?? reports.error) : null,
    retry: () => Promise.all([patient.refetch(), observations.refetch(), reports.refetch()]),
  };
};
