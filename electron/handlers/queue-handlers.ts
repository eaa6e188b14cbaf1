// batches:*-ready and queue:* — batches that are ready, their order, and running them. Checks the typed number before anything is ordered.
import type { ReadyBatch } from '../../shared/batches/ready-batch';
import { AppError } from '../../shared/errors/app-error';
import { parseTypedNumber } from '../../shared/operations/typed-number';
import type { RequestHandlers } from '../shell/ipc-router';
import type { HandlerContext } from './handler-context';

type QueueChannel =
  | 'batches:keep-ready'
  | 'batches:choose-target'
  | 'batches:rename-ready'
  | 'batches:copy-ready'
  | 'batches:delete-ready'
  | 'batches:bring-back-ready'
  | 'batches:change-ready'
  | 'history:find-same-file'
  | Extract<keyof RequestHandlers, `queue:${string}`>;

/** The handlers, bound to their context. */
export function createQueueHandlers(context: HandlerContext): Pick<RequestHandlers, QueueChannel> {
  const { ledger, queue, drafts, workspaces, queueLook } = context;
  const { ready } = ledger;
  /** Draft and ready batch are one thing in two lists. */
  const changed = () => {
    queue.changed();
    context.pushDraftsChanged();
  };
  const answer = (batchId: string): { batch: ReadyBatch } => {
    changed();
    return { batch: ready.get(batchId) };
  };
  const needDraft = (batchId: string): string => {
    const { draftId } = ready.get(batchId);
    if (draftId === null) throw new AppError('batch/no-draft');
    return draftId;
  };
  return {
    'batches:keep-ready': ({ batchId, ...wanted }) => {
      ready.keep(batchId, wanted);
      return answer(batchId);
    },
    'batches:choose-target': ({ batchId, workspaceId, target }) => {
      workspaces.get(workspaceId);
      ready.chooseTarget(batchId, workspaceId, target);
      return answer(batchId);
    },
    'batches:rename-ready': ({ batchId, name }) => {
      ready.rename(batchId, name);
      return answer(batchId);
    },
    'batches:copy-ready': ({ batchId }) => {
      const draft = drafts.copy(needDraft(batchId));
      changed();
      return { draft };
    },
    'batches:delete-ready': ({ batchId }) => {
      ready.setDeleted(batchId, true);
      changed();
      return {};
    },
    'batches:bring-back-ready': ({ batchId }) => {
      ready.setDeleted(batchId, false);
      return answer(batchId);
    },
    'batches:change-ready': ({ batchId }) => {
      const draftId = needDraft(batchId);
      // One that cannot be read any more stays ready rather than becoming nothing.
      ledger.drafts.get(draftId);
      ready.takeBack(batchId);
      changed();
      return { draftId };
    },
    'queue:get': () => queue.view(),
    'queue:move': ({ batchId, toPlace }) => {
      ready.move(batchId, toPlace);
      queue.changed();
      return queue.view();
    },
    'queue:inspect': async ({ batchIds }) => {
      const inspections = [];
      for (const batchId of batchIds) {
        const inspection = await queueLook.inspect(batchId, false);
        ready.setFindings(batchId, inspection.findings);
        inspections.push(inspection);
      }
      queue.changed();
      return { inspections };
    },
    'queue:look-at-links': async ({ batchIds }) => ({ looks: await queueLook.lookAtLinks(batchIds) }),
    'queue:stop-links': () => {
      queueLook.stopLinks();
      return {};
    },
    'queue:run': ({ batches, goesOn, typedNumber }) => {
      checkNumber(
        context,
        batches.map(({ batchId }) => ready.get(batchId)),
        typedNumber,
      );
      queue.run(batches, goesOn);
      return queue.view();
    },
    'queue:stop': () => {
      queue.stop();
      return queue.view();
    },
    'queue:start-itself': ({ batchId, startsItself, looksAtLinks, typedNumber }) => {
      const batch = ready.get(batchId);
      if (startsItself) {
        if (batch.targetTitle === null) throw new AppError('batch/target-open');
        checkNumber(context, [batch], typedNumber);
        ready.setFindings(batchId, []);
        ready.setLooksAtLinks(batchId, looksAtLinks);
      }
      ready.setStartsItself(batchId, startsItself);
      const answered = answer(batchId);
      queue.wake();
      return answered;
    },
    'queue:connected': () => {
      queue.wake();
      return {};
    },
    'history:find-same-file': ({ workspaceId, hashes }) => ({
      runs: ledger.history.findSameFile(workspaceId, hashes),
    }),
  };
}

/** One number for all of them, of those whose number is asked for. @throws AppError `batch/wrong-number`. */
function checkNumber(
  { queueLook }: HandlerContext,
  batches: readonly ReadyBatch[],
  typedNumber: string | null,
): void {
  const counts = batches.map((batch) => ({ batch, count: queueLook.countSendable(batch) }));
  const expected = counts
    .filter(({ batch, count }) => queueLook.asksForNumber(batch, count))
    .reduce((sum, { count }) => sum + count, 0);
  if (expected > 0 && parseTypedNumber(typedNumber) !== expected)
    throw new AppError('batch/wrong-number', { expected });
}
