import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { PageHeading } from './PageHeading.tsx';

export const NotFound = () => {
  const { t } = useLingui();
  return (
    <main id="main" tabIndex={-1} className="mx-auto max-w-page p-4 md:p-6">
      <PageHeading title={t`Page not found`}>
        <Trans>We could not find this page</Trans>
      </PageHeading>
      <p>
        <Link to="/">
          <Trans>Go to the first page</Trans>
        </Link>
      </p>
    </main>
  );
};
