import { tooLargeToHandOver } from '../../../shared/hand-over/pack-batch-file';
import { bridge } from '../../bridge';
import type { HandOverWork } from '../../worker/hand-over-session';
import type { WorkerClient } from '../../worker/worker-client';

/** What "Hand over as a file" came to. */
export type HandedOverFile =
  | { readonly kind: 'saved'; readonly fileName: string; readonly savedId: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly sentence: string };

/** Packs the batch that the worker holds, asks where to save it, and hands its bytes over. @throws BridgeFailure, WorkerStopped. */
export async function saveHandOver(
  sheet: WorkerClient,
  batchName: string,
  work: HandOverWork,
): Promise<HandedOverFile> {
  const packed = await sheet.ask('packHandOver', batchName, work);
  if (packed.kind === 'too-large') return { kind: 'refused', sentence: tooLargeToHandOver };
  const { sizeBytes } = packed;
  const begun = await bridge.ask('handover:begin-save', { batchName, sizeBytes });
  if (begun.kind === 'cancelled') return begun;
  for (let offset = 0; ; ) {
    const bytes = await sheet.ask('handOverBytes', offset);
    const answer = await bridge.ask('handover:add-bytes', { saveId: begun.saveId, offset, bytes });
    if (answer.kind === 'saved') return answer;
    offset = answer.heldBytes;
  }
}
