import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { everyEntry, type Kind } from './every-entry.ts';

/** LOINC's last digit: every second digit from the right is doubled (Luhn, "mod 10"). */
const hasLoincCheckDigit = (code: string): boolean => {
  const [digits = '', check] = code.split('-');
  const sum = digits
    .split('')
    .toReversed()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return /^\d{1,6}-\d$/.test(code) && (10 - (sum % 10)) % 10 === Number(check);
};

/** SNOMED CT's last digit: Verhoeff's, in the dihedral group of ten. */
const hasSnomedCheckDigit = (code: string): boolean => {
  const times = (a: number, b: number): number => {
    const turn = a < 5 ? (a + b) % 5 : (a + 5 - (b % 5)) % 5;
    return a < 5 === b < 5 ? turn : turn + 5;
  };
  const permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
  const permuted = (digit: number, rounds: number): number =>
    rounds === 0 ? digit : permuted(permutation[digit]!, rounds - 1);
  const check = code
    .split('')
    .toReversed()
    .reduce((sum, digit, index) => times(sum, permuted(Number(digit), index % 8)), 0);
  return /^\d{6,18}$/.test(code) && check === 0;
};

const isValid: Record<string, (code: string) => boolean> = {
  loinc: hasLoincCheckDigit,
  snomed: hasSnomedCheckDigit,
  cvx: (code) => /^\d{2,3}$/.test(code) && !/^0\d\d$/.test(code),
  icd10: (code) => /^[A-Z]\d[\dA-Z](\.[\dA-Z]{1,4})?$/.test(code),
};

const leastEntries: Record<Kind, number> = {
  'laboratory tests': 150,
  'vital signs': 15,
  vaccines: 40,
  conditions: 60,
};

describe('plain words', () => {
  it('know the check digits that they test codes by', () => {
    for (const code of ['2160-0', '718-7', '38483-4']) assert.ok(hasLoincCheckDigit(code), code);
    for (const code of ['2160-1', '781-7', '55204-3', '3150-6']) assert.ok(!hasLoincCheckDigit(code), code);
    for (const code of ['44054006', '73211009', '5251000175109']) assert.ok(hasSnomedCheckDigit(code), code);
    for (const code of ['44054007', '44045006', '12345']) assert.ok(!hasSnomedCheckDigit(code), code);
  });

  it('have well-formed codes, and no code twice in a kind', () => {
    for (const kind of Object.keys(leastEntries)) {
      const codes = everyEntry.filter((entry) => entry.kind === kind).flatMap((entry) => entry.codes);
      assert.deepEqual(
        codes.filter((code, index) => codes.indexOf(code) !== index),
        [],
      );
      for (const code of codes) {
        const [system = '', value = ''] = code.split(' ');
        assert.ok(isValid[system]!(value), `${kind}: ${code}`);
      }
    }
  });

  it('have both languages and a day of review in every entry, and enough entries', () => {
    for (const [kind, least] of Object.entries(leastEntries))
      assert.ok(everyEntry.filter((entry) => entry.kind === kind).length >= least, kind);
    for (const { name, short, texts, reviewed, codes } of everyEntry) {
      assert.ok(codes.length > 0 && texts.length >= 2, name.en);
      for (const { en, es } of [name, short, ...texts]) {
        assert.ok(en.trim() === en && en !== '' && es.trim() === es && es !== '', name.en);
        assert.doesNotMatch(es, /\b(?:the|and|of|your|with|may|can)\b/i);
        assert.doesNotMatch(en, /[¿¡ñ]|\b(?:el|los|las|su|usted|puede)\b/i);
      }
      assert.match(reviewed, /^20\d\d-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/);
    }
  });

  it('are short: one line each for a list, few and short sentences for the rest', () => {
    for (const { name, short, texts } of everyEntry) {
      assert.ok(name.en.length <= 60 && name.es.length <= 60, name.en);
      assert.ok(short.en.length <= 45 && short.es.length <= 56, short.en);
      for (const { en, es } of texts) {
        assert.ok(en.length <= 220 && es.length <= 260, `${en.length} ${es.length} ${en}`);
        for (const sentence of [en, es].flatMap((text) => text.split(/(?<=[.!?”])\s+/)))
          assert.ok(sentence.split(/\s+/).length <= 26, sentence);
      }
    }
  });

  it('send people to 911 in both languages or in neither', () => {
    for (const { texts } of everyEntry)
      for (const { en, es } of texts)
        for (const number of ['911', '988', '211']) assert.equal(en.includes(number), es.includes(number), en);
  });

  it('name the same limits in both languages', () => {
    const numbers = (text: string): string =>
      (text.replaceAll(/1-8\d\d-[\d-]+|\(oprima 2 para español\)/g, '').match(/\d[\d.]*\d|\d/g) ?? [])
        .toSorted()
        .join(' ');
    for (const { name, texts } of everyEntry)
      for (const { en, es } of texts) assert.equal(numbers(en), numbers(es), `${name.en}: ${en} | ${es}`);
  });
});
