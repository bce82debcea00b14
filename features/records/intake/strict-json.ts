import { AppError } from '#platform/errors.ts';
import { isObject, refuse } from './r4-shape.ts';

/** Deeper than any resource; keeps every walk over a tree from recursing without end. */
const nestingLimit = 60;

/** One pass over JSON text: how deep it goes, and how many members its objects name, repeated ones too. */
const measure = (text: string): { deepest: number; members: number } => {
  let depth = 0;
  let deepest = 0;
  let members = 0;
  for (let i = 0, quoted = false; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (quoted) {
      if (c === 92) i++;
      else if (c === 34) quoted = false;
    } else if (c === 34) quoted = true;
    else if (c === 58) members++;
    else if (c === 123 || c === 91) deepest = Math.max(deepest, ++depth);
    else if (c === 125 || c === 93) depth--;
  }
  return { deepest, members };
};

const countMembers = (value: unknown): number => {
  let count = 0;
  if (Array.isArray(value)) for (const item of value) count += typeof item === 'object' ? countMembers(item) : 0;
  else if (isObject(value)) {
    for (const child of Object.values(value)) count += 1 + (typeof child === 'object' ? countMembers(child) : 0);
  }
  return count;
};

/**
 * Parses JSON that is nested no deeper than a resource and in which every object names each member
 * once. `JSON.parse` keeps the last of two, other readers the first: such a record would say one thing
 * here and another elsewhere (RFC 8259, section 4).
 * @param path what the text is, for the refusal; may be worked out from the value
 * @param parse `JSON.parse`, or one that keeps numbers as written
 * @throws AppError 'invalid', with the path of what is wrong
 */
export const parseStrict = (
  text: string,
  path: string | ((value: unknown) => string),
  parse: (text: string) => unknown,
): unknown => {
  const before = typeof path === 'string' ? path : path(undefined);
  const { deepest, members } = measure(text);
  if (deepest > nestingLimit) refuse(before, 'is nested too deeply');
  let value: unknown;
  try {
    value = parse(text);
  } catch {
    throw new AppError('invalid', `${before}: is not valid JSON`, {
      fields: [{ path: before, message: 'is not valid JSON' }],
    });
  }
  if (countMembers(value) !== members) {
    refuse(findRepeated(text, typeof path === 'string' ? path : path(value)), 'is given twice');
  }
  return value;
};

type Level = { path: string; names: Set<string> | undefined; at: string; index: number };

/** The path of the first member that its object names a second time, in valid JSON. */
const findRepeated = (text: string, root: string): string => {
  const levels: Level[] = [];
  let isName = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    const level = levels.at(-1);
    if (c === '"') {
      const end = endOfString(text, i);
      if (level?.names && isName) {
        const name = JSON.parse(text.slice(i, end)) as string;
        if (level.names.has(name)) return isElementName(name) ? `${level.path}.${name}` : level.path;
        level.names.add(name);
        level.at = `${level.path}.${isElementName(name) ? name : '?'}`;
        isName = false;
      }
      i = end - 1;
    } else if (c === '{' || c === '[') {
      const path = level ? (level.names ? level.at : `${level.path}[${level.index}]`) : root;
      levels.push({ path, names: c === '{' ? new Set() : undefined, at: path, index: 0 });
      isName = c === '{';
    } else if (c === '}' || c === ']') {
      levels.pop();
      isName = false;
    } else if (c === ',' && level) {
      if (level.names) isName = true;
      else level.index++;
    }
  }
  return root;
};

const endOfString = (text: string, start: number): number => {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
};

/** What FHIR (and a careless exporter) names an element; anything else is a value in the wrong place, or a trick. */
export const isElementName = (name: string): boolean => /^_?[A-Za-z][A-Za-z0-9_]{0,63}$/.test(name);
