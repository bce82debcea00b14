import { useLingui } from '@lingui/react';
import { chooseLocale } from '../../lib/i18n.ts';

/** The other language, named in itself, always in sight. */
export const LanguageSwitch = () => {
  const isSpanish = useLingui().i18n.locale === 'es';
  return (
    <button
      type="button"
      lang={isSpanish ? 'en' : 'es'}
      className="min-h-11 rounded-control px-2 font-semibold text-brand underline underline-offset-4 hover:text-brand-strong"
      onClick={() => void chooseLocale(isSpanish ? 'en' : 'es')}
    >
      {isSpanish ? 'English' : 'Español'}
    </button>
  );
};
