import { Trans, useLingui } from '@lingui/react/macro';
import { useCurrentPatient } from '../../../../../web/lib/current-patient.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { BackLink } from '../../../../../web/ui/BackLink.tsx';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import { SearchPanel } from './SearchPanel.tsx';

/** The search alone, for those who come for it. */
export const SearchPage = () => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const patient = useCurrentPatient();
  return (
    <>
      <BackLink to="/record">
        <Trans>All of the record</Trans>
      </BackLink>
      <PageHeading title={t`Search the record`} clinic={clinic.name}>
        <Trans>Search the record</Trans>
      </PageHeading>
      <SearchPanel key={patient.id} patientId={patient.id} />
    </>
  );
};
