import type { Assessment } from './assess.ts';
import type { StrengthQuestion } from './strength.worker.ts';
// oxlint-disable-next-line import/default -- Vite makes the address
import url from './strength.worker.ts?worker&url';
import { workerCall } from './worker-call.ts';

export type { Assessment, PasswordProblem } from './assess.ts';

const ask = workerCall<StrengthQuestion, Assessment>(url);

/**
 * Whether a new password is good enough (at least 15 characters, not common, not personal, hard to
 * guess). `personal`: the person's name, sign-in name and the clinic's name. Nothing leaves the browser.
 */
export const assessPassword = (password: string, personal: readonly string[]): Promise<Assessment> =>
  ask({ password, personal });
