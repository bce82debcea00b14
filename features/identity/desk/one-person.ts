import { bind } from '#platform/db/statement.ts';
import { AppError } from '#platform/errors.ts';
import type { WriteTx } from '#platform/operation.ts';
import type { Core } from '../core.ts';
import { nameToken } from '../sign-in.ts';
import { findAccountByName } from '../statements.ts';
import { judgeEmail, judgePerson } from './judge.ts';

/** The day at the clinic, YYYY-MM-DD. */
export const todayAt = (core: Core): string =>
  new Intl.DateTimeFormat('en-CA', {
    ...(core.timeZone === undefined ? {} : { timeZone: core.timeZone }),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(core.clock.now());

const words = {
  deceased: 'The record says that this person has died.',
  child: 'Under 13: a parent becomes a trusted person at the desk instead.',
  'others-contact': 'This address is somebody else’s sign-in name, or stands in the record as another person’s.',
  'teen-email': 'Under 18: ask whether this address is the teen’s own, and say so.',
} as const;

const refusal = (state: keyof typeof words, path: string): AppError =>
  new AppError('conflict', words[state], { fields: [{ path, message: words[state] }] });

/**
 * The rules of a list (judge.ts) for one person, at the desk or by a single letter. Throws `conflict`, with the path
 * `person.deceased`, `person.child`, `body.email`, or `body.confirmed` where the clerk may say that it is right.
 * @param email a new account's; absent where the account keeps its name
 */
export const refuseUnfit = async (
  core: Core,
  tx: WriteTx,
  patientId: string,
  said: { email?: string | undefined; confirmed?: boolean | undefined },
): Promise<void> => {
  const onFile = (await core.patients.onFile(tx, [patientId])).get(patientId);
  if (!onFile) throw new AppError('not-found');
  const today = todayAt(core);
  const never = judgePerson(onFile, today);
  if (never) throw refusal(never, `person.${never}`);
  if (said.email === undefined) return;
  const email = said.email.toLowerCase();
  const [[owner]] = await core.pool.run([bind(findAccountByName, [nameToken(core, email)])]);
  const wrong = judgeEmail(onFile, email, Boolean(owner?.account_id), today);
  if (wrong === 'others-contact') throw refusal(wrong, 'body.email');
  if (wrong && !said.confirmed) throw refusal(wrong, 'body.confirmed');
};
