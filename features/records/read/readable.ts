/**
 * Readable text of what notes come as. Always text: markup is taken away, never shown. Pure, linear in
 * the length of its input, and safe on anything: an unclosed tag or a broken entity is text like other text.
 */

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  deg: '°',
  micro: 'µ',
  plusmn: '±',
  le: '≤',
  ge: '≥',
  times: '×',
  frac12: '½',
  aacute: 'á',
  eacute: 'é',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ntilde: 'ñ',
  iquest: '¿',
  iexcl: '¡',
};

const decoded = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z0-9]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[(name as string).toLowerCase()] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
    const isText = point >= 0x20 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
    return isText || point === 9 || point === 10 ? String.fromCodePoint(point) : ' ';
  });

/** Elements whose content is no text of the document. */
const silent = new Set(['script', 'style', 'head', 'title', 'template', 'svg', 'object', 'iframe', 'noscript']);
/** Elements that begin and end a line, in HTML and in the narrative block of C-CDA. */
const lines = new Set(
  `p div br li ul ol dl dt dd table tr thead tbody tfoot caption h1 h2 h3 h4 h5 h6 section article header footer pre hr
   blockquote address list item paragraph title text footnote component`.split(/\s+/),
);
const cells = new Set(['td', 'th']);

type Tag = { name: string; isClosing: boolean; end: number };

/** The tag that begins at `<`, or undefined when it is none ("5 < 7"). */
const tagAt = (text: string, at: number): Tag | undefined => {
  if (text.startsWith('<!--', at)) {
    const end = text.indexOf('-->', at + 4);
    return { name: '!', isClosing: false, end: end < 0 ? text.length : end + 3 };
  }
  const isClosing = text[at + 1] === '/';
  let from = at + (isClosing ? 2 : 1);
  const first = text[from] ?? '';
  if (!/[a-zA-Z!?]/.test(first)) return undefined;
  let name = '';
  while (from < text.length && /[^\s/>]/.test(text[from]!)) name += text[from++];
  // Ends at the first ">" outside of quotes.
  let quote = '';
  for (; from < text.length; from++) {
    const c = text[from]!;
    if (quote !== '') quote = c === quote ? '' : quote;
    else if (c === '"' || c === "'") quote = c;
    else if (c === '>') break;
  }
  // A prefix ("cda:paragraph") says which vocabulary, not which element.
  return { name: name.toLowerCase().replace(/^.*:/, ''), isClosing, end: from + 1 };
};

const partFor = (name: string, isClosing: boolean): string => {
  if (cells.has(name)) return isClosing ? '\t' : '';
  if (!lines.has(name)) return '';
  return (name === 'li' || name === 'item') && !isClosing ? '\n• ' : '\n';
};

/** Words of HTML, XHTML or XML with one line for each block; cells of a table are kept apart by tabs. */
export const readableHtml = (html: string, isXml = false): string => {
  const parts: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    parts.push(decoded(html.slice(at, open < 0 ? html.length : open)).replaceAll(/\s+/g, ' '));
    if (open < 0) break;
    const tag = tagAt(html, open);
    if (!tag) {
      parts.push('<');
      at = open + 1;
      continue;
    }
    at = tag.end;
    if (!tag.isClosing && silent.has(tag.name) && !(isXml && tag.name === 'title') && html[tag.end - 2] !== '/') {
      at = endOf(html, tag.name, at);
    } else parts.push(partFor(tag.name, tag.isClosing));
  }
  return tidy(parts.join(''));
};

/** Past the closing tag of a silent element; to the end when it is never closed. */
const endOf = (html: string, name: string, from: number): number => {
  const closing = new RegExp(`</${name}\\s*>`, 'gi');
  closing.lastIndex = from;
  const found = closing.exec(html);
  return found ? found.index + found[0].length : html.length;
};

/** No trailing blanks, at most one empty line, no control characters but line ends and tabs. */
export const tidy = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex -- that is what is taken out
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .split('\n')
    .map((line) => line.replace(/^ +/, '').trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
