import type { BatchFileHead } from '../../../shared/hand-over/batch-file';
import { cleanMessage } from './clean-message';
import { newBatchStart, noTarget, type OrderInHand } from './new-batch-state';

/**
 * What a batch file begins with besides its rows. Its target is not among it: that is taken over once this workspace has been found
 * to have it.
 */
export function toHandedOverOrder(work: BatchFileHead['work']): OrderInHand {
  if (work.operation !== 'invite') return newBatchStart.order;
  const { sendInvite, message, settings, firstRows } = work;
  return {
    target: noTarget,
    sendInvite,
    message: message === null ? null : cleanMessage(message).message,
    settings,
    startsWithFirst: firstRows !== null,
  };
}
