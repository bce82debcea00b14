import { byCondition, byCvx, byLoinc } from '../../plain/find-plain.ts';
import type { InLanguage, Language } from '../../plain/in-language.ts';
import type { PlainCondition } from '../../plain/plain-condition.ts';
import type { PlainLab } from '../../plain/plain-lab.ts';
import type { PlainVaccine } from '../../plain/plain-vaccine.ts';

export type LabText = InLanguage<PlainLab>;
export type VaccineText = InLanguage<PlainVaccine>;
export type ConditionText = InLanguage<PlainCondition>;

const loaders = {
  labs: async (language: Language) =>
    byLoinc(
      (await (language === 'es' ? import('../../plain/labs.ts?words=es') : import('../../plain/labs.ts?words=en')))
        .entries,
    ),
  vitals: async (language: Language) =>
    byLoinc(
      (await (language === 'es' ? import('../../plain/vitals.ts?words=es') : import('../../plain/vitals.ts?words=en')))
        .entries,
    ),
  vaccines: async (language: Language) =>
    byCvx(
      (
        await (language === 'es'
          ? import('../../plain/vaccines.ts?words=es')
          : import('../../plain/vaccines.ts?words=en'))
      ).entries,
    ),
  conditions: async (language: Language) =>
    byCondition(
      (
        await (language === 'es'
          ? import('../../plain/conditions.ts?words=es')
          : import('../../plain/conditions.ts?words=en'))
      ).entries,
    ),
};

export type Kind = keyof typeof loaders;
type Finder<K extends Kind> = Awaited<ReturnType<(typeof loaders)[K]>>;
type Tracked<T> = Promise<T> & { status?: 'fulfilled'; value?: T };

const loads = new Map<string, Tracked<unknown>>();
const nothing = (): undefined => undefined;

/** After a file could not be had; the sender's own names do until then. */
const askAgainMs = 30_000;

/**
 * The words of one kind in one language: loaded when first asked for, the same promise from then on.
 * It never rejects: without the file it finds nothing, and is asked for again a little later.
 */
export const loadPlain = <K extends Kind>(kind: K, language: Language): Promise<Finder<K>> => {
  const key = `${kind} ${language}`;
  const known = loads.get(key) as Tracked<Finder<K>> | undefined;
  if (known) return known;
  const load: Tracked<Finder<K>> = (loaders[kind](language) as Promise<Finder<K>>).then(
    // React reads these two and then shows the words without waiting.
    (value) => Object.assign(load, { status: 'fulfilled' as const, value }).value,
    () => {
      setTimeout(() => loads.delete(key), askAgainMs);
      return nothing as Finder<K>;
    },
  );
  loads.set(key, load);
  return load;
};

/** Loads a new language of what the page already shows, so that changing it does not blank the page. */
export const reloadPlain = async (language: Language): Promise<void> => {
  const kinds = new Set([...loads.keys()].map((key) => key.split(' ')[0] as Kind));
  await Promise.all([...kinds].map((kind) => loadPlain(kind, language)));
};
