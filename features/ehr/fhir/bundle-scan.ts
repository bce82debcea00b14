import { AppError } from '#platform/errors.ts';

/**
 * Finds the parts of a JSON file without parsing it as a whole: the top-level members, and the byte
 * range of each element of `entry`. Each range is parsed on its own later, so memory is bounded by
 * the file's bytes plus one resource, not by 20,000 parsed ones.
 */
export type ScannedFile = {
  /** Top-level members other than `entry`, as JSON text. */
  members: Map<string, Buffer>;
  /** Byte ranges of the elements of a top-level `entry` list; undefined when there is none. */
  entries: { start: number; end: number }[] | undefined;
};

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

const broken = (at: number, message: string): AppError =>
  new AppError('invalid', `file: ${message} (byte ${at})`, {
    fields: [{ path: 'file', message: `${message} (byte ${at})` }],
  });

/** @throws AppError 'invalid' for a file that is cut off, is no JSON object, or has something after it */
export const scanFile = (bytes: Buffer, entryLimit: number): ScannedFile => {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;

  const space = (): void => {
    while (at < bytes.length) {
      const c = bytes[at]!;
      if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return;
      at++;
    }
  };
  const cutOff = (): AppError => broken(bytes.length, 'ends in the middle: it is cut off');
  const expect = (c: number, what: string): void => {
    space();
    if (at >= bytes.length) throw cutOff();
    if (bytes[at] !== c) throw broken(at, `is not JSON: ${what} was expected`);
    at++;
  };
  const string = (): void => {
    at++;
    while (at < bytes.length) {
      const c = bytes[at++]!;
      if (c === BACKSLASH) at++;
      else if (c === QUOTE) return;
    }
    throw cutOff();
  };
  /** Moves past one value; its inside is checked when it is parsed. */
  const value = (): void => {
    space();
    if (at >= bytes.length) throw cutOff();
    const first = bytes[at]!;
    if (first === QUOTE) return string();
    if (first !== OPEN_OBJECT && first !== OPEN_LIST) {
      const start = at;
      while (at < bytes.length && ![COMMA, CLOSE_LIST, CLOSE_OBJECT, 0x20, 0x0a, 0x0d, 0x09].includes(bytes[at]!)) at++;
      if (at === start) throw broken(at, 'is not JSON: a value was expected');
      if (at >= bytes.length) throw cutOff();
      return;
    }
    let depth = 0;
    while (at < bytes.length) {
      const c = bytes[at]!;
      if (c === QUOTE) {
        string();
        continue;
      }
      at++;
      if (c === OPEN_OBJECT || c === OPEN_LIST) depth++;
      else if (c === CLOSE_OBJECT || c === CLOSE_LIST) {
        depth--;
        if (depth === 0) return;
      }
    }
    throw cutOff();
  };
  const list = (): { start: number; end: number }[] => {
    const found: { start: number; end: number }[] = [];
    at++;
    space();
    if (bytes[at] === CLOSE_LIST) {
      at++;
      return found;
    }
    for (;;) {
      space();
      const start = at;
      value();
      found.push({ start, end: at });
      if (found.length > entryLimit) {
        throw new AppError('too-large', `file: more than ${entryLimit} entries; split it`, {
          fields: [{ path: 'Bundle.entry', message: `has more than ${entryLimit} entries` }],
        });
      }
      space();
      if (at >= bytes.length) throw cutOff();
      const c = bytes[at++]!;
      if (c === CLOSE_LIST) return found;
      if (c !== COMMA) throw broken(at - 1, 'is not JSON: a comma was expected');
    }
  };

  const members = new Map<string, Buffer>();
  let entries: ScannedFile['entries'];
  if (bytes.length === 0) throw broken(0, 'is empty');
  expect(OPEN_OBJECT, 'an object');
  space();
  if (bytes[at] === CLOSE_OBJECT) at++;
  else {
    for (;;) {
      space();
      if (at >= bytes.length) throw cutOff();
      if (bytes[at] !== QUOTE) throw broken(at, 'is not JSON: a name was expected');
      const start = at;
      string();
      const name = parseName(bytes.subarray(start, at), start);
      expect(COLON, 'a colon');
      space();
      if (members.has(name) || (name === 'entry' && entries)) throw broken(start, 'names a member twice');
      if (name === 'entry' && bytes[at] === OPEN_LIST) entries = list();
      else {
        const from = at;
        value();
        members.set(name, bytes.subarray(from, at));
      }
      space();
      if (at >= bytes.length) throw cutOff();
      const c = bytes[at++]!;
      if (c === CLOSE_OBJECT) break;
      if (c !== COMMA) throw broken(at - 1, 'is not JSON: a comma was expected');
    }
  }
  space();
  if (at < bytes.length) throw broken(at, 'has something after its end');
  return { members, entries };
};

const parseName = (text: Buffer, at: number): string => {
  try {
    return JSON.parse(text.toString()) as string;
  } catch {
    throw broken(at, 'is not JSON: a name was expected');
  }
};
