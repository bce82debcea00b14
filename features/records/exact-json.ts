/**
 * JSON with the numbers as the sender wrote them. FHIR decimals carry their precision ("5.90" is not
 * "5.9"), which a JavaScript number loses. Isomorphic; uses the engine's source text access.
 */
type ReviverContext = { source?: string };
type ExactReviver = (this: unknown, key: string, value: unknown, context?: ReviverContext) => unknown;
type JsonWithRaw = typeof JSON & { rawJSON?: (text: string) => unknown };

/** Whether every number of valid JSON is written as JavaScript writes it. Then nothing is lost by plain parsing. */
const isPlain = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 34) {
      while (++at < text.length && text.charCodeAt(at) !== 34) if (text.charCodeAt(at) === 92) at++;
    } else if (c === 45 || (c >= 48 && c <= 57)) {
      const start = at;
      while (at + 1 < text.length && isOfNumber(text.charCodeAt(at + 1))) at++;
      const written = text.slice(start, at + 1);
      if (String(Number(written)) !== written) return false;
    }
  }
  return true;
};

/** A digit, `+`, `-`, `.`, `e` or `E`. */
const isOfNumber = (c: number): boolean =>
  (c >= 48 && c <= 57) || c === 43 || c === 45 || c === 46 || c === 69 || c === 101;

/** The engine's source text access costs ten times the parsing: only where it tells something. */
const parseWith = (text: string, reviver: ExactReviver): unknown =>
  isPlain(text) ? JSON.parse(text) : JSON.parse(text, reviver as (key: string, value: unknown) => unknown);

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
