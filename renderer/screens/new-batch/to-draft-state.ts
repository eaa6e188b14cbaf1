import type { DraftState } from '../../../shared/drafts/draft';
import type { KeptWork } from '../../worker/session-types';
import type { NewBatchState, OrderDraft } from './new-batch-state';

/** Whether a target is chosen, so that it matters in which workspace. */
export function hasTarget({ target }: Pick<OrderDraft, 'target'>): boolean {
  return target.setId !== null || target.projectId !== null;
}

/** What is kept of a batch in the making: the wizard's part and the worker's. */
export function toDraftState(
  { step, order }: NewBatchState,
  { sheet, peopleCount, changeCount }: KeptWork,
  workspaceId: string | null,
): DraftState {
  return {
    formatVersion: 1,
    // Somebody who looks for another file has not given this one up.
    step: step === 'open-file' ? 'preview' : step,
    sheet,
    order: {
      target: order.target,
      sendInvite: order.sendInvite,
      message: order.message,
      settings: order.settings,
      startsWithFirst: order.startsWithFirst,
    },
    workspaceId: hasTarget(order) ? workspaceId : null,
    peopleCount,
    changeCount,
  };
}
