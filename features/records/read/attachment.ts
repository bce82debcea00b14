import { elementOf, elementsOf, numberTextOf, textOf, type Element } from './elements.ts';
import { readableHtml, tidy } from './readable.ts';
import { leftOutUrl } from './bodies.ts';

/** What a body is made of, as far as a reader cares: words can be shown and searched, the rest can be opened. */
export type BodyKind = 'text' | 'html' | 'xml' | 'pdf' | 'image' | 'other';

/** Where the body is: here, left out of this list, in a Binary of the record, outside of it, or nowhere. */
export type BodyPlace = 'here' | 'left-out' | 'binary' | 'outside' | 'missing';

export type Attachment = {
  contentType: string;
  kind: BodyKind;
  place: BodyPlace;
  /** Record id of the Binary. */
  binaryId: string | null;
  title: string | null;
  language: string | null;
  at: string | null;
  sizeBytes: number | null;
};

export const bodyKindOf = (contentType: string): BodyKind => {
  const type = contentType.split(';')[0]!.trim().toLowerCase();
  if (type === 'text/html' || type === 'application/xhtml' || type === 'application/xhtml+xml') return 'html';
  if (type === 'text/xml' || type === 'application/xml' || type.endsWith('+xml')) return 'xml';
  if (type.startsWith('text/')) return type === 'text/rtf' ? 'other' : 'text';
  if (type === 'application/pdf') return 'pdf';
  return type.startsWith('image/') ? 'image' : 'other';
};

const sizeOf = (attachment: Element): number | null => {
  if (typeof attachment.data === 'string') return Math.floor((attachment.data.length * 3) / 4);
  const leftOut = leftOutOf(attachment);
  const size = Number(leftOut ?? numberTextOf(attachment.size) ?? Number.NaN);
  return Number.isFinite(size) ? size : null;
};

const leftOutOf = (attachment: Element): string | null =>
  numberTextOf(
    elementsOf(elementOf(attachment._data)?.extension).find((one) => one.url === leftOutUrl)?.valueUnsignedInt,
  );

/** An Attachment of any resource, or a Binary. */
export const attachmentOf = (attachment: Element): Attachment => {
  const contentType = textOf(attachment.contentType) ?? 'application/octet-stream';
  const url = textOf(attachment.url);
  const binaryId = /(?:^|\/)Binary\/([0-9a-f]{8}-[0-9a-f-]{27})$/.exec(url ?? '')?.[1] ?? null;
  const place = (): BodyPlace => {
    if (typeof attachment.data === 'string') return 'here';
    if (leftOutOf(attachment) !== null) return 'left-out';
    if (binaryId !== null) return 'binary';
    return url === null ? 'missing' : 'outside';
  };
  return {
    contentType,
    kind: bodyKindOf(contentType),
    place: place(),
    binaryId,
    title: textOf(attachment.title),
    language: textOf(attachment.language),
    at: textOf(attachment.creation),
    sizeBytes: sizeOf(attachment),
  };
};

const charsets = new Set(['utf-8', 'utf8', 'us-ascii', 'iso-8859-1', 'latin1', 'windows-1252', 'utf-16', 'utf-16le']);

type FromBase64 = typeof Uint8Array & { fromBase64?: (text: string) => Uint8Array };

/** Bytes of a base64 body; null when it is none. */
export const bytesOf = (data: string): Uint8Array | null => {
  try {
    const { fromBase64 } = Uint8Array as FromBase64;
    return fromBase64 ? fromBase64(data) : Uint8Array.from(atob(data.replaceAll(/\s/g, '')), (c) => c.charCodeAt(0));
  } catch {
    return null;
  }
};

export const holdsWords = (contentType: string): boolean => ['text', 'html', 'xml'].includes(bodyKindOf(contentType));

/**
 * The words of a base64 body, at most so many characters. A picture or PDF is not decoded, and of a body that is far
 * longer than its words may be only the beginning is: one large document must not keep others waiting.
 */
export const wordsOfBody = (
  contentType: string,
  data: string,
  limit: number,
): { text: string; isCut: boolean } | null => {
  if (!holdsWords(contentType)) return null;
  const longest = 4 * limit;
  const isLong = data.length > longest;
  // Blanks between the characters of base64 would move the place where it can be cut.
  const bytes = bytesOf(
    isLong
      ? data
          .slice(0, 2 * longest)
          .replaceAll(/\s/g, '')
          .slice(0, longest)
      : data,
  );
  const text = bytes === null ? null : readableBody(contentType, bytes);
  return text === null ? null : { text: text.slice(0, limit), isCut: isLong || text.length > limit };
};

/** The words of a body as plain text; null when it holds none that can be read (a picture, a PDF). */
export const readableBody = (contentType: string, bytes: Uint8Array): string | null => {
  if (!holdsWords(contentType)) return null;
  const kind = bodyKindOf(contentType);
  const named = /charset\s*=\s*"?([a-z0-9-]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? 'utf-8';
  const text = new TextDecoder(charsets.has(named) ? named : 'utf-8').decode(bytes);
  if (kind === 'text') return tidy(text);
  if (kind === 'html') return readableHtml(text);
  // A C-CDA document: the narrative is for people, the header and the entries are for programs.
  const body = text.search(/<(?:[a-z0-9]+:)?structuredBody\b/);
  if (body < 0 && /<(?:[a-z0-9]+:)?nonXMLBody\b/.test(text)) return null;
  return readableHtml(body < 0 ? text : text.slice(body), true);
};
