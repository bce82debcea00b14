import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { everyEntry, type AnyEntry, type Kind } from '../features/records/plain/every-entry.ts';
import { catalogueTexts } from './catalogue-texts.ts';
import {
  countText,
  fernandezHuerta,
  fleschKincaidGrade,
  szigrisztPazos,
  type Counts,
  type Language,
} from './readability.ts';

// Writes docs/reading-level.md: how hard the plain words are to read. `node tools/reading-level.ts`

const root = resolve(import.meta.dirname, '..');
const page = join(root, 'docs/reading-level.md');
const kinds: readonly Kind[] = ['laboratory tests', 'vital signs', 'vaccines', 'conditions'];
const hardestShown = 10;
/** Shorter texts of the screens (buttons, labels) have no reading level of their own. */
const leastWords = 8;

/** The limits that reading-level.test.ts holds: seventh grade, and what Fernández-Huerta calls it. */
export const highestGrade = 7;
export const lowestEase = 65;

/** An entry's explanation as one text; its name and its short line are no sentences. */
export const levelOf = (entry: AnyEntry) => {
  const counts = (language: Language): Counts =>
    countText(
      entry.texts.map((text) => text[language]),
      language,
    );
  const en = counts('en');
  const es = counts('es');
  return { name: entry.name, en, es, grade: fleschKincaidGrade(en), ease: fernandezHuerta(es) };
};

const add = (all: readonly Counts[]): Counts =>
  all.reduce(
    (sum, { sentences, words, syllables }) => ({
      sentences: sum.sentences + sentences,
      words: sum.words + words,
      syllables: sum.syllables + syllables,
    }),
    { sentences: 0, words: 0, syllables: 0 },
  );

const round = (value: number): string => value.toFixed(1);

const kindRow = (kind: Kind): string => {
  const levels = everyEntry.filter((entry) => entry.kind === kind).map(levelOf);
  const en = add(levels.map((level) => level.en));
  const es = add(levels.map((level) => level.es));
  const hardest = Math.max(...levels.map(({ grade }) => grade));
  const leastEasy = Math.min(...levels.map(({ ease }) => ease));
  const cells = [kind, levels.length, en.words, round(fleschKincaidGrade(en)), round(hardest)];
  return `| ${[...cells, es.words, round(fernandezHuerta(es)), round(leastEasy), round(szigrisztPazos(es))].join(' | ')} |`;
};

const hardestRows = (): string[] =>
  everyEntry
    .map(levelOf)
    .toSorted((a, b) => b.grade - a.grade)
    .slice(0, hardestShown)
    .map(({ name, grade, ease }) => `| ${name.en} | ${round(grade)} | ${name.es} | ${round(ease)} |`);

/** The page without the catalogues, which change every day. */
export const plainWordsPage = (): string => `# Reading level

Written by \`node tools/reading-level.ts\`. English: Flesch-Kincaid grade, the United States school year that
reads it with ease. Spanish: Fernández-Huerta (80 and above easy, 70 sixth grade, 60 to 70 seventh and eighth), and
Szigriszt-Pazos on the INFLESZ scale (55 normal, 65 quite easy, 80 very easy). An abbreviation counts a syllable
for each letter; the names of tests and illnesses count in full. These formulas count words and syllables. They do
not know whether a text is true, kind or clear: people must read it (docs/plain-language.md).

## Plain words

A test fails above grade ${highestGrade} or below an ease of ${lowestEase} in any entry.

| kind | entries | English words | grade | hardest | Spanish words | ease | least easy | Szigriszt-Pazos |
|---|---|---|---|---|---|---|---|---|
${kinds.map(kindRow).join('\n')}

The ${hardestShown} hardest in English:

| entry | grade | entrada | ease |
|---|---|---|---|
${hardestRows().join('\n')}
`;

const cataloguesPart = (): string => {
  const row = (audience: 'patient' | 'staff', language: Language): string => {
    const texts = catalogueTexts(readFileSync(join(root, `web/locales/${audience}/${language}.po`), 'utf8'));
    const counted = texts.map((text) => countText([text], language)).filter(({ words }) => words >= leastWords);
    const all = add(counted);
    const isHard = (counts: Counts): boolean =>
      language === 'en' ? fleschKincaidGrade(counts) > highestGrade : fernandezHuerta(counts) < lowestEase;
    const level = language === 'en' ? fleschKincaidGrade(all) : fernandezHuerta(all);
    const measure = language === 'en' ? 'grade' : 'ease';
    const hard = counted.filter(isHard).length;
    return `| ${audience} | ${language} | ${counted.length} | ${all.words} | ${measure} ${round(level)} | ${hard} |`;
  };
  return `
## Screens

Texts of the screens with ${leastWords} words or more, as they stood when this page was last written. One sentence alone
says little: the level is that of all together.

| screens | language | texts | words | level | above the limit |
|---|---|---|---|---|---|
${(['patient', 'staff'] as const).flatMap((audience) => [row(audience, 'en'), row(audience, 'es')]).join('\n')}
`;
};

if (import.meta.main) {
  writeFileSync(page, plainWordsPage() + cataloguesPart());
  console.log(`wrote ${page}`);
}
