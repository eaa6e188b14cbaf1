// What travels back over IPC: an answer or a failure by code. Never a stack, never technical text.
import { z } from 'zod';
import { type ErrorCode, errorCodes } from '../errors/codes';

export const failureSchema = z.strictObject({
  code: z.enum(errorCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Under this reference the technical text stands in the redacted log. */
  reference: z.string(),
});
export type Failure = z.infer<typeof failureSchema>;

export type Envelope<Output> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly error: Failure };

/** A failure as the wire carries it. */
export function toFailure(
  code: ErrorCode,
  params: Failure['params'],
  reference: string,
): { ok: false; error: Failure } {
  return { ok: false, error: { code, params, reference } };
}
