import { dateKindOf, isDateOfKind } from './r4-dates.ts';
import { requirementsOf } from './r4-requirements.ts';
import { checkQuantity, isObject, refuse } from './r4-shape.ts';
import { isR4Type, versionOfForeignType } from './r4-types.ts';
import { foreignVersionTell } from './r4-version.ts';

/** A parsed resource whose shape has been checked; numbers may be raw JSON (exact-json.ts). */
export type CheckedResource = { resourceType: string; id?: string; [element: string]: unknown };

const depthLimit = 40;
const idPattern = /^[A-Za-z0-9\-.]{1,64}$/;

/**
 * Checks one resource against what the portal relies on in FHIR R4: known type, id, dates anywhere,
 * one value per choice, reference and quantity shapes, required elements and status codes of the
 * common types. Not a full validator: unknown elements and extensions are kept as they are.
 * @throws AppError 'invalid' with `fields[0].path`, which begins with the resource type
 */
export const checkResource = (value: unknown): CheckedResource => {
  if (!isObject(value)) return refuse('resource', 'must be a JSON object');
  const type = value.resourceType;
  if (typeof type !== 'string') return refuse('resource.resourceType', 'is missing');
  if (!isR4Type(type)) {
    const version = versionOfForeignType(type);
    return version === undefined
      ? refuse('resource.resourceType', 'is not a FHIR R4 resource type')
      : refuse('resource.resourceType', `is a type of ${version}; FHIR R4 (4.0.1) is needed`);
  }
  checkId(value, type);
  const tell = foreignVersionTell(value, type);
  if (tell) refuse(`${type}.${tell.element}`, `is written as in ${tell.version}; FHIR R4 (4.0.1) is needed`);
  walk(value, type, 0);
  requirementsOf(type)(value, type);
  checkContained(value, type);
  return value as CheckedResource;
};

const checkId = (value: Record<string, unknown>, path: string): void => {
  if (value.id === undefined) return;
  if (typeof value.id !== 'string' || !idPattern.test(value.id)) {
    refuse(`${path}.id`, 'must be 1 to 64 letters, digits, hyphens or dots');
  }
};

const checkContained = (value: Record<string, unknown>, type: string): void => {
  if (value.contained === undefined) return;
  if (!Array.isArray(value.contained)) return refuse(`${type}.contained`, 'must be a list');
  const seen = new Set<string>();
  value.contained.forEach((inner: unknown, index) => {
    const path = `${type}.contained[${index}]`;
    if (!isObject(inner)) return refuse(path, 'must be a JSON object');
    if (typeof inner.resourceType !== 'string' || !isR4Type(inner.resourceType)) {
      return refuse(`${path}.resourceType`, 'is not a FHIR R4 resource type');
    }
    checkId(inner, path);
    if (inner.contained !== undefined) refuse(`${path}.contained`, 'a contained resource contains none');
    const id = inner.id as string | undefined;
    if (id !== undefined && seen.has(id)) refuse(`${path}.id`, 'is used twice');
    if (id !== undefined) seen.add(id);
  });
};

// Elements that hold a choice of types: at most one of valueQuantity, valueString ...
const choicePattern =
  /^(value|effective|onset|abatement|performed|occurrence|deceased|multipleBirth|medication|serviced|timing|asNeeded|defaultValue)(?=[A-Z])(?!Set$|Codeable[a-z]|ReferenceRange)/;

const walk = (value: unknown, path: string, depth: number): void => {
  if (depth > depthLimit) refuse(path, 'is nested too deeply');
  if (Array.isArray(value)) {
    if (value.length === 0) refuse(path, 'is an empty list');
    value.forEach((item, index) => walk(item, `${path}[${index}]`, depth + 1));
    return;
  }
  if (!isObject(value)) return;
  let choice: string | undefined;
  const choices = new Map<string, string>();
  for (const [name, child] of Object.entries(value)) {
    const at = `${path}.${name}`;
    if (child === null) refuse(at, 'is null');
    choice = choicePattern.exec(name)?.[1];
    if (choice !== undefined) {
      const other = choices.get(choice);
      if (other !== undefined) refuse(at, `stands beside ${other}: only one is allowed`);
      choices.set(choice, name);
    }
    checkElement(name, child, at);
    // The narrative is text for people, not elements.
    if (name === 'text' && isObject(child) && typeof child.div === 'string') continue;
    if (typeof child === 'object') walkChild(name, child, at, depth);
  }
};

/** Primitive extensions (`_birthDate`) may hold nulls in lists; they are kept and not looked into. */
const walkChild = (name: string, child: unknown, at: string, depth: number): void => {
  if (name.startsWith('_')) {
    if (!isObject(child) && !Array.isArray(child)) refuse(at, 'must be an object or a list');
    return;
  }
  if (Array.isArray(child) && child.some((item) => item === null)) {
    if (!child.every((item) => item === null || typeof item !== 'object')) refuse(at, 'holds null');
    return;
  }
  walk(child, at, depth + 1);
};

const checkElement = (name: string, child: unknown, at: string): void => {
  const kind = dateKindOf(name);
  if (kind) {
    if (typeof child === 'string' && !isDateOfKind(kind, child)) refuse(at, `is not a FHIR ${kind}`);
    if (name === 'birthDate' && typeof child !== 'string') refuse(at, 'is not a FHIR date');
    if (name.endsWith('DateTime') && typeof child !== 'string') refuse(at, 'is not a FHIR dateTime');
  }
  if (name === 'reference' && typeof child !== 'string') {
    refuse(at, 'must be text (an object here is FHIR R5; R4 is needed)');
  }
  if (name === 'coding' && !(Array.isArray(child) && child.every(isObject))) refuse(at, 'must be a list of codings');
  if (/^(?:value|dose|component)?Quantity$/.test(name) || name === 'valueQuantity') checkQuantity(child, at);
};
