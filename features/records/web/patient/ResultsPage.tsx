import { Link } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { ChevronLeft } from 'lucide-react';
import { useCurrentPatient } from '../../../../web/lib/current-patient.ts';
import { useSession } from '../../../../web/lib/session.ts';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';
import { ChosenLetter } from '../shared/ChosenLetter.tsx';
import { ResultsBrowser } from '../shared/ResultsBrowser.tsx';

export const ResultsPage = () => {
  const { t } = useLingui();
  const patient = useCurrentPatient();
  const { clinic } = useSession();
  return (
    <ResultsBrowser
      key={patient.id}
      patientId={patient.id}
      pathOf={(id) => `/results/${id}`}
      heading={
        <PageHeading
          title={t`Results`}
          clinic={clinic.name}
          lead={<Trans>You may see a result before your care team does. You can always call us about it.</Trans>}
        >
          <Trans>Results</Trans>
        </PageHeading>
      }
    />
  );
};

export const ChosenResult = () => (
  <ChosenLetter
    back={
      <p className="screen-only mb-3 lg:hidden">
        <Link to="/results" className="inline-flex min-h-11 items-center gap-1 font-semibold">
          <ChevronLeft aria-hidden size={20} /> <Trans>All results</Trans>
        </Link>
      </p>
    }
  />
);
