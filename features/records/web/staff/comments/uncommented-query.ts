import { call } from '../../../../../web/lib/client.ts';
import { listUncommented } from '../../../comments/contract.ts';

/** Each look is an entry in every patient's log, so the list is read once, and again when asked. */
export const uncommentedQuery = {
  queryKey: [listUncommented.id],
  queryFn: () => call(listUncommented),
  staleTime: Infinity,
  gcTime: Infinity,
};
