import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../../web/lib/client.ts';
import { listCorrections, listEarlier } from '../../contract.ts';

/** A patient's own open notices. */
export const correctionsQuery = (patientId: string) =>
  queryOptions({
    queryKey: [listCorrections.id, patientId],
    queryFn: () => call(listCorrections, { params: { patientId } }),
  });

export const earlierQuery = (patientId: string, recordId: string) =>
  queryOptions({
    queryKey: [listEarlier.id, patientId, recordId],
    queryFn: () => call(listEarlier, { params: { patientId, recordId } }),
    staleTime: Infinity,
  });
