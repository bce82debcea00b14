import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';

/** Quiet for the first moments: most answers arrive before anyone needs to be told to wait. */
const quietMs = 250;

export const Waiting = () => {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), quietMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" className="min-h-40 py-10 text-ink-2">
      {isSlow ? <Trans>One moment…</Trans> : null}
    </div>
  );
};
