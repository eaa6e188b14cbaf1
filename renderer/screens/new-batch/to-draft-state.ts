import { type DraftState, type DraftStep, draftSteps } from '../../../shared/drafts/draft';
import type { KeptWork } from '../../worker/session-types';
import { hasTarget, type NewBatchState, type NewBatchStep } from './new-batch-state';

/** Work on a pipeline is compared with the pipeline anew when it is gone on with, so it begins at the file again. */
function toDraftStep(step: NewBatchStep): DraftStep {
  return draftSteps.find((kept) => kept === step) ?? 'preview';
}

/** What is kept of a batch in the making: the wizard's part and the worker's. */
export function toDraftState(
  { step, order, use, place }: NewBatchState,
  { sheet, peopleCount, changeCount }: KeptWork,
  workspaceId: string | null,
): DraftState {
  return {
    formatVersion: 1,
    // Somebody who looks for another file has not given this one up.
    step: toDraftStep(step),
    sheet,
    order: {
      target: order.target,
      sendInvite: order.sendInvite,
      message: order.message,
      ...(order.nameFallback === undefined ? {} : { nameFallback: order.nameFallback }),
      settings: order.settings,
      startsWithFirst: order.startsWithFirst,
      ...(order.targetLater === true ? { targetLater: true } : {}),
    },
    ...(use === 'invite' ? {} : { pipeline: { use, place, workspaceId } }),
    workspaceId: hasTarget(order) ? workspaceId : null,
    peopleCount,
    changeCount,
  };
}
