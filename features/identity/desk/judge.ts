import type { PersonOnFile } from '../core.ts';
import type { RowState } from './contract.ts';

/** From this age a person has an account of her own; younger ones are looked after by trusted persons. */
export const TEEN_FROM = 13;
export const ADULT_FROM = 18;

/** A row whose person is known, or not: then `patientId` is null. */
export type Candidate = { line: number; patientId: string | null; email: string | null; language: 'en' | 'es' };

/** What the portal knows of a person, beside the list. */
export type Known = {
  onFile: PersonOnFile;
  accountId: string | null;
  invitedAt: Date | null;
};

export type Verdict = { state: RowState; others: number[] };

/** Full years on `today`, both YYYY-MM-DD. */
export const ageOn = (birthDate: string, today: string): number => {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
};

/** Who gets no account of her own, however she would be invited. */
export const judgePerson = (onFile: PersonOnFile, today: string): 'deceased' | 'child' | null =>
  onFile.deceased ? 'deceased' : ageOn(onFile.birthDate ?? '', today) < TEEN_FROM ? 'child' : null;

/**
 * What is wrong with an e-mail address as this person's sign-in name.
 * @param isTaken it is somebody's sign-in name
 */
export const judgeEmail = (
  onFile: PersonOnFile,
  email: string,
  isTaken: boolean,
  today: string,
): 'others-contact' | 'teen-email' | null =>
  isTaken || onFile.othersEmails.includes(email)
    ? 'others-contact'
    : ageOn(onFile.birthDate ?? '', today) < ADULT_FROM
      ? 'teen-email'
      : null;

const linesBy = (
  candidates: readonly Candidate[],
  key: (one: Candidate) => string | null,
): Map<string, Candidate[]> => {
  const groups = new Map<string, Candidate[]>();
  for (const one of candidates) {
    const name = key(one);
    if (name !== null) groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return groups;
};

/** Rows of one person: the first stands when they all say the same; else nobody knows which is right. */
const judgeTwins = (row: Candidate, same: readonly Candidate[]): Verdict | undefined => {
  const others = same.filter(({ line }) => line !== row.line).map(({ line }) => line);
  if (others.length === 0) return undefined;
  const agree = same.every(({ email, language }) => email === row.email && language === row.language);
  return agree && same[0] === row ? undefined : { state: 'duplicate', others };
};

/**
 * What becomes of each row whose person was looked for. Pure: the review and the making of letters ask it alike.
 * @param owners account ids by e-mail address, where it is somebody's sign-in name
 */
export const judgeRows = (
  candidates: readonly Candidate[],
  known: ReadonlyMap<string, Known>,
  owners: ReadonlyMap<string, string>,
  today: string,
): Map<number, Verdict> => {
  const byPatient = linesBy(candidates, ({ patientId }) => patientId);
  const byEmail = linesBy(candidates, ({ email }) => email);

  const judge = (row: Candidate): Verdict => {
    const person = row.patientId === null ? undefined : known.get(row.patientId);
    if (row.patientId === null || !person) return { state: 'unknown', others: [] };
    const { onFile, accountId, invitedAt } = person;
    const never = judgePerson(onFile, today);
    if (never) return { state: never, others: [] };
    if (accountId !== null) return { state: 'has-account', others: [] };
    const twin = judgeTwins(row, byPatient.get(row.patientId) ?? []);
    if (twin) return twin;
    if (row.email !== null) {
      const sharers = (byEmail.get(row.email) ?? []).filter(({ patientId }) => patientId !== row.patientId);
      if (sharers.length > 0) return { state: 'shared-contact', others: sharers.map(({ line }) => line) };
      const wrong = judgeEmail(onFile, row.email, owners.has(row.email), today);
      if (wrong) return { state: wrong, others: [] };
    }
    return { state: invitedAt === null ? 'ready' : 'invited', others: [] };
  };

  return new Map(candidates.map((row) => [row.line, judge(row)]));
};
