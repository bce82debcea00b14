import { useLingui } from '@lingui/react';
import { use, useCallback } from 'react';
import { useSession } from '../../../../web/lib/session.ts';
import { commonWord } from '../../plain/everyday-words.ts';
import { toldToAnother } from '../../plain/told-to-another.ts';
import { loadPlain, type ConditionText, type LabText, type VaccineText } from './load-plain.ts';

const useLanguage = (): 'en' | 'es' => (useLingui().i18n.locale === 'es' ? 'es' : 'en');

/** Says an entry to whoever reads: "you" is the patient, "they" for anybody else. Names stay as they are. */
const useSaid = () => {
  const isForAnother = useSession().role !== 'patient';
  const language = useLanguage();
  return useCallback(
    <E extends { name: string; also: string }>(entry: E | undefined): E | null => {
      if (!entry) return null;
      if (!isForAnother || language === 'es') return entry;
      const said = Object.entries(entry).map(([key, value]: [string, unknown]) =>
        typeof value === 'string' && key !== 'name' && key !== 'also'
          ? [key, toldToAnother(value, language)]
          : [key, value],
      );
      return Object.fromEntries(said) as E;
    },
    [isForAnother, language],
  );
};

/** Our words for laboratory tests, by LOINC code; null where we have none. */
export const usePlainLab = (): ((loinc: string | null) => LabText | null) => {
  const find = use(loadPlain('labs', useLanguage()));
  const said = useSaid();
  return useCallback((loinc: string | null) => said(find(loinc)), [find, said]);
};

/** Our words for vital signs, by LOINC code. */
export const usePlainVital = (): ((loinc: string | null) => LabText | null) => {
  const find = use(loadPlain('vitals', useLanguage()));
  const said = useSaid();
  return useCallback((loinc: string | null) => said(find(loinc)), [find, said]);
};

/** Our words for vaccines, by CVX code. */
export const usePlainVaccine = (): ((cvx: string | null) => VaccineText | null) => {
  const find = use(loadPlain('vaccines', useLanguage()));
  const said = useSaid();
  return useCallback((cvx: string | null) => said(find(cvx)), [find, said]);
};

/** Common words of a record, such as "Not detected" and "mother", in the reader's language. */
export const useCommonWord = (): ((text: string) => string) => {
  const { locale } = useLingui().i18n;
  return useCallback((text: string) => commonWord(text, locale), [locale]);
};

type Codings = readonly { system?: string | undefined; code?: string | undefined }[];

/** Our words for conditions, by their codings (`condition.code?.coding ?? []`). */
export const usePlainCondition = (): ((codings: Codings) => ConditionText | null) => {
  const find = use(loadPlain('conditions', useLanguage()));
  const said = useSaid();
  return useCallback((codings: Codings) => said(find(codings)), [find, said]);
};
