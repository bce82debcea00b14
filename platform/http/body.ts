import { AppError, isAppError } from '../errors.ts';
import type { HttpRequest } from './request.ts';

/** 64 KiB: forms are small; an operation that takes more says so in its contract. */
export const defaultBodyLimitBytes = 65_536;

/** Deeper nesting than any of our shapes; stops parsers and validators from recursing without end. */
const depthLimit = 64;

/**
 * Reads a JSON body within a limit, counting bytes as they come (Content-Length may lie).
 * @returns undefined when there is no body
 */
export const readJsonBody = async (request: HttpRequest, limitBytes: number): Promise<unknown> => {
  const declared = Number(request.headers.get('content-length') ?? Number.NaN);
  if (declared > limitBytes) throw new AppError('too-large', `At most ${limitBytes} bytes are accepted here.`);
  if (!request.body) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      if (size > limitBytes) throw new AppError('too-large', `At most ${limitBytes} bytes are accepted here.`);
      chunks.push(chunk);
    }
  } catch (error) {
    // The sender went away in the middle: their doing, no defect of ours.
    if (isAppError(error)) throw error;
    throw new AppError('invalid', 'The body ended early.', { cause: error });
  }
  if (size === 0) return undefined;
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new AppError('unsupported', 'Send the body as application/json.');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new AppError('invalid', 'The body is not valid UTF-8.');
  }
  return parseJson(text);
};

const parseJson = (text: string): unknown => {
  let depth = 0;
  for (let i = 0, quoted = false; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (quoted) {
      if (c === 92) i++;
      else if (c === 34) quoted = false;
    } else if (c === 34) quoted = true;
    else if (c === 123 || c === 91) {
      if (++depth > depthLimit) throw new AppError('invalid', 'The body is nested too deeply.');
    } else if (c === 125 || c === 93) depth--;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('invalid', 'The body is not valid JSON.');
  }
};
