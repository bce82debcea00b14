import { AppError, isAppError, type ErrorKind } from '../errors.ts';
import { sqlState } from './pool.ts';

const errorKinds: Record<string, ErrorKind> = {
  PT401: 'unauthenticated',
  PT403: 'forbidden',
  PT404: 'not-found',
  '42501': 'forbidden',
  '23505': 'conflict',
  '23P01': 'conflict',
  '22P02': 'invalid',
  '22003': 'invalid',
  '22007': 'invalid',
  '22008': 'invalid',
  '22021': 'invalid',
  '40001': 'unavailable',
  '40P01': 'unavailable',
  '55P03': 'unavailable',
  '57014': 'unavailable',
  '53300': 'unavailable',
};

/** PostgreSQL's answer in our own words; unknown ones stay as they are and become a 500. */
export const fromDatabase = (error: unknown): unknown => {
  if (isAppError(error)) return error;
  const kind = errorKinds[sqlState(error) ?? ''];
  return kind ? new AppError(kind, undefined, { cause: error }) : error;
};
