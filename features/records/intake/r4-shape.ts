import { AppError } from '#platform/errors.ts';

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isRawNumber(value);

/** A number kept as its text by `parseRaw`. */
export const isRawNumber = (value: unknown): boolean =>
  (JSON as { isRawJSON?: (value: unknown) => boolean }).isRawJSON?.(value) ?? false;

export const isNumber = (value: unknown): boolean => typeof value === 'number' || isRawNumber(value);

/** Refuses with the path of what is wrong and what would be right; never with the value. */
export const refuse = (path: string, message: string): never => {
  throw new AppError('invalid', `${path}: ${message}`, { fields: [{ path, message }] });
};

export const checkQuantity = (child: unknown, at: string): void => {
  if (!isObject(child)) return refuse(at, 'must be a quantity');
  if (child.value !== undefined && !isNumber(child.value)) refuse(`${at}.value`, 'must be a number');
  for (const name of ['unit', 'system', 'code', 'comparator'] as const) {
    if (child[name] !== undefined && typeof child[name] !== 'string') refuse(`${at}.${name}`, 'must be text');
  }
  if (child.comparator !== undefined && !['<', '<=', '>=', '>'].includes(child.comparator as string)) {
    refuse(`${at}.comparator`, 'must be <, <=, >= or >');
  }
};
