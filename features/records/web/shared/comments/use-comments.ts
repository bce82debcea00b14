import { useQuery } from '@tanstack/react-query';
import { call } from '../../../../../web/lib/client.ts';
import { listComments, type Comment } from '../../../comments/contract.ts';

export const commentsQueryKey = (patientId: string) => [listComments.id, patientId] as const;

/** Comments on one patient's results; `of` finds those about any of these records, newest first. */
export const useComments = (patientId: string) => {
  const query = useQuery({
    queryKey: commentsQueryKey(patientId),
    queryFn: () => call(listComments, { params: { patientId } }),
  });
  return {
    of: (recordIds: readonly (string | null)[]): Comment[] =>
      (query.data?.comments ?? []).filter(({ recordId }) => recordIds.includes(recordId)),
    error: query.error,
  };
};
