import { Contacts, MedicinesNow } from './FactsPane.tsx';

/** What a call takes: the number, and the medicines it may be about. Each look is an entry in the patient's log. */
export const ReachPatient = ({ patientId }: { patientId: string }) => (
  <div className="grid sm:grid-cols-2 sm:[&>section]:border-t-0">
    <Contacts patientId={patientId} />
    <MedicinesNow patientId={patientId} />
  </div>
);
