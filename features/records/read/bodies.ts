import { parseRaw } from '../exact-json.ts';

/** A resource without the base64 bodies of its attachments: a list of notes would weigh megabytes. */
export const withoutBodies = (bytes: Buffer): Buffer => {
  // No member of this name: nothing to take out, and nothing is parsed.
  if (!bytes.includes('"data":"')) return bytes;
  const resource = parseRaw(bytes.toString()) as Record<string, unknown>;
  take(resource, resource.resourceType === 'Binary');
  return Buffer.from(JSON.stringify(resource));
};

/** Replaces `data` of attachments (and of a Binary) by `_data`, an extension that says how long it was. */
const take = (node: unknown, isBinary: boolean): void => {
  if (Array.isArray(node)) {
    for (const item of node) take(item, false);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const members = node as Record<string, unknown>;
  if (typeof members.data === 'string' && (isBinary || 'contentType' in members || members.data.length > 2_000)) {
    const bytes = Math.floor((members.data.length * 3) / 4);
    delete members.data;
    members._data = { extension: [{ url: leftOutUrl, valueUnsignedInt: bytes }] };
  }
  for (const child of Object.values(members)) take(child, false);
};

/** Says on `_data` that the body is stored and left out of this answer, with its size in bytes. */
export const leftOutUrl = 'urn:portico:body-left-out';
