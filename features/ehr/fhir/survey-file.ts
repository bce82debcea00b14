import { hash } from 'node:crypto';
import { AppError, isAppError } from '#platform/errors.ts';
import { identifiersOf, kindOf, parseResource, type CheckedResource } from '#features/records/index.ts';
import { readFhirFile, type RawEntry } from './read-file.ts';
import {
  eachReference,
  mayStayUnmatched,
  ownerReferenceOf,
  parseReference,
  type ParsedReference,
} from './reference.ts';

/** Why a file was refused: what is wrong, in which entry, at which path. Never a value of the record. */
export type Problem = { entry: number | null; path: string; message: string };

/** What the first pass keeps of one resource. */
export type Surveyed = {
  index: number | null;
  type: string;
  /** The sender's id: `Resource.id`, else the uuid of its fullUrl. */
  sourceId: string;
  key: string;
  fullUrl: string | null;
  owner: { text: string; path: string } | undefined;
  /** Only where no element says whose it is: every reference, to find the owner through them. */
  pointsAt: string[] | undefined;
  digest: string;
};

export type SurveyedReference = {
  parsed: ParsedReference;
  entry: number | null;
  path: string;
  mayStay: boolean;
  count: number;
};

export type Survey = {
  file: string;
  sha256: string;
  bundleType: string | null;
  entryCount: number;
  resources: Surveyed[];
  /** Distinct references by text: the strictest use of each. */
  references: Map<string, SurveyedReference>;
  /** Business identifiers, for conditional references: `Type|system|value` to resource keys. */
  identifiers: Map<string, string[]>;
};

export class RefusedFile extends Error {
  readonly problem: Problem;
  /** @param cause the defect behind it, when it is one of ours and not of the file */
  constructor(problem: Problem, cause?: unknown) {
    super(problem.message, cause === undefined ? undefined : { cause });
    this.problem = problem;
  }
}

/** The place an error names, with the entry in front: `Bundle.entry[3].resource.effectiveDateTime`. */
export const problemOf = (error: AppError, entry: number | null): Problem => {
  const field = error.fields[0];
  const inner = field?.path ?? 'file';
  const rest = inner.replace(/^(resource|[A-Z][A-Za-z]+)(?=$|\.|\[)/, 'resource');
  const path = entry === null || inner.startsWith('Bundle.') ? inner : `Bundle.entry[${entry}].${rest}`;
  return { entry, path, message: field?.message ?? error.message };
};

/** Runs `work`, turning what it throws into a refusal that names the entry. */
export const atEntry = <T>(entry: number | null, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (isAppError(error)) throw new RefusedFile(problemOf(error, entry));
    const path = entry === null ? 'resource' : `Bundle.entry[${entry}].resource`;
    throw new RefusedFile({ entry, path, message: 'has something in it that cannot be stored' }, error);
  }
};

const sourceIdOf = (resource: CheckedResource, entry: RawEntry): string => {
  if (resource.id !== undefined) return resource.id;
  const fromUrl = entry.fullUrl ? /^(?:urn:uuid:|.*\/)([A-Za-z0-9\-.]{1,64})$/.exec(entry.fullUrl)?.[1] : undefined;
  if (fromUrl !== undefined) return fromUrl;
  const path = `${resource.resourceType}.id`;
  throw new AppError('invalid', `${path}: is missing`, {
    fields: [{ path, message: 'is missing, and there is no fullUrl' }],
  });
};

/** First pass over one file: every resource is checked; ids and references are kept, contents are not. */
export const surveyFile = async (file: string): Promise<Survey> => {
  let opened;
  try {
    opened = await readFhirFile(file);
  } catch (error) {
    if (isAppError(error)) throw new RefusedFile(problemOf(error, null));
    throw error;
  }
  const survey: Survey = {
    file,
    sha256: opened.sha256,
    bundleType: opened.bundleType,
    entryCount: opened.entryCount,
    resources: [],
    references: new Map(),
    identifiers: new Map(),
  };
  const seen = new Map<string, string>();
  const urls = new Set<string>();
  const entries = opened.entries();
  for (let position = 0; ; position++) {
    const next = atEntry(opened.bundleType === null ? null : position, () => entries.next());
    if (next.done) break;
    const entry = next.value;
    const surveyed = atEntry(entry.index, () => surveyEntry(entry, survey));
    const before = seen.get(surveyed.key);
    if (before !== undefined && before !== surveyed.digest) {
      refuseEntry(entry.index, 'id', 'is used by two entries with different content');
    }
    if (entry.fullUrl !== null && urls.has(entry.fullUrl) && before === undefined) {
      throw new RefusedFile({
        entry: entry.index,
        path: `Bundle.entry[${entry.index}].fullUrl`,
        message: 'is used twice',
      });
    }
    if (entry.fullUrl !== null) urls.add(entry.fullUrl);
    seen.set(surveyed.key, surveyed.digest);
    survey.resources.push(surveyed);
  }
  return survey;
};

const refuseEntry = (entry: number | null, element: string, message: string): never => {
  throw new RefusedFile({
    entry,
    path: entry === null ? element : `Bundle.entry[${entry}].resource.${element}`,
    message,
  });
};

const surveyEntry = (entry: RawEntry, survey: Survey): Surveyed => {
  const resource = parseResource(entry.text);
  const type = resource.resourceType;
  const sourceId = sourceIdOf(resource, entry);
  const key = `${type}/${sourceId}`;
  const contained = new Set(((resource.contained ?? []) as { id?: string }[]).map((one) => one.id));
  const owner = kindOf(type) === 'shared' || type === 'Patient' ? undefined : ownerReferenceOf(resource, type);
  const pointsAt: string[] | undefined = owner || kindOf(type) === 'shared' || type === 'Patient' ? undefined : [];
  eachReference(resource, type, (found) => {
    const parsed = parseReference(found.text);
    if (parsed.kind === 'contained') {
      if (parsed.id !== '' && !contained.has(parsed.id)) refuseAt(found.path, 'names no contained resource');
      return found.text;
    }
    pointsAt?.push(found.text);
    const mayStay = mayStayUnmatched(parsed, found.element, found.declaredType);
    const known = survey.references.get(found.text);
    const count = (known?.count ?? 0) + 1;
    if (!known || (known.mayStay && !mayStay)) {
      survey.references.set(found.text, { parsed, entry: entry.index, path: found.path, mayStay, count });
    } else known.count = count;
    return found.text;
  });
  for (const { system, value } of identifiersOf(resource)) {
    const name = `${type}|${system}|${value}`;
    const keys = survey.identifiers.get(name);
    if (!keys) survey.identifiers.set(name, [key]);
    else if (!keys.includes(key)) keys.push(key);
  }
  return {
    index: entry.index,
    type,
    sourceId,
    key,
    fullUrl: entry.fullUrl,
    owner,
    pointsAt,
    digest: hash('sha256', entry.text, 'base64'),
  };
};

const refuseAt = (path: string, message: string): never => {
  throw new AppError('invalid', `${path}: ${message}`, { fields: [{ path, message }] });
};
