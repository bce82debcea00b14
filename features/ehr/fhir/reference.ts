import { isDirectoryType, isObject, isR4Type } from '#features/records/index.ts';

/** A reference as its text says it. */
export type ParsedReference =
  | { kind: 'contained'; id: string }
  | { kind: 'local'; type: string; id: string; base: string | null }
  | { kind: 'identifier'; type: string; system: string; value: string }
  /** A search that is no identifier (`Patient?name=...`): never resolved. */
  | { kind: 'search'; type: string }
  /** urn:uuid:..., urn:oid:..., or an address of something else. */
  | { kind: 'url' };

const localPattern =
  /^(?:(https?:\/\/[^?#]{1,500}?)\/)?([A-Z][A-Za-z]{2,40})\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[A-Za-z0-9\-.]{1,64})?$/;
const searchPattern = /^(?:https?:\/\/[^?#]{1,500}?\/)?([A-Z][A-Za-z]{2,40})\?(.{1,800})$/;

export const parseReference = (text: string): ParsedReference => {
  if (text.startsWith('#')) return { kind: 'contained', id: text.slice(1) };
  const local = localPattern.exec(text);
  if (local && isR4Type(local[2]!)) return { kind: 'local', type: local[2]!, id: local[3]!, base: local[1] ?? null };
  const search = searchPattern.exec(text);
  if (search && isR4Type(search[1]!)) {
    const identifier = /^identifier=([^|&]+)\|([^&]+)$/.exec(search[2]!);
    if (!identifier) return { kind: 'search', type: search[1]! };
    return { kind: 'identifier', type: search[1]!, system: decoded(identifier[1]!), value: decoded(identifier[2]!) };
  }
  return { kind: 'url' };
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * Elements that hold who did something or where. A reference there to something unknown, by an
 * address that names no type (urn:uuid), is taken as a person or place of the directory.
 */
const directoryElements = new Set(
  `actor agent asserter attester authenticator author careTeam custodian enterer facility generalPractitioner individual
   informant insurer issuer location managingOrganization member onBehalfOf organization owner party payee payor performer
   practitioner provider recorder requester requestor resultsInterpreter sender serviceProvider source supplier who`.split(
    /\s+/,
  ),
);

/** Whether an unmatched reference may be kept: it names (or must be) a practitioner, organization or place. */
export const mayStayUnmatched = (parsed: ParsedReference, element: string, declaredType: unknown): boolean => {
  // A document may be kept elsewhere: its address is then all that comes.
  if (element === attachmentUrl) return true;
  if (parsed.kind === 'local' || parsed.kind === 'identifier' || parsed.kind === 'search')
    return isDirectoryType(parsed.type);
  if (typeof declaredType === 'string') return isDirectoryType(declaredType);
  return parsed.kind === 'url' && directoryElements.has(element);
};

/** What the address of an attachment is called here, beside the elements of FHIR. */
const attachmentUrl = 'attachment.url';

/** An address of a Binary, by which an attachment names its body: a reference in all but its shape. */
const isBinaryUrl = (node: Record<string, unknown>): node is Record<string, unknown> & { url: string } => {
  if (typeof node.url !== 'string' || typeof node.contentType !== 'string') return false;
  const parsed = parseReference(node.url);
  return parsed.kind === 'local' && parsed.type === 'Binary';
};

export type FoundReference = { text: string; path: string; element: string; declaredType: unknown };

/**
 * Walks every reference of a resource, contained ones and addresses of attachments too. `replace` gives the text to store; the
 * tree is changed in place.
 */
export const eachReference = (
  resource: Record<string, unknown>,
  path: string,
  replace: (found: FoundReference) => string,
): void => walk(resource, path, '', replace);

const walk = (node: unknown, path: string, element: string, replace: (found: FoundReference) => string): void => {
  if (Array.isArray(node)) {
    node.forEach((item, index) => walk(item, `${path}[${index}]`, element, replace));
    return;
  }
  if (!isObject(node)) return;
  if (typeof node.reference === 'string') {
    const text = replace({ text: node.reference, path: `${path}.reference`, element, declaredType: node.type });
    if (text !== node.reference) node.reference = text;
  }
  if (isBinaryUrl(node)) {
    const text = replace({ text: node.url, path: `${path}.url`, element: attachmentUrl, declaredType: 'Binary' });
    if (text !== node.url) node.url = text;
  }
  for (const [name, child] of Object.entries(node)) {
    if (typeof child === 'object' && child !== null) walk(child, `${path}.${name}`, name, replace);
  }
};

const ownerElements = ['patient', 'subject', 'beneficiary', 'for'] as const;

/** The reference that says whose record a resource is, with its path; undefined when it has none. */
export const ownerReferenceOf = (
  resource: Record<string, unknown>,
  type: string,
): { text: string; path: string } | undefined => {
  for (const element of type === 'ResearchSubject' ? (['individual'] as const) : ownerElements) {
    const value = resource[element];
    const list = Array.isArray(value) ? value : [value];
    const index = list.findIndex((one) => isObject(one) && typeof one.reference === 'string');
    const found = list[index] as { reference: string } | undefined;
    if (found)
      return { text: found.reference, path: `${type}.${element}${Array.isArray(value) ? `[${index}]` : ''}.reference` };
  }
  return undefined;
};
