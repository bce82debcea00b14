import { useSyncExternalStore } from 'react';

const query = '(min-width: 64rem)';

/** True where a list and its detail stand side by side. */
export const useIsWide = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
