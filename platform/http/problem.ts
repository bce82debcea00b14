import { isAppError, statusOf, type ErrorKind, type FieldProblem } from '../errors.ts';

/** RFC 9457. No value the caller sent is repeated; unknown errors give only the request's id. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail?: string;
  requestId: string;
  fields?: FieldProblem[];
};

const titles: Record<ErrorKind, string> = {
  invalid: 'Something in the request is not right.',
  unauthenticated: 'Please sign in.',
  forbidden: 'Your role does not include this.',
  'not-found': 'There is nothing here that you can see.',
  conflict: 'This was changed or taken in the meantime.',
  'too-large': 'That is more than we can take at once.',
  unsupported: 'This kind of content is not accepted here.',
  'too-many': 'Too many tries. Please wait a little.',
  unavailable: 'This does not work right now. Please try again in a moment.',
  integrity: 'This record could not be checked, so it is not shown. The clinic has been told.',
};

/** Maps any error to a problem. `defect` is true when it was not one of ours: worth waking someone. */
export const problemOf = (
  error: unknown,
  requestId: string,
): { problem: Problem; defect: boolean; retryAfterSeconds?: number } => {
  if (!isAppError(error)) {
    return {
      defect: true,
      problem: { type: 'about:blank', title: 'Something went wrong on our side.', status: 500, requestId },
    };
  }
  const problem: Problem = {
    type: `urn:portico:problem:${error.kind}`,
    title: titles[error.kind],
    status: statusOf[error.kind],
    requestId,
  };
  if (error.message !== error.kind) problem.detail = error.message;
  if (error.fields.length > 0) problem.fields = error.fields;
  return error.retryAfterSeconds === undefined
    ? { problem, defect: false }
    : { problem, defect: false, retryAfterSeconds: error.retryAfterSeconds };
};
