import { assess, type Assessment } from './assess.ts';
import { answerQuestions } from './worker-answer.ts';

/** The estimator's word lists are 2.5 MB: loaded only where a password is set, off the page's thread. */
export type StrengthQuestion = { password: string; personal: readonly string[] };

answerQuestions<StrengthQuestion, Assessment>(async ({ password, personal }) => assess(password, personal));
