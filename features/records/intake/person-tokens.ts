import type { Sealer } from '#platform/kms/sealer.ts';

/** Letters only, lower case, without accents: "O'Néill-García" gives "oneillgarcia". */
export const normalName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/[^\p{L}]/gu, '');

/** The whole family name, and each of its words: "García López" is found as García too. At most 8. */
export const nameForms = (family: string): string[] => {
  const words = family.split(/[\s-]+/).map(normalName);
  return [...new Set([normalName(family), ...words].filter((form) => form !== ''))].slice(0, 8);
};

/**
 * A record number as people read it aloud: "jh 104-417" gives "JH104417". Signs alone stay as they are.
 */
export const plainNumber = (number: string): string => {
  const plain = number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return plain === '' ? number.trim() : plain;
};

/** The number as typed, and without the letters it begins with: "JH-104417" is found as 104417 too. */
export const numberForms = (number: string): string[] => {
  const plain = plainNumber(number);
  const digits = /^\p{L}{1,6}(\d+)$/u.exec(plain)?.[1];
  return digits === undefined ? [plain] : [plain, digits];
};

const sounds: readonly (readonly [RegExp, string])[] = [
  [/^h|h(?![aeiouy])/g, ''],
  [/ph/g, 'f'],
  [/ll|y/g, 'i'],
  [/qu|ck|k|c(?![eiy])/g, 'k'],
  [/[zxç]|s[ch]?|c/g, 's'],
  [/[vw]/g, 'b'],
  [/[gj](?=[ei])/g, 'j'],
];
const groups: Readonly<Record<string, string>> = {
  b: '1',
  f: '1',
  p: '1',
  k: '2',
  s: '2',
  g: '2',
  j: '2',
  q: '2',
  d: '3',
  t: '3',
  l: '4',
  m: '5',
  n: '5',
  r: '6',
};

/**
 * How a name sounds, in English or Spanish: a Soundex over spellings that sound alike (v and b, z and
 * s, y and ll). Five characters.
 */
export const soundOf = (form: string): string => {
  const spelled = sounds.reduce((text, [pattern, to]) => text.replace(pattern, to), form);
  let code = spelled.slice(0, 1);
  let last = groups[code] ?? '';
  for (const letter of spelled.slice(1)) {
    const group = groups[letter] ?? '';
    if (group !== '' && group !== last) code += group;
    if (!'hw'.includes(letter)) last = group;
    if (code.length === 5) break;
  }
  return code.padEnd(5, '0');
};

/** Tokens are kept short where the values are few: 64 bits for names with dates, 128 for identifiers. */
export const personTokens = (sealer: Pick<Sealer, 'directoryToken'>) => {
  const column = 'records.patient_token.token';
  const make = (kind: string, parts: readonly string[], bits: number) => ({
    kind,
    token: sealer.directoryToken(column, [kind, ...parts], bits),
  });
  return {
    nameAndBirthDate: (form: string, birthDate: string) => make('name-birth-date', [form, birthDate], 64),
    soundAndBirthYear: (form: string, birthYear: string) => make('sound-birth-year', [soundOf(form), birthYear], 64),
    identifier: (system: string, value: string) => make('identifier', [system, value.trim()], 128),
    /** For the search by record number alone: who is who is decided by `identifier`, as it was written. */
    recordNumber: (system: string, form: string) => make('record-number', [system, form], 128),
    /** Identifier of a shared resource (a practitioner's NPI). */
    sharedIdentifier: (type: string, system: string, value: string): Buffer =>
      sealer.directoryToken('records.shared_token.token', [type, system, value.trim()], 128),
  };
};
