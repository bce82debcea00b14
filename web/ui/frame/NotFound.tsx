import { useQuery } from '@tanstack/react-query';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { welcomeQuery } from '../../lib/session.ts';
import { PageHeading } from '../PageHeading.tsx';
import { PublicFrame } from './PublicFrame.tsx';

/** An address that names no page: the way home, and the phone. */
export const NotFoundWords = () => {
  const { t } = useLingui();
  const phone = useQuery(welcomeQuery).data?.clinic.phone;
  return (
    <>
      <PageHeading title={t`Page not found`}>
        <Trans>We could not find this page</Trans>
      </PageHeading>
      <p>
        {phone ? (
          <Trans>
            Go to <Link to="/">Home</Link>, or call us: <a href={`tel:${phone}`}>{phone}</a>
          </Trans>
        ) : (
          <Trans>
            Go to <Link to="/">Home</Link>
          </Trans>
        )}
      </p>
    </>
  );
};

/** The same where nobody is known to be signed in. */
export const NotFound = () => (
  <PublicFrame>
    <NotFoundWords />
  </PublicFrame>
);
