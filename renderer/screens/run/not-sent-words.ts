import { isPipelineKind, type OperationKind } from '../../../shared/operations/operation-kind';
import type { RunCause } from '../../../shared/runs/progress';
import { formatNumber } from '../../components/format-number';
import { toRestLabel } from '../../components/operation-words';

/** Why they were not sent to, where that says more than that they were not. */
export function toNotSentReason({ causeCode, title }: RunCause): string | null {
  return causeCode === 'not-sent' ? null : `${title}.`;
}

/** The button, with the number that it sends to. */
export function toNotSentLabel({ causeCode, repeatableCount }: RunCause, operation: OperationKind): string {
  if (isPipelineKind(operation)) return toRestLabel(operation, repeatableCount);
  const count = formatNumber(repeatableCount);
  if (causeCode !== 'not-sent') return repeatableCount === 1 ? 'Send this 1' : `Send these ${count}`;
  return repeatableCount === 1 ? 'Send the 1 that was not sent' : `Send the ${count} that were not sent`;
}
