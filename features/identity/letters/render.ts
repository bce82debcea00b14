import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { correction, generate } from 'lean-qr';
import { AppError } from '#platform/errors.ts';
import { wordsOf, type LetterFacts } from './words.ts';

/** One letter, ready to be set. `code` is the whole invitation code. */
export type Letter = {
  language: 'en' | 'es';
  name: string;
  address: readonly string[];
  code: string;
  signInName: string;
  expiresAt: Date;
  opensAt: Date | null;
  isRenewal: boolean;
};

export type LetterPaper = {
  clinic: { name: string; phone: string };
  /** https://portal.example.org */
  origin: string;
  timeZone?: string | undefined;
  today: Date;
};

const timeoutMs = 20_000;
const pdfLimitBytes = 32 * 1024 * 1024;
/** Files being set at once, and waiting: each takes about a second and 150 MB. */
const atOnce = 1;
const waiting = 4;

/** The code stands behind `#`: a browser keeps that to itself, so it is in no log of any server. */
export const enrolAddress = (origin: string): string => `${origin}/enrol`;
export const enrolLink = (origin: string, code: string): string => `${enrolAddress(origin)}#code=${code}`;

const qrSvg = (text: string): string => {
  const code = generate(text, { minCorrectionLevel: correction.M });
  let path = '';
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) path += `M${x + 2} ${y + 2}h1v1h-1z`;
  const side = code.size + 4;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path d="${path}"/></svg>`;
};

const locales = { en: 'en-US', es: 'es-US' } as const;

/** What letter.typ reads. Exported for tests. */
export const letterData = (letters: readonly Letter[], paper: LetterPaper) => {
  const zone = paper.timeZone === undefined ? {} : { timeZone: paper.timeZone };
  const day = (language: 'en' | 'es', date: Date) =>
    new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', ...zone }).format(date);
  const moment = (language: 'en' | 'es', date: Date) =>
    new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short', ...zone }).format(date);
  return {
    title: `Letters of ${paper.clinic.name}`,
    paper: 'us-letter',
    clinic: paper.clinic,
    letters: letters.map(({ language, name, address, code, signInName, expiresAt, opensAt, isRenewal }) => {
      const facts: LetterFacts = {
        clinic: paper.clinic,
        address: enrolAddress(paper.origin),
        until: day(language, expiresAt),
        opens: opensAt && moment(language, opensAt),
        isRenewal,
      };
      return {
        language,
        date: day(language, paper.today),
        name,
        address,
        code: code.split('-'),
        signInName,
        qr: qrSvg(enrolLink(paper.origin, code)),
        words: wordsOf(language, facts),
      };
    }),
  };
};

const noLetters = (): AppError => new AppError('unavailable', 'Letters as PDF cannot be made here. Print the page.');

/** These letters (their places) hold signs that our typefaces lack; the others can be set. */
export class LettersUnset extends Error {
  readonly places: readonly number[];
  constructor(places: readonly number[]) {
    super('letters hold signs that cannot be set');
    this.name = 'LettersUnset';
    this.places = places;
  }
}

/** typeset.ts: standard output is a list of places. */
const unsetStatus = 3;

const failureOf = (status: number | null, output: Buffer): Error => {
  const places: unknown = status === unsetStatus ? JSON.parse(output.toString()) : undefined;
  // None alone, but not together: then it is not the names.
  return Array.isArray(places) && places.length > 0 ? new LettersUnset(places as number[]) : noLetters();
};

const typeset = (json: string): Promise<Buffer> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL('typeset.ts', import.meta.url))], {
      env: {},
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    const parts: Buffer[] = [];
    let sizeBytes = 0;
    child.stdout.on('data', (part: Buffer) => {
      sizeBytes += part.length;
      if (sizeBytes > pdfLimitBytes) child.kill('SIGKILL');
      else parts.push(part);
    });
    child.on('error', () => fail(noLetters()));
    child.on('close', (status) => {
      const output = Buffer.concat(parts);
      if (status === 0) done(output);
      else fail(failureOf(status, output));
    });
    // It ended before it read everything: `close` says how.
    child.stdin.on('error', () => undefined);
    child.stdin.end(json);
  });

let running = 0;
const queue: (() => void)[] = [];

/**
 * One PDF/UA-1, a page a letter. Throws LettersUnset for names in signs that we cannot set, and `unavailable` where
 * the typesetter is missing or busy.
 */
export const renderLetters = async (letters: readonly Letter[], paper: LetterPaper): Promise<Buffer> => {
  if (running >= atOnce) {
    if (queue.length >= waiting) throw new AppError('unavailable', 'Others are printing. Try again in a moment.');
    await new Promise<void>((next) => queue.push(next));
  }
  running += 1;
  try {
    return await typeset(JSON.stringify(letterData(letters, paper)));
  } finally {
    running -= 1;
    queue.shift()?.();
  }
};
