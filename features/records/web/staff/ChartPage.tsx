import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { useSession } from '../../../../web/lib/session.ts';
import { IdentityHeader } from '../../../../web/ui/IdentityHeader.tsx';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';
import { Problem } from '../../../../web/ui/Problem.tsx';
import { Waiting } from '../../../../web/ui/Waiting.tsx';
import { BackToList } from '../shared/letter/BackToList.tsx';
import { ChosenLetter } from '../shared/letter/ChosenLetter.tsx';
import { patientQuery } from '../shared/load-results.ts';
import { PrintHeader } from '../shared/PrintHeader.tsx';
import { ResultsBrowser } from '../shared/ResultsBrowser.tsx';

const usePatientId = (): string =>
  useParams({ strict: false, select: (params: { patientId?: string }) => params.patientId ?? '' });

/** One chart: whose it is stays in sight, the results below. */
export const ChartPage = () => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const patientId = usePatientId();
  const patient = useQuery(patientQuery(patientId));
  if (patient.error) return <Problem error={patient.error} retry={patient.refetch} phone={clinic.phone} />;
  if (!patient.data) return <Waiting />;
  return (
    <>
      <PrintHeader patientId={patientId} />
      <IdentityHeader patient={patient.data} />
      <ResultsBrowser
        key={patientId}
        patientId={patientId}
        pathOf={(id) => `/patients/${patientId}/results/${id}`}
        heading={
          <PageHeading title={t`Results`} clinic={clinic.name}>
            <Trans>Results</Trans>
          </PageHeading>
        }
      />
    </>
  );
};

export const ChosenResult = () => {
  const patientId = usePatientId();
  return <ChosenLetter back={<BackToList to={`/patients/${patientId}`} />} />;
};
