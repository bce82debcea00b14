import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { welcomeQuery } from '../../../../web/lib/session.ts';
import { buttonClass } from '../../../../web/ui/Button.tsx';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';

const Again = () => (
  <Link to="/sign-in" className={buttonClass()}>
    <Trans>Sign in again</Trans>
  </Link>
);

export const SignedOutPage = () => {
  const { t } = useLingui();
  const clinic = useQuery(welcomeQuery).data?.clinic;
  return (
    <>
      <PageHeading
        title={t`Signed out`}
        clinic={clinic?.name}
        lead={<Trans>Nothing of your record is left in this browser.</Trans>}
      >
        <Trans>You are signed out</Trans>
      </PageHeading>
      <Again />
    </>
  );
};

export const TimedOutPage = () => {
  const { t } = useLingui();
  const clinic = useQuery(welcomeQuery).data?.clinic;
  return (
    <>
      <PageHeading
        title={t`Signed out`}
        clinic={clinic?.name}
        lead={
          <Trans>
            Nobody used the portal for a while, or you signed out in another tab. This protects your record.
          </Trans>
        }
      >
        <Trans>We signed you out</Trans>
      </PageHeading>
      <Again />
    </>
  );
};
