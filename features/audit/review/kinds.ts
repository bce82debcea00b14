import type { ReviewKind } from './contract.ts';

/** Kinds that are an audit category of their own; every other category is a look at, or a change of, a record. */
const ownCategories: readonly ReviewKind[] = [
  'sign-in',
  'privilege',
  'account',
  'directory',
  'import',
  'access-log',
  'integrity',
  'log-review',
];

/** Which kind of the search an entry's category belongs to. */
export const kindOf = (category: string): ReviewKind =>
  (ownCategories as readonly string[]).includes(category) ? (category as ReviewKind) : 'record';
