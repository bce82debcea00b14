import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import * as spanish from '@zxcvbn-ts/language-es-es';
import { isKnownPhrase, plainForm, smallWords } from './known-phrases.ts';

export const shortestPassword = 15;
export const longestPassword = 256;
/** A password that can open a key slot must withstand the operator himself: 10^12 guesses (e2ee design). */
const guessesNeededLog10 = 12;

/** `null`: good enough. */
export type PasswordProblem = 'short' | 'long' | 'common' | 'personal' | 'guessable' | null;
export type Assessment = {
  problem: PasswordProblem;
  /** 0 to 1, for a meter: 1 is good enough. */
  strength: number;
};

let factory: ZxcvbnFactory | undefined;

const estimator = (): ZxcvbnFactory =>
  (factory ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary, ...spanish.dictionary },
    graphs: common.adjacencyGraphs,
  }));

const parts = (personal: readonly string[]): string[] =>
  personal
    .flatMap((text) => [text, ...text.split(/[\s@._-]+/)])
    .filter((text) => text.length >= 3)
    .slice(0, 50);

/** Most of the password is the person's own name, address or the clinic's name. */
const isPersonal = (password: string, personal: readonly string[]): boolean => {
  let rest = plainForm(password);
  const length = rest.length;
  for (const word of parts(personal)
    .map(plainForm)
    .toSorted((a, b) => b.length - a.length)) {
    if (word.length >= 3) rest = rest.replaceAll(word, '');
  }
  return rest.length <= length / 2;
};

/**
 * What is left of a sentence without its spaces and its small words: the estimate takes each of them for
 * one more hard choice, but whoever guesses sentences writes them as everybody does.
 */
const denseForm = (password: string): string =>
  password
    .toLowerCase()
    .split(/[\s\p{P}]+/u)
    .filter((word) => !smallWords.has(word))
    .join('');

/**
 * NIST SP 800-63B-4: length, a blocklist and words of the context; no composition rules. Runs in the
 * client only, because the server never sees a password: a compensating control, and said so.
 * @param personal the person's name, sign-in name, the clinic's name
 */
export const assess = (typed: string, personal: readonly string[]): Assessment => {
  const password = typed.normalize('NFKC');
  const length = Array.from(password).length;
  if (length > longestPassword) return { problem: 'long', strength: 0 };
  const short = Math.min(1, length / shortestPassword) * 0.5;
  if (length < shortestPassword) return { problem: 'short', strength: short };
  if (isKnownPhrase(password)) return { problem: 'common', strength: 0.25 };
  if (isPersonal(password, personal)) return { problem: 'personal', strength: 0.25 };
  const guessesLog10 = Math.min(
    ...[password, denseForm(password)].map((form) => estimator().check(form, parts(personal)).guessesLog10),
  );
  const strength = Math.min(1, guessesLog10 / guessesNeededLog10);
  return guessesLog10 < guessesNeededLog10
    ? { problem: 'guessable', strength: Math.min(strength, 0.9) }
    : { problem: null, strength: 1 };
};
