import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { maySee, useCurrentPatient } from '../../../../../web/lib/current-patient.ts';
import { call } from '../../../../../web/lib/client.ts';
import { listStatements, markNotTaken, undoNotTaken, type Statement } from '../../../statements/contract.ts';

type Said = {
  /** What was said about an entry and stands; undefined when nothing was, or it is not known yet. */
  standing: (recordId: string | null) => Statement | undefined;
  /** What was said could not be loaded: nothing may be claimed about it. */
  error: unknown;
};

/** What was said about medicines ("I don't take this"). The list itself stays as its source sent it. */
export const useStatements = (): Said => {
  const patient = useCurrentPatient();
  const query = useQuery({
    queryKey: [listStatements.id, patient.id],
    queryFn: () => call(listStatements, { params: { patientId: patient.id } }),
    enabled: maySee(patient, 'medicines'),
  });
  return {
    standing: (recordId) => query.data?.statements.find((one) => one.recordId === recordId && one.undoneAt === null),
    error: query.error,
  };
};

/** Says it, and takes it back. */
export const useSay = (recordId: string) => {
  const patient = useCurrentPatient();
  const queryClient = useQueryClient();
  const params = { patientId: patient.id, id: recordId };
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: [listStatements.id, patient.id] });
  const say = useMutation({
    mutationFn: (note: string) => call(markNotTaken, { params, body: note === '' ? {} : { note } }),
    onSuccess,
  });
  const undo = useMutation({ mutationFn: () => call(undoNotTaken, { params, body: {} }), onSuccess });
  return { say, undo };
};
