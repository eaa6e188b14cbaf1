// Asks the person where to save and remembers where, so that the window never handles a path.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { ParsedInput, RequestOutput } from '../../shared/ipc/contract';
import type { HandlerContext } from './handler-context';

const kinds = {
  xlsx: { name: 'Excel workbook', extension: 'xlsx' },
  xlsm: { name: 'Excel workbook with macros', extension: 'xlsm' },
  xltx: { name: 'Excel template', extension: 'xltx' },
  xltm: { name: 'Excel template with macros', extension: 'xltm' },
  csv: { name: 'CSV file', extension: 'csv' },
  json: { name: 'Support report', extension: 'json' },
  tsv: { name: 'TSV file', extension: 'tsv' },
  txt: { name: 'Text file', extension: 'txt' },
} as const;
export type SavedFormat = keyof typeof kinds;

/** Paths saved in this session, by the id that the window knows. */
const savedPaths = new Map<string, string>();

/** `write` gets the chosen path and answers how many rows it wrote. */
export async function saveFile(
  { filePicker, documentsFolder }: HandlerContext,
  { fileName, format }: { readonly fileName: string; readonly format: SavedFormat },
  write: (filePath: string) => Promise<number>,
): Promise<RequestOutput<'results:save'>> {
  const filePath = await filePicker.pickSavePath(path.join(documentsFolder, fileName), kinds[format]);
  if (filePath === null) return { kind: 'cancelled' };
  const rowCount = await write(filePath);
  return { kind: 'saved', fileName: path.basename(filePath), savedId: rememberSaved(filePath), rowCount };
}

/** The id under which the window can ask to show it in its folder. */
export function rememberSaved(filePath: string): string {
  const savedId = randomUUID();
  savedPaths.set(savedId, filePath);
  return savedId;
}

/** Files saved in this session only. */
export function showInFolder(
  { filePicker }: HandlerContext,
  { savedId }: ParsedInput<'results:show-in-folder'>,
): Record<string, never> {
  const filePath = savedPaths.get(savedId);
  if (filePath !== undefined) filePicker.showInFolder(filePath);
  return {};
}
