import type { HandOverWork } from '../../worker/hand-over-session';
import { firstRowsCount } from '../last-look/last-look-words';
import type { NewBatchState } from './new-batch-state';

/** What is chosen about a batch besides its rows, as its file has it. */
export function toHandOverWork({
  use,
  order,
  place,
}: Pick<NewBatchState, 'use' | 'order' | 'place'>): HandOverWork {
  if (use !== 'invite') return { operation: use, place };
  const { target, sendInvite, message, nameFallback, settings, startsWithFirst } = order;
  return {
    operation: 'invite',
    target,
    sendInvite,
    message,
    ...(nameFallback === undefined ? {} : { nameFallback }),
    settings,
    firstRows: startsWithFirst ? firstRowsCount : null,
  };
}
