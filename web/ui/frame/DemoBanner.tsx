import { Trans, useLingui } from '@lingui/react/macro';

/** Says on every page that this is no clinic. */
export const DemoBanner = () => {
  const { t } = useLingui();
  return (
    <aside
      aria-label={t`Demo clinic`}
      className="screen-only bg-accent-soft px-4 py-1.5 text-center text-sm text-ink forced:border-b"
    >
      <Trans>
        <strong>Demo clinic.</strong> These people are made up. Do not enter real health information.
      </Trans>
    </aside>
  );
};
