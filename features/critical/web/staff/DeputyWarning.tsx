import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { Notice } from '../../../../web/ui/Notice.tsx';
import { settingsQuery } from './alerts-queries.ts';

/** For administrators, on every page until it is mended: nobody answers when the responsible clinician does not. */
export const DeputyWarning = () => {
  const { t } = useLingui();
  const settings = useQuery(settingsQuery).data;
  const path = useLocation({ select: (location) => location.pathname });
  // The page where it is mended says so itself.
  if (!settings || settings.hasDeputy || path.endsWith('/settings/critical')) return null;
  return (
    <aside aria-label={t`Critical results`} className="screen-only m-3 mb-0">
      <Notice tone="bad" title={<Trans>Nobody is named to answer for critical results</Trans>}>
        <p>
          <Trans>
            When the responsible clinician does not answer, nobody in particular is asked.{' '}
            <Link to="/settings/critical">Name a deputy</Link>.
          </Trans>
        </p>
      </Notice>
    </aside>
  );
};
