import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ResultOf } from '#platform/contract.ts';
import { getPatient } from '#features/records/contract.ts';
import { call } from '../../../../../web/lib/client.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { IdentityHeader } from '../../../../../web/ui/IdentityHeader.tsx';
import { Problem } from '../../../../../web/ui/Problem.tsx';
import { Waiting } from '../../../../../web/ui/Waiting.tsx';
import { newDeskKey } from '../../../client/desk-paper.ts';
import type { startDeskSetUp } from '../../../desk/contract.ts';
import { ProofStep } from './ProofStep.tsx';
import { WatchStep } from './WatchStep.tsx';

type Begun = ResultOf<typeof startDeskSetUp> & { deskKey: string; language: 'en' | 'es' };

/** Front desk: the patient stands here and sets up her own account, on her phone or on a device of the desk. */
export const DeskSetUpPage = () => {
  const { clinic } = useSession();
  const { patientId = '' } = useParams({ strict: false }) as { patientId?: string };
  const patient = useQuery({
    queryKey: [getPatient.id, patientId],
    queryFn: () => call(getPatient, { params: { patientId } }),
  });
  const [begun, setBegun] = useState<Begun>();
  if (patient.error) return <Problem error={patient.error} retry={patient.refetch} phone={clinic.phone} />;
  if (!patient.data) return <Waiting />;
  return (
    <>
      <div className="screen-only">
        <IdentityHeader patient={patient.data} />
      </div>
      {begun ? (
        <WatchStep key={begun.setUpId} begun={begun} patient={patient.data} onAgain={() => setBegun(undefined)} />
      ) : (
        <ProofStep
          patient={patient.data}
          onBegun={(started, language) => setBegun({ ...started, language, deskKey: newDeskKey() })}
        />
      )}
    </>
  );
};
