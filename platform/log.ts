import { pino, type DestinationStream } from 'pino';
import type { LogLevel } from './config.ts';

/**
 * The only fields a log line may carry: ids, names of our own things, counts and
 * times. A value under any other name is dropped, so that a careless
 * `log.info('read', { resource })` cannot put health information into a file.
 */
const allowedFields = [
  'requestId',
  'operation',
  'status',
  'ms',
  'task',
  'jobId',
  'count',
  'attempt',
  'port',
  'pid',
  'url',
  'version',
  'migrations',
  'size',
  'reason',
] as const;

export type LogFields = { readonly [Name in (typeof allowedFields)[number]]?: string | number | boolean } & {
  /** Its class, code and place are logged, never its message: messages quote input. */
  readonly error?: unknown;
};

export type Log = {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
};

const maxTextLength = 300;

function keepAllowed(fields: LogFields): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name of allowedFields) {
    const value: unknown = fields[name];
    if (typeof value === 'number' || typeof value === 'boolean') kept[name] = value;
    if (typeof value === 'string') kept[name] = value.slice(0, maxTextLength);
  }
  if (fields.error !== undefined) kept.error = describeError(fields.error);
  return kept;
}

type Described = { name: string; code?: string; message?: string; at: string[]; cause?: Described };

/**
 * What may be said of an error: its class, its code (SQLSTATE, errno), the frames
 * of its stack. Its message only when the operating system wrote it (a path or a
 * port, no input).
 */
function describeError(error: unknown, depth = 0): Described {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const { code, syscall } = error as NodeJS.ErrnoException;
  const described: Described = { name: error.name, at: framesOf(error) };
  if (typeof code === 'string' && /^[A-Z0-9_]{2,40}$/.test(code)) described.code = code;
  if (typeof syscall === 'string') described.message = error.message.slice(0, maxTextLength);
  if (error.cause !== undefined && depth < 3) described.cause = describeError(error.cause, depth + 1);
  return described;
}

// The stack begins with the message, which may have several lines; frames look
// like "    at name (file:line:column)".
function framesOf(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n');
  const frames = lines.filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line));
  return frames.slice(0, 12).map((line) => line.slice(7));
}

/**
 * Structured JSON lines on standard output, or to another file descriptor or the
 * stream given. Timestamps are ISO, the level is a word.
 */
export function createLog(level: LogLevel, destination: DestinationStream | number = 1): Log {
  const inner = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    // Synchronous: the last words before a crash are the ones that matter.
    typeof destination === 'number' ? pino.destination({ dest: destination, sync: true }) : destination,
  );
  const at =
    (name: 'debug' | 'info' | 'warn' | 'error') =>
    (message: string, fields: LogFields = {}): void =>
      inner[name](keepAllowed(fields), message);
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
