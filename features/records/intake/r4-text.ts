import { isElementName } from './strict-json.ts';
import { isObject, refuse } from './r4-shape.ts';

/** FHIR R4 (datatypes, string): no characters below U+0020 but tab, line feed and carriage return. */
// oxlint-disable-next-line no-control-regex -- these very characters are looked for
const controlCharacter = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/;

/**
 * Longest text of elements that become part of the directory, of tokens, or of clear columns; in
 * characters. FHIR allows more (1 MB); a name of that size is a mistake or an attack.
 */
const longest: Readonly<Record<string, number>> = {
  family: 1_000,
  given: 1_000,
  prefix: 1_000,
  suffix: 1_000,
  system: 400,
  code: 1_000,
};
const longestNameText = 1_000;
const longestIdentifier = 1_000;

const limitOf = (name: string, parent: string): number => {
  if (name === 'text' && parent === 'name') return longestNameText;
  if (name === 'value' && parent === 'identifier') return longestIdentifier;
  return Object.hasOwn(longest, name) ? longest[name]! : Infinity;
};

/**
 * Checks every text of a resource, narrative and unknown elements too: whole Unicode without control
 * characters, and no longer than what it is used for. Element names are names.
 * @throws AppError 'invalid' with the path
 */
export const checkText = (value: unknown, path: string, name = '', parent = ''): void => {
  if (typeof value === 'string') {
    if (controlCharacter.test(value)) refuse(path, 'has a control character in it');
    if (!value.isWellFormed()) refuse(path, 'has half a character in it (a lone surrogate)');
    const limit = limitOf(name, parent);
    if (value.length > limit) refuse(path, `is longer than ${limit} characters`);
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => checkText(item, `${path}[${index}]`, name, parent));
  } else if (isObject(value)) {
    for (const [element, child] of Object.entries(value)) {
      if (!isElementName(element)) refuse(path, 'has an element whose name is no name');
      checkText(child, `${path}.${element}`, element, name);
    }
  }
};
