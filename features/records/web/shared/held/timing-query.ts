import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../../../web/lib/client.ts';
import { getTiming } from '../../../timing/contract.ts';

/** When the patient wants new results to open. */
export const timingQuery = (patientId: string) =>
  queryOptions({ queryKey: [getTiming.id, patientId], queryFn: () => call(getTiming, { params: { patientId } }) });
