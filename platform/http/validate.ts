import * as z from 'zod/mini';
import type { Contract } from '../contract.ts';
import { AppError, type FieldProblem } from '../errors.ts';

/** What the edge read from a request, before anything is believed. */
export type RawInput = { params: Record<string, string>; query: Record<string, string | string[]>; body: unknown };
export type ValidInput = { params?: Record<string, unknown>; query?: unknown; body?: unknown };

const messages: Record<string, string> = {
  unrecognized_keys: 'This field is not known here.',
  invalid_type: 'This is missing or of the wrong kind.',
  too_big: 'This is too long or too large.',
  too_small: 'This is too short or too small.',
  invalid_format: 'This does not have the right form.',
  invalid_value: 'This is not one of the accepted values.',
};

/** Zod's issues as field problems. Never the value itself: it may be a password or a diagnosis. */
export const fieldProblems = (where: string, error: z.core.$ZodError): FieldProblem[] =>
  error.issues.slice(0, 20).flatMap((issue) => {
    const message = messages[issue.code] ?? 'This is not accepted.';
    const at = [where, ...issue.path.map(String)].join('.');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.slice(0, 5).map((key) => ({ path: `${at}.${key.slice(0, 60)}`, message }));
    return [{ path: at, message }];
  });

const parts = ['params', 'query', 'body'] as const;

/**
 * Checks a request against its contract. Strict everywhere: an unknown field is an error, also where the
 * contract declares no such part at all.
 * @throws AppError invalid, with the fields
 */
export const validateInput = (contract: Contract, raw: RawInput): ValidInput => {
  const problems: FieldProblem[] = [];
  const valid: ValidInput = {};
  for (const part of parts) {
    const shape = contract[part];
    const value = raw[part];
    if (!shape) {
      const sent = value === undefined ? [] : typeof value === 'object' && value !== null ? Object.keys(value) : [part];
      if (sent.length > 0 || (part === 'body' && value !== undefined)) {
        problems.push({
          path: `${part}${sent[0] ? `.${String(sent[0]).slice(0, 60)}` : ''}`,
          message: 'This field is not known here.',
        });
      }
      continue;
    }
    const parsed = z.safeParse(shape, part === 'body' && value === undefined ? {} : value);
    if (parsed.success) valid[part] = parsed.data as never;
    else problems.push(...fieldProblems(part, parsed.error));
  }
  if (problems.length > 0) throw new AppError('invalid', 'Please check the marked fields.', { fields: problems });
  return valid;
};
