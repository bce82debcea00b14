import { useQuery } from '@tanstack/react-query';
import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import { useSession } from '../../../../../web/lib/session.ts';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import { BackToList } from '../../shared/letter/BackToList.tsx';
import { ChosenLetter } from '../../shared/letter/ChosenLetter.tsx';
import { useOpenId } from '../../shared/list/TwoPane.tsx';
import { patientQuery } from '../../shared/load-results.ts';
import { ResultsBrowser } from '../../shared/ResultsBrowser.tsx';
import { useShownResults } from '../../shared/results-context.ts';
import { usePatientId } from './patient-id.ts';

export const ResultsPart = () => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const patientId = usePatientId();
  return (
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
  );
};

const Composer = lazy(() => import('../comments/Composer.tsx').then((module) => ({ default: module.Composer })));

/** The comment box below a result that is open, with whose it is beside the button. */
const CommentBox = ({ patientId }: { patientId: string }) => {
  const id = useOpenId();
  const { state } = useShownResults();
  const patient = useQuery(patientQuery(patientId)).data;
  const result = state.results.find((one) => one.id === id);
  if (!patient || !result?.id || result.withdrawn) return null;
  return (
    <div className="mt-4">
      <Suspense>
        <Composer key={result.id} patientId={patientId} recordId={result.id} patient={patient} title={result.title} />
      </Suspense>
    </div>
  );
};

export const ChosenResult = () => {
  const patientId = usePatientId();
  return (
    <>
      <ChosenLetter back={<BackToList to={`/patients/${patientId}/results`} />} />
      <CommentBox patientId={patientId} />
    </>
  );
};
