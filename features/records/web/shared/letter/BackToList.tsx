import { Trans } from '@lingui/react/macro';
import { BackLink } from '../../../../../web/ui/BackLink.tsx';

/** From a letter back to the list of results, on a phone. */
export const BackToList = ({ to }: { to: string }) => (
  <BackLink to={to} className="lg:hidden">
    <Trans>All results</Trans>
  </BackLink>
);
