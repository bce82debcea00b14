import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { AppError } from '#platform/errors.ts';
import { RESOURCE_LIMIT_BYTES, isObject, parseStrict } from '#features/records/index.ts';
import { scanFile } from './bundle-scan.ts';

/** Limits of one file. */
export const FILE_LIMIT_BYTES = 50 * 1024 * 1024;
export const ENTRY_LIMIT = 20_000;

/** One resource of a file, not parsed yet. `index`: its place in `Bundle.entry`; null in a file of one resource. */
export type RawEntry = { index: number | null; fullUrl: string | null; text: string };

export type OpenFile = {
  sha256: string;
  /** Null for a file of one resource. */
  bundleType: string | null;
  entryCount: number;
  /** Each resource in turn; entries that only carry a search outcome are left out. */
  entries(): Generator<RawEntry>;
};

const bundleTypes = new Set(['transaction', 'batch', 'collection', 'searchset', 'document', 'message']);

const wrong = (path: string, message: string): AppError =>
  new AppError('invalid', `${path}: ${message}`, { fields: [{ path, message }] });

const readBytes = async (path: string): Promise<Buffer> => {
  let handle;
  try {
    handle = await open(path, 'r');
    const facts = await handle.stat();
    if (!facts.isFile()) throw wrong('file', 'is not a file');
    if (facts.size > FILE_LIMIT_BYTES) {
      const message = `is larger than ${FILE_LIMIT_BYTES / 1024 / 1024} MB; split it`;
      throw new AppError('too-large', `file: ${message}`, { fields: [{ path: 'file', message }] });
    }
    return await handle.readFile();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw wrong('file', `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  } finally {
    await handle?.close();
  }
};

const textMember = (members: Map<string, Buffer>, name: string): string | undefined => {
  const bytes = members.get(name);
  if (!bytes || bytes.length > 200) return undefined;
  try {
    const value: unknown = JSON.parse(bytes.toString());
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Opens one file: a Bundle, or one resource. @throws AppError with what is wrong and where */
export const readFhirFile = async (path: string): Promise<OpenFile> => {
  const bytes = await readBytes(path);
  if (!isUtf8(bytes)) throw wrong('file', 'is not UTF-8');
  const { members, entries } = scanFile(bytes, ENTRY_LIMIT);
  const sha256 = hash('sha256', bytes, 'hex');
  const resourceType = textMember(members, 'resourceType');
  if (resourceType === undefined) throw wrong('resourceType', 'is missing: this is no FHIR resource');
  checkVersion(members);
  if (resourceType !== 'Bundle') {
    const start = bytes[0] === 0xef ? 3 : 0;
    return {
      sha256,
      bundleType: null,
      entryCount: 1,
      *entries() {
        yield { index: null, fullUrl: null, text: textOf(bytes.subarray(start), resourceType) };
      },
    };
  }
  const bundleType = textMember(members, 'type');
  if (bundleType === undefined || !bundleTypes.has(bundleType)) {
    throw wrong('Bundle.type', `must be one of ${[...bundleTypes].join(', ')}`);
  }
  if (members.has('entry')) throw wrong('Bundle.entry', 'must be a list');
  for (const [name, text] of members) parseAt(text, `Bundle.${name}`);
  return {
    sha256,
    bundleType,
    entryCount: entries?.length ?? 0,
    *entries() {
      for (const [index, { start, end }] of (entries ?? []).entries()) {
        const entry = readEntry(bytes.subarray(start, end), index);
        if (entry) yield entry;
      }
    },
  };
};

/** Not an element of R4, but exporters that write it mean it. */
const checkVersion = (members: Map<string, Buffer>): void => {
  const version = textMember(members, 'fhirVersion');
  if (
    members.has('fhirVersion') &&
    textMember(members, 'resourceType') === 'Bundle' &&
    !/^4\.0(\.|$)/.test(version ?? '')
  ) {
    throw wrong('Bundle.fhirVersion', 'is another version of FHIR; R4 (4.0.1) is needed');
  }
};

const parseAt = (text: Buffer, path: string): unknown => parseStrict(text.toString(), path, JSON.parse);

const textOf = (bytes: Buffer, path: string): string => {
  if (bytes.length > RESOURCE_LIMIT_BYTES) {
    const message = `is larger than ${RESOURCE_LIMIT_BYTES / 1024 / 1024} MB`;
    throw new AppError('too-large', `${path}: ${message}`, { fields: [{ path, message }] });
  }
  return bytes.toString();
};

/** Splits one entry again, so that the resource's own text, with its numbers as written, is kept. */
const readEntry = (bytes: Buffer, index: number): RawEntry | undefined => {
  const path = `Bundle.entry[${index}]`;
  if (bytes[0] !== 0x7b) throw wrong(path, 'must be an object');
  const { members } = scanFile(bytes, ENTRY_LIMIT);
  const resource = members.get('resource');
  const search = members.get('search');
  if (search) {
    const value = parseAt(search, `${path}.search`);
    if (isObject(value) && value.mode === 'outcome') return undefined;
  }
  if (!resource) throw wrong(`${path}.resource`, 'is missing');
  const request = members.get('request');
  if (request) {
    const value = parseAt(request, `${path}.request`);
    const method = isObject(value) ? value.method : undefined;
    if (method !== 'POST' && method !== 'PUT')
      throw wrong(`${path}.request.method`, 'must be POST or PUT: files only add');
  }
  const given = members.get('fullUrl');
  const fullUrl = given ? parseAt(given, `${path}.fullUrl`) : null;
  if (fullUrl !== null && (typeof fullUrl !== 'string' || fullUrl === '' || fullUrl.length > 1_000)) {
    throw wrong(`${path}.fullUrl`, 'must be text');
  }
  return { index, fullUrl, text: textOf(resource, `${path}.resource`) };
};
