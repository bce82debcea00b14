import { Trans } from '@lingui/react/macro';

export const SkipLink = () => (
  <a
    href="#main"
    className="absolute left-4 -top-20 z-50 rounded-control bg-surface px-4 py-2 font-semibold focus:top-3"
    onClick={(event) => {
      event.preventDefault();
      document.getElementById('main')?.focus();
    }}
  >
    <Trans>Skip to the content</Trans>
  </a>
);
