import { Trans } from '@lingui/react/macro';
import { useCurrentPatient } from '../../../../web/lib/current-patient.ts';
import { BackLink } from '../../../../web/ui/BackLink.tsx';

/** From one part of the record back to all of it. */
export const BackToRecord = () => (
  <BackLink to="/record">
    {useCurrentPatient().relationship === 'self' ? <Trans>My record</Trans> : <Trans>Record</Trans>}
  </BackLink>
);
