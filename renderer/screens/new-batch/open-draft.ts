import type { RequestOutput } from '../../../shared/ipc/contract';
import { noTarget } from '../../../shared/operations/invite-target';
import { bridge } from '../../bridge';
import type { WorkerClient } from '../../worker/worker-client';
import { hasTarget, noPlace, type OpenedDraft, type OrderInHand } from './new-batch-state';

/** A draft as the main process gives it: not its bytes, and not its journal. */
export type StoredDraft = RequestOutput<'drafts:open'>;

/** What could not be brought back, in a sentence for the screen. The draft stays as it is. */
export class DraftNotOpened extends Error {
  override readonly name = 'DraftNotOpened';
}

/** Reads the kept bytes, told how far it is (0 to 1). @throws BridgeFailure. */
export async function readDraftFile(
  { draft, source }: StoredDraft,
  onReading: (fraction: number) => void,
): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let offset = 0; offset < source.sizeBytes; ) {
    const { bytes } = await bridge.ask('drafts:read-bytes', { draftId: draft.draftId, offset });
    pieces.push(bytes);
    offset += bytes.length;
    onReading(offset / source.sizeBytes);
  }
  return new Blob(pieces);
}

/**
 * Opens the file in the worker and does everything again that was done to it.
 * @throws DraftNotOpened with the sentence, BridgeFailure, WorkerStopped.
 */
export async function openDraft(
  sheet: WorkerClient,
  stored: StoredDraft,
  bytes: Blob,
  workspaceId: string | null,
): Promise<OpenedDraft> {
  const { source, state } = stored;
  const opened = await sheet.ask('open', bytes, source.fileName, state.sheet.reading ?? {});
  const blocking = opened.notices.find((notice) => notice.blocking);
  if (opened.table === null || blocking !== undefined)
    throw new DraftNotOpened(blocking?.message ?? 'We found no rows in its file.');
  const work = await sheet.ask('keptWork');
  if (work?.source.sha256 !== source.sha256)
    throw new DraftNotOpened(
      `This is another file than the one you worked on, or it was changed since. Your changes were made to ${source.fileName} as it was. Nothing of them is lost; choose that file.`,
    );
  const file = await sheet.ask('restoreChoices', state.sheet);
  await restoreChanges(sheet, stored);
  const columns = state.sheet.mapping === null ? null : await sheet.ask('columns');
  const order = toOrder(stored, workspaceId);
  const isChecked = state.step !== 'preview' && state.step !== 'map-columns' && columns?.canInvite === true;
  const { setId, projectId } = order.target;
  const check = !isChecked
    ? null
    : await sheet.ask('chooseTarget', hasTarget(order) ? { setId, projectId } : null);
  return { step: state.step, file, columns, check, order, work: toWork(stored, workspaceId) };
}

async function restoreChanges(sheet: WorkerClient, { draft, state }: StoredDraft): Promise<void> {
  const { journalId, partCount } = state.sheet.changes;
  const { draftId } = draft;
  await sheet.ask('restoreChanges', journalId, []);
  for (let fromPart = 0; fromPart < partCount; ) {
    const { parts } = await bridge.ask('drafts:read-changes', { draftId, journalId, fromPart });
    if (parts.length === 0)
      throw new DraftNotOpened(
        `Some of what you changed in ${draft.name} is not here any more. The draft was left as it is, and nothing was sent. Open its file again.`,
      );
    await sheet.ask('restoreChanges', journalId, parts.slice(0, partCount - fromPart));
    fromPart += parts.length;
  }
}

/** What the sheet is for besides inviting; a place counts in its own workspace alone. */
function toWork({ state: { pipeline } }: StoredDraft, workspaceId: string | null): OpenedDraft['work'] {
  if (pipeline === undefined) return null;
  return { use: pipeline.use, place: pipeline.workspaceId === workspaceId ? pipeline.place : noPlace };
}

/** The target counts in its own workspace alone; another has other lists. */
function toOrder(
  { state: { order, workspaceId: chosenIn } }: StoredDraft,
  workspaceId: string | null,
): OrderInHand {
  if (chosenIn === null || chosenIn === workspaceId) return order;
  return { ...order, target: noTarget, sendInvite: null };
}
