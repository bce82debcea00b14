import { useEffect, useState } from 'react';
import { hasChosenLocale, showLocale } from '../../../../web/lib/i18n.ts';
import { readBrought, type Brought } from '../../client/desk-paper.ts';

/**
 * What the square on a letter, or at the desk, brought behind `#`. It leaves the address bar at once, so that it is
 * in no history and no screenshot; the page speaks the language of the letter unless the person chose one here.
 */
export const useBrought = (): Brought | undefined => {
  const [brought, setBrought] = useState(() => readBrought(location.hash));
  useEffect(() => {
    const take = () => {
      const found = readBrought(location.hash);
      if (!found) return;
      history.replaceState(history.state, '', location.pathname);
      setBrought(found);
      if (found.language && !hasChosenLocale()) void showLocale(found.language);
    };
    take();
    // A second square, scanned into the same tab, changes only what stands behind `#`.
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, []);
  return brought;
};
