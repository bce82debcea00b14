/**
 * JSON with the numbers as the sender wrote them. FHIR decimals carry their precision ("5.90" is not
 * "5.9"), which a JavaScript number loses. Isomorphic; uses the engine's source text access.
 */
type ReviverContext = { source?: string };
type ExactReviver = (this: unknown, key: string, value: unknown, context?: ReviverContext) => unknown;
type JsonWithRaw = typeof JSON & { rawJSON?: (text: string) => unknown };

const parseWith = (text: string, reviver: ExactReviver): unknown =>
  JSON.parse(text, reviver as (key: string, value: unknown) => unknown);

/**
 * Parses for reading: a number whose text would change (`5.90`, `1e3`, more digits than a double
 * holds) becomes that text as a string; every other number stays a number. An engine without source
 * text access gives plain numbers.
 */
export const parseExact = (text: string): unknown =>
  parseWith(text, (_key, value, context) =>
    typeof value === 'number' && context?.source !== undefined && context.source !== String(value)
      ? context.source
      : value,
  );

/** Parses for writing again: such numbers become raw JSON, so that `JSON.stringify` gives the same text back. */
export const parseRaw = (text: string): unknown =>
  parseWith(text, (_key, value, context) =>
    typeof value === 'number' && context?.source !== undefined && context.source !== String(value)
      ? ((JSON as JsonWithRaw).rawJSON?.(context.source) ?? value)
      : value,
  );
