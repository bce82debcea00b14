import { Trans } from '@lingui/react/macro';

/** Whose record is open, where it is not one's own: on every page, above everything. */
export const ActingForBanner = ({ name, className = '' }: { name: string; className?: string }) => (
  <p
    className={`screen-only rounded-control bg-accent-soft px-4 py-2.5 font-semibold text-ink forced:border ${className}`}
  >
    <Trans>You are viewing the record of {name}</Trans>
  </p>
);
