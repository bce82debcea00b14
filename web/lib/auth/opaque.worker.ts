import { directOpaque, type OpaqueClient } from '../../../features/identity/client/opaque.ts';
import { answerQuestions } from './worker-answer.ts';

/**
 * OPAQUE needs WebAssembly and half a second of key stretching: neither belongs on the page's thread.
 * The worker's own response carries the one CSP that allows WebAssembly; the page's does not.
 */
export type OpaqueQuestion = {
  [K in keyof OpaqueClient]: { step: K; args: Parameters<OpaqueClient[K]> };
}[keyof OpaqueClient];

answerQuestions<OpaqueQuestion, unknown>((question) => {
  switch (question.step) {
    case 'startLogin':
      return directOpaque.startLogin(...question.args);
    case 'finishLogin':
      return directOpaque.finishLogin(...question.args);
    case 'startRegistration':
      return directOpaque.startRegistration(...question.args);
    case 'finishRegistration':
      return directOpaque.finishRegistration(...question.args);
  }
});
