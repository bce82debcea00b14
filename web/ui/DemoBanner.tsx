import { Trans } from '@lingui/react/macro';

export const DemoBanner = () => (
  <p className="screen-only bg-accent-soft px-4 py-1.5 text-center text-sm text-ink forced:border-b">
    <Trans>
      <strong>Demo clinic.</strong> These people are made up. Do not enter real health information.
    </Trans>
  </p>
);
