import type { DraftSummary } from '../../../shared/drafts/draft';
import { bridge } from '../../bridge';
import { startSheetWorker } from '../../worker/start-sheet-worker';
import { type EndableWorker, WorkerClient } from '../../worker/worker-client';
import { askEarlierInvites } from './ask-earlier-invites';
import { noPlace } from './new-batch-state';
import { DraftNotOpened, openDraft, readDraftFile } from './open-draft';
import { type HandedOverFile, saveHandOver } from './save-hand-over';
import { toHandOverWork } from './to-hand-over-work';

/**
 * Hands a draft over as it is kept, without opening it on the screen: its file is read and its changes are made again in a worker
 * of its own. @throws BridgeFailure, WorkerStopped.
 */
export async function handOverDraft(
  { draftId, name }: Pick<DraftSummary, 'draftId' | 'name'>,
  startWorker: () => EndableWorker = startSheetWorker,
): Promise<HandedOverFile> {
  const stored = await bridge.ask('drafts:open', { draftId });
  if (stored.fileState !== 'whole')
    return {
      kind: 'refused',
      sentence: `The copy of ${stored.source.fileName} that we kept is gone or damaged. No file was made. Go on with the draft and choose that file again.`,
    };
  const sheet = new WorkerClient(startWorker);
  try {
    const { nameOrder, invitedAgainAfterDays } = await bridge.ask('app:get-settings', {});
    sheet.takeRules({ nameOrder, invitedAgainAfterDays });
    const { workspaceId } = stored.state;
    const bytes = await readDraftFile(stored, () => undefined);
    const { file, order } = await openDraft(sheet, stored, bytes, workspaceId);
    // Whom this computer has invited already, nobody else's app can know.
    const nobodyElse = () => undefined;
    if (workspaceId !== null) {
      await askEarlierInvites(sheet, workspaceId, () => true, nobodyElse);
      await sheet.ask('check');
    }
    const work = file.handedOver?.work ?? { operation: 'invite' };
    const place = work.operation === 'invite' ? noPlace : work.place;
    return await saveHandOver(sheet, name, toHandOverWork({ use: work.operation, order, place }));
  } catch (thrown) {
    if (thrown instanceof DraftNotOpened) return { kind: 'refused', sentence: thrown.message };
    throw thrown;
  } finally {
    sheet.stop();
  }
}
