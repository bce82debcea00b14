import { Trans, useLingui } from '@lingui/react/macro';
import { useCurrentPatient } from '../../../../../web/lib/current-patient.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import { Hub } from './Hub.tsx';
import { SearchPanel } from './SearchPanel.tsx';

/** The whole record: searched, or by what it is about. */
export const RecordPage = () => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const patient = useCurrentPatient();
  const isOwn = patient.relationship === 'self';
  return (
    <>
      <PageHeading title={isOwn ? t`My record` : t`Record`} clinic={clinic.name}>
        {isOwn ? (
          <Trans>My record</Trans>
        ) : (
          <Trans>
            The record of <bdi>{patient.name}</bdi>
          </Trans>
        )}
      </PageHeading>
      <SearchPanel key={patient.id} patientId={patient.id}>
        <Hub />
      </SearchPanel>
    </>
  );
};
