import { Link } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { buttonClass } from '../../../../web/ui/Button.tsx';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';

/** Why a colleague has to sign in again. */
export const TimedOutPage = () => {
  const { t } = useLingui();
  return (
    <>
      <PageHeading
        title={t`Signed out`}
        lead={
          <Trans>
            You did not use the portal for a while, or you signed out in another tab. This protects the patients’
            records. What you had sent or saved is safe.
          </Trans>
        }
      >
        <Trans>We signed you out</Trans>
      </PageHeading>
      <Link to="/sign-in" className={buttonClass()}>
        <Trans>Sign in again</Trans>
      </Link>
    </>
  );
};
