import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '../../../../web/lib/client.ts';
import { getPatient, listReports, listResults, type Completeness } from '../../contract.ts';
import type { FhirDiagnosticReport, FhirObservation } from '../../fhir-shapes.ts';
import { interpretObservation, type Result } from '../../observation.ts';
import { groupPanels, type Panel } from '../../panel.ts';
import { groupTrends, type Trend } from '../../trend.ts';
import { remembered, resourcesOf, useAllPages } from './list/load-list.ts';
import { personOf } from './person.ts';

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
  /** What waits for its time: whole reports where there are any, since they open their results. */
  held: Completeness | undefined;
  /** Everything of the list is here. Until then nothing may be called complete. */
  isComplete: boolean;
  isPending: boolean;
  /** The first page failed. */
  error: unknown;
  /** A later page, or the panels, failed: what is shown is a part. */
  partError: unknown;
  retry: () => unknown;
};

/** A long record is drawn anew with every fifth page, not with each: the page stays quick while it loads. */
const pagesPerStep = 5;

const useInSteps = <D extends { pages: readonly unknown[] }>(data: D | undefined, hasMore: boolean): D | undefined => {
  const count = data?.pages.length ?? 0;
  const step = Math.floor((count + pagesPerStep - 2) / pagesPerStep);
  // While more is on its way `step` stands for the pages that are worth drawing; then every change counts.
  return useMemo(() => data, [hasMore && count > 0 ? step : data]);
};

/** All results of one patient, page by page, read as people read them. */
export const useResults = (patientId: string): ResultsState => {
  const patient = useQuery(patientQuery(patientId));
  const observations = useAllPages<FhirObservation>(listResults, patientId);
  const reports = useAllPages<FhirDiagnosticReport>(listReports, patientId);
  const person = useMemo(() => personOf(patient.data), [patient.data]);
  const interpret = useMemo(
    () => remembered((observation: FhirObservation) => interpretObservation(observation, person)),
    [person],
  );
  const arrived = useInSteps(observations.data, observations.hasNextPage);
  const results = useMemo(() => resourcesOf(arrived).map(interpret), [arrived, interpret]);
  const panels = useMemo(
    () => groupPanels(resourcesOf(reports.data), resourcesOf(arrived), interpret),
    [reports.data, arrived, interpret],
  );
  const lastPage = observations.data?.pages.at(-1);
  return {
    results,
    trends: useMemo(() => groupTrends(results), [results]),
    panels,
    completeness: observations.data?.pages[0]?.completeness,
    held: [reports.data, observations.data]
      .map((data) => data?.pages[0]?.completeness)
      .find((facts) => facts !== undefined && facts.withheld > 0),
    isComplete: lastPage !== undefined && lastPage.next === null && !observations.isError,
    isPending: observations.isPending || patient.isPending,
    error: observations.data ? null : (observations.error ?? patient.error),
    partError: observations.data ? (observations.error ?? reports.error) : null,
    retry: () => Promise.all([patient.refetch(), observations.refetch(), reports.refetch()]),
  };
};
