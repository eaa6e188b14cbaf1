// handover:* — batch files saved for a colleague, and the one that was opened by a double click. Their bytes are passed on as they are.
import path from 'node:path';
import { batchFileExtension } from '../../shared/hand-over/batch-file';
import type { ParsedInput, RequestOutput } from '../../shared/ipc/contract';
import { toFileNameText } from '../workbooks/file-name-text';
import type { HandlerContext } from './handler-context';
import { rememberSaved } from './save-file';

const fileKind = { name: 'Batch file', extension: batchFileExtension };

export async function beginSave(
  { batchFileSaver, filePicker, documentsFolder }: HandlerContext,
  { batchName, sizeBytes }: ParsedInput<'handover:begin-save'>,
): Promise<RequestOutput<'handover:begin-save'>> {
  const suggested = `${toFileNameText(batchName) || 'Batch'}.${batchFileExtension}`;
  const filePath = await filePicker.pickSavePath(path.join(documentsFolder, suggested), fileKind);
  if (filePath === null) return { kind: 'cancelled' };
  return { kind: 'saving', saveId: await batchFileSaver.begin(filePath, sizeBytes) };
}

export async function addBytes(
  { batchFileSaver }: HandlerContext,
  { saveId, offset, bytes }: ParsedInput<'handover:add-bytes'>,
): Promise<RequestOutput<'handover:add-bytes'>> {
  const { heldBytes, savedPath } = await batchFileSaver.add(saveId, offset, bytes);
  if (savedPath === null) return { kind: 'taken', heldBytes };
  return { kind: 'saved', fileName: path.basename(savedPath), savedId: rememberSaved(savedPath) };
}

export function takeOpened({ openedBatchFiles }: HandlerContext): RequestOutput<'handover:take-opened'> {
  return { file: openedBatchFiles.take() };
}

export async function readOpened(
  { openedBatchFiles }: HandlerContext,
  { openedId, offset }: ParsedInput<'handover:read-opened'>,
): Promise<RequestOutput<'handover:read-opened'>> {
  return openedBatchFiles.read(openedId, offset);
}
