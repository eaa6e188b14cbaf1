// An expected failure, as opposed to a bug. Never carries a key, a person's data or technical text to the screen.
import type { ErrorCode } from './codes';

export type ErrorParams = Readonly<Record<string, string | number>>;

/** An expected failure: its code picks the sentence in codes.ts, its params fill it. */
export class AppError extends Error {
  override readonly name = 'AppError';
  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
    options?: { cause?: unknown },
  ) {
    super(code, options);
  }
}
