import { Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import { writtenLanguage } from '../../../../web/lib/written-language.ts';

/** Somebody's own words: spoken in their language, which is named when it is not the page's. */
export const WrittenWords = ({ text, className = '' }: { text: string; className?: string }) => {
  const { locale } = useLingui().i18n;
  const language = writtenLanguage(text);
  const isForeign = language !== undefined && language !== locale;
  return (
    <>
      <p lang={isForeign ? language : undefined} className={`whitespace-pre-line ${className}`}>
        {text}
      </p>
      {isForeign ? (
        <p className="text-sm">
          {language === 'en' ? <Trans>(written in English)</Trans> : <Trans>(written in Spanish)</Trans>}
        </p>
      ) : null}
    </>
  );
};
