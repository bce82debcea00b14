import { findPlainCondition } from '../plain/conditions.ts';
import { findPlainLab } from '../plain/labs.ts';
import { findPlainVaccine } from '../plain/vaccines.ts';
import { findPlainVital } from '../plain/vitals.ts';
import type { Words } from '../plain/words.ts';
import { wordsOfBody } from '../read/attachment.ts';
import { elementsOf, textOf, type Element, type FhirResource } from '../read/elements.ts';
import { bodiesIn } from '../read/note.ts';
import { readableHtml } from '../read/readable.ts';

/** Lower case, without accents, one blank between words: what is compared. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The words looked for: at most eight, each once. */
export const wantedWords = (typed: string): string[] =>
  [...new Set(folded(typed).split(' '))].filter((word) => word !== '').slice(0, 8);

/** Whether a folded text has words that begin like all the wanted ones. */
export const hasAll = (foldedText: string, wanted: readonly string[]): boolean => {
  const text = ` ${foldedText}`;
  return wanted.every((word) => text.includes(` ${word}`));
};

type Plain = { readonly name: Words; readonly short: Words };
const foldedPlain = new WeakMap<Plain, string>();

/** Our own names of a code in both languages, folded; each worked out once. */
const plainWords = (coding: readonly Element[]): string => {
  const codings = coding.flatMap((one) => {
    const [system, code] = [textOf(one.system), textOf(one.code)];
    return code === null ? [] : [{ ...(system === null ? {} : { system }), code }];
  });
  const codeOf = (part: string): string | null => codings.find(({ system }) => system?.includes(part))?.code ?? null;
  const loinc = codeOf('loinc.org');
  const plain: Plain | undefined =
    findPlainLab(loinc) ?? findPlainVital(loinc) ?? findPlainVaccine(codeOf('/cvx')) ?? findPlainCondition(codings);
  if (!plain) return '';
  const known = foldedPlain.get(plain);
  if (known !== undefined) return known;
  const made = folded([plain.name.en, plain.name.es, plain.short.en, plain.short.es].join(' '));
  foldedPlain.set(plain, made);
  return made;
};

/** Elements that hold words for people, wherever they stand. */
const wordElements = new Set(
  `text display title description conclusion name family given comment summary patientInstruction valueString
   occurrenceString manufacturer lotNumber disposition contentString`.split(/\s+/),
);
/** Who and what for machines: no part of what a person looks for. */
const skipped = new Set(['meta', 'identifier', 'subject', 'patient', 'beneficiary', 'extension', 'contained', 'data']);

const depthLimit = 20;

const collect = (node: unknown, name: string, into: string[], depth: number): void => {
  if (typeof node === 'string') {
    if (wordElements.has(name)) into.push(node);
    return;
  }
  if (typeof node !== 'object' || node === null || depth > depthLimit) return;
  if (Array.isArray(node)) {
    for (const item of node) collect(item, name, into, depth + 1);
    return;
  }
  for (const [child, value] of Object.entries(node)) {
    if (skipped.has(child) || child.startsWith('_')) continue;
    // The narrative repeats the elements; a Composition's sections are read below.
    if (child === 'text' && typeof value === 'object') continue;
    if (child === 'coding') into.push(plainWords(elementsOf(value)));
    collect(value, child, into, depth + 1);
  }
};

/** The words of a resource, folded. */
export const wordsOfResource = (resource: FhirResource): string => {
  const parts: string[] = [];
  collect(resource, '', parts, 0);
  return folded(parts.join(' '));
};

/** Readable text of one body that is looked through; of several, as many as begin within it. */
const textLimit = 400_000;

/** Readable text of the bodies inside a resource: notes, report forms, sections. `isCut`: one is longer than is looked at. */
export const textsOfResource = (resource: FhirResource): { texts: string[]; isCut: boolean } => {
  const texts: string[] = [];
  let isCut = false;
  let length = 0;
  for (const body of bodiesIn(resource)) {
    const data = textOf(body.data);
    const words = data === null ? null : wordsOfBody(textOf(body.contentType) ?? '', data, textLimit);
    if (words === null) continue;
    if (length > textLimit) return { texts, isCut: true };
    length += words.text.length;
    texts.push(words.text);
    isCut ||= words.isCut;
  }
  for (const section of elementsOf(resource.section)) {
    const [narrative] = elementsOf(section.text);
    const div = textOf(narrative?.div);
    if (div === null) continue;
    texts.push(readableHtml(div.slice(0, textLimit)));
    isCut ||= div.length > textLimit;
  }
  return { texts, isCut };
};

const excerptLength = 160;

/** Words around the first place where one of the wanted words begins; the beginning when it cannot be told. */
export const excerptOf = (text: string, wanted: readonly string[]): string => {
  let best = -1;
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const word = folded(match[0]);
    if (wanted.some((one) => word.startsWith(one))) {
      best = match.index;
      break;
    }
  }
  const from = best < 40 ? 0 : text.indexOf(' ', best - 40) + 1;
  const cut = text
    .slice(from, from + excerptLength)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return `${from > 0 ? '… ' : ''}${cut}${from + excerptLength < text.length ? ' …' : ''}`;
};
