// The number that a recruiter types before something is sent in production, or before many people are rejected or moved.
// The window and the main process judge it alike.
import type { Environment } from '../workspaces/workspace';
import type { OperationKind } from './operation-kind';

/** Rejecting can't be taken back, and moving many is much to undo: from one more on, the number is asked for everywhere. */
const mostUnasked: Readonly<Record<OperationKind, number>> = {
  invite: Number.POSITIVE_INFINITY,
  add: 100,
  move: 100,
  reject: 30,
  changes: 30,
};

/** Whether `count` rows of this operation go only after their number was typed. */
export function asksForTypedNumber(
  environment: Environment,
  operation: OperationKind,
  count: number,
): boolean {
  return environment === 'production' || count > mostUnasked[operation];
}

/** The number in a text with any digit grouping ("1,204", "1 204", "1.204", "1’204"), or null where it is not one. */
export function parseTypedNumber(text: string | null): number | null {
  const digits = (text ?? '').trim().replace(/[\s.,'’\u00A0\u202F]/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
