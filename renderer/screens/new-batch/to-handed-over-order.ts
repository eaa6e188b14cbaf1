import type { BatchFileHead } from '../../../shared/hand-over/batch-file';
import { cleanMessage } from '../../../shared/messages/clean-message';
import { defaultMessage } from '../../../shared/messages/default-message';
import { noTarget } from '../../../shared/operations/invite-target';
import { newBatchStart, type OrderInHand } from './new-batch-state';

/**
 * What a batch file begins with besides its rows. Its target is not among it: that is taken over once this workspace has been found
 * to have it.
 */
export function toHandedOverOrder(work: BatchFileHead['work']): OrderInHand {
  if (work.operation !== 'invite') return newBatchStart.order;
  const { sendInvite, message, nameFallback, settings, firstRows } = work;
  return {
    target: noTarget,
    sendInvite,
    // Without one the target step proposes ours, and what it shows has to be what is sent.
    message: message !== null ? cleanMessage(message).html : sendInvite ? defaultMessage : null,
    nameFallback,
    settings,
    startsWithFirst: firstRows !== null,
  };
}
