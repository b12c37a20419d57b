import type { Problem } from '../wire/messages.ts';

/** A request that is answered with a `Problem`. Thrown where a request cannot be read, and caught by the app alone. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: Problem['error'];
  readonly statusCode: number;

  constructor(statusCode: number, code: Problem['error'], options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.statusCode = statusCode;
  }
}

/** The problem behind whatever went wrong with a request; one that nobody foresaw is the server's fault. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413) return new ProblemError(413, 'too-large', { cause: error });
  if (status >= 400 && status < 500) return new ProblemError(status, 'malformed', { cause: error });
  return new ProblemError(500, 'server-error', { cause: error });
}
