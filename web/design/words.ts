import { useLingui } from '@lingui/react';

/** What stands inside of the components here: in the language on screen, and in no catalogue. */
export const useWords = (): ((en: string, es: string) => string) => {
  const isSpanish = useLingui().i18n.locale === 'es';
  return (en, es) => (isSpanish ? es : en);
};
