/**
 * The one error type of the server. `kind` is closed: the edge maps each kind to one
 * HTTP status (RFC 9457 problem+json) and nothing else decides a status.
 */
export const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  unsupported: 415,
  'too-many': 429,
  unavailable: 503,
  integrity: 503,
} as const;

export type ErrorKind = keyof typeof statusOf;

/** One field that was wrong: where (a JSON path) and what to do about it, never the value itself. */
export type FieldProblem = { path: string; message: string };

export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly fields: FieldProblem[];
  readonly retryAfterSeconds: number | undefined;

  /**
   * @param kind closed list above
   * @param detail words for the caller; must hold no health information and no secret
   */
  constructor(
    kind: ErrorKind,
    detail?: string,
    options: { fields?: FieldProblem[]; cause?: unknown; retryAfterSeconds?: number } = {},
  ) {
    super(detail ?? kind, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.kind = kind;
    this.fields = options.fields ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** True for an error raised on purpose; anything else is a defect and becomes a 500 with an id only. */
export const isAppError = (error: unknown): error is AppError => error instanceof AppError;
