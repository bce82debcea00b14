import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../../../web/lib/client.ts';
import { listRoleRequests, listStaff } from '../../../staff/contract.ts';

/** Each list is an entry of the log, so it is asked for once and kept until something changes. */
export const staffQuery = (words: string) =>
  queryOptions({
    queryKey: [listStaff.id, words],
    queryFn: () => call(listStaff, { body: words === '' ? {} : { words } }),
  });

export const requestsQuery = queryOptions({
  queryKey: [listRoleRequests.id],
  queryFn: () => call(listRoleRequests),
});
