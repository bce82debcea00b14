import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { maySee, type CurrentPatient } from '../../../../../web/lib/current-patient.ts';
import { callText } from '../../../../../web/lib/client.ts';
import { listReports, listResults } from '../../../contract.ts';
import { parseExact } from '../../../exact-json.ts';
import type { FhirDiagnosticReport, FhirObservation } from '../../../fhir-shapes.ts';
import { getHome, type Home } from '../../../home/contract.ts';
import { interpretObservation, type Result } from '../../../observation.ts';
import { groupPanels, type Panel } from '../../../panel.ts';
import { readAppointment } from '../../../read/appointment.ts';
import type { FhirResource } from '../../../read/elements.ts';
import { readNote, type Note } from '../../../read/note.ts';
import { readVisit } from '../../../read/visit.ts';
import { firstPage, resourcesOf } from '../../shared/list/load-list.ts';
import { patientQuery } from '../../shared/load-results.ts';
import { personOf } from '../../shared/person.ts';
import { nextVisit, visitItems, type VisitItem } from '../../shared/visits/visit-items.ts';
import { changesOf, type Changes } from './changes.ts';

export type HomeState = {
  home: Home<FhirResource> | undefined;
  /** Newest results (one page of the list), reported together. */
  panels: Panel[];
  results: Result[];
  next: VisitItem | undefined;
  newNotes: Note[];
  changes: Changes;
  isPending: boolean;
  error: unknown;
  /** The results could not be loaded, the rest could: what is urgent is not known. */
  resultsError: unknown;
  retry: () => unknown;
};

const homeQuery = (patientId: string) => ({
  queryKey: [getHome.id, patientId],
  queryFn: async () => parseExact(await callText(getHome, { params: { patientId } })) as Home<FhirResource>,
});

/** The first page of a list, under the list's own key: whoever goes on to the list has it already. */
const useFirst = <R>(contract: typeof listResults, patientId: string, enabled: boolean) =>
  useInfiniteQuery({ ...firstPage<R>(contract, patientId), enabled });

/**
 * What the first page shows. The server's summary is bounded whatever the size of the record; one page of
 * results is looked at as well, so that a dangerous value is seen also when it is not new.
 */
export const useHome = (patient: CurrentPatient): HomeState => {
  const seesResults = maySee(patient, 'results');
  const summary = useQuery(patientQuery(patient.id));
  const home = useQuery(homeQuery(patient.id));
  const observations = useFirst<FhirObservation>(listResults, patient.id, seesResults);
  const reports = useFirst<FhirDiagnosticReport>(listReports, patient.id, seesResults);
  const person = useMemo(() => personOf(summary.data), [summary.data]);
  const results = useMemo(
    () => resourcesOf(observations.data).map((one) => interpretObservation(one, person)),
    [observations.data, person],
  );
  const panels = useMemo(
    () =>
      groupPanels(resourcesOf(reports.data), resourcesOf(observations.data), (one) =>
        interpretObservation(one, person),
      ),
    [reports.data, observations.data, person],
  );
  const next = useMemo(() => {
    const ahead = home.data?.next ?? [];
    const { coming } = visitItems(
      ahead.filter(({ resourceType }) => resourceType === 'Encounter').map(readVisit),
      ahead.filter(({ resourceType }) => resourceType === 'Appointment').map(readAppointment),
    );
    return nextVisit(coming);
  }, [home.data]);
  return {
    home: home.data,
    panels,
    results,
    next,
    newNotes: useMemo(() => (home.data?.newNotes ?? []).map(readNote), [home.data]),
    changes: useMemo(() => changesOf(home.data), [home.data]),
    isPending: home.isPending || summary.isPending || (seesResults && observations.isPending),
    error: home.data ? null : home.error,
    resultsError: observations.error ?? reports.error,
    retry: () => Promise.all([home.refetch(), summary.refetch(), observations.refetch(), reports.refetch()]),
  };
};
