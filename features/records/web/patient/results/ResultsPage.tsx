import { Trans, useLingui } from '@lingui/react/macro';
import { useCurrentPatient } from '../../../../../web/lib/current-patient.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import { CompanyGate } from '../../shared/held/CompanyGate.tsx';
import { BackToList } from '../../shared/letter/BackToList.tsx';
import { ChosenLetter } from '../../shared/letter/ChosenLetter.tsx';
import { ResultsBrowser } from '../../shared/ResultsBrowser.tsx';

export const ResultsPage = () => {
  const { t } = useLingui();
  const patient = useCurrentPatient();
  const { clinic } = useSession();
  const heading = (
    <PageHeading
      title={t`Results`}
      clinic={clinic.name}
      lead={
        patient.relationship === 'self' ? (
          <Trans>You may see a result before your care team does. You can always call us about it.</Trans>
        ) : (
          <Trans>You may see a result before the care team does. You can always call us about it.</Trans>
        )
      }
    >
      <Trans>Results</Trans>
    </PageHeading>
  );
  return (
    <CompanyGate patientId={patient.id} categories={['laboratory', 'reports']} top={heading}>
      <ResultsBrowser key={patient.id} patientId={patient.id} pathOf={(id) => `/results/${id}`} heading={heading} />
    </CompanyGate>
  );
};

export const ChosenResult = () => <ChosenLetter back={<BackToList to="/results" />} />;
