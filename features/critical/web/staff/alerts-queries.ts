import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { call } from '../../../../web/lib/client.ts';
import { countAlerts, getAlert, listAlerts, listMyCorrections, readSettings, type AlertItem } from '../../contract.ts';

const countEveryMs = 20_000;

/** Names nobody and leaves no entry, so it is asked again by itself. */
export const countQuery = queryOptions({
  queryKey: [countAlerts.id],
  queryFn: () => call(countAlerts),
  refetchInterval: countEveryMs,
  refetchIntervalInBackground: true,
  staleTime: 0,
});

export type ListState = 'open' | 'closed';
export const alertsQuery = (state: ListState) =>
  queryOptions({
    queryKey: [listAlerts.id, state],
    queryFn: () => call(listAlerts, { query: { state } }),
    staleTime: Infinity,
  });

export const alertQuery = (alert: Pick<AlertItem, 'id' | 'patientId'>) =>
  queryOptions({
    queryKey: [getAlert.id, alert.id],
    queryFn: () => call(getAlert, { params: { patientId: alert.patientId, alertId: alert.id } }),
    staleTime: Infinity,
  });

export const correctedQuery = queryOptions({
  queryKey: [listMyCorrections.id],
  queryFn: () => call(listMyCorrections),
  staleTime: Infinity,
});

export const settingsQuery = queryOptions({ queryKey: [readSettings.id], queryFn: () => call(readSettings) });

/** Puts an answered alert as it stands now into the list, and counts again. */
export const keepAlert = (queryClient: QueryClient, alert: AlertItem): void => {
  queryClient.setQueryData(alertsQuery('open').queryKey, (known) =>
    known ? { ...known, alerts: known.alerts.map((one) => (one.id === alert.id ? alert : one)) } : known,
  );
  void queryClient.invalidateQueries({ queryKey: [countAlerts.id] });
  void queryClient.invalidateQueries({ queryKey: alertsQuery('closed').queryKey });
  queryClient.removeQueries({ queryKey: [getAlert.id, alert.id] });
};
