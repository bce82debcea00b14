import { Trans } from '@lingui/react/macro';
import { WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
};

/** Said on every page while there is no network: what is shown was read before, and the phone still works. */
export const OfflineLine = ({ phone }: { phone: string }) => {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status" className="screen-only">
      {isOnline ? null : (
        <p className="mb-4 flex gap-2.5 rounded-control bg-warn-soft px-4 py-2.5 font-semibold text-warn forced:border">
          <WifiOff aria-hidden size={20} className="mt-[0.2em] shrink-0" />
          <span className="[&_a]:text-current">
            <Trans>
              You are offline. What you see was read before; there may be news. Our phone:{' '}
              <a href={`tel:${phone}`}>{phone}</a>
            </Trans>
          </span>
        </p>
      )}
    </div>
  );
};
