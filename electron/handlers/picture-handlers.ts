// pictures:save — a chart that the window drew, written where the person says. Writes PNG and nothing else.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../shared/errors/app-error';
import type { ParsedInput, RequestOutput } from '../../shared/ipc/contract';
import type { HandlerContext } from './handler-context';

/** The first eight bytes of every PNG (PNG specification, 5.2). */
const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Room for the folder in the 260 characters that Windows allows. */
const maxNameLength = 100;

/** @throws AppError `ipc/bad-request` where it is no PNG, `export/failed`. */
export async function savePicture(
  { documentsFolder, filePicker }: Pick<HandlerContext, 'documentsFolder' | 'filePicker'>,
  { title, pngParts }: ParsedInput<'pictures:save'>,
): Promise<RequestOutput<'pictures:save'>> {
  const bytes = Buffer.from(pngParts.join(''), 'base64');
  if (!bytes.subarray(0, pngSignature.length).equals(pngSignature)) throw new AppError('ipc/bad-request');
  const suggested = path.join(documentsFolder, `${toFileName(title)}.png`);
  const filePath = await filePicker.pickSavePath(suggested, { name: 'PNG picture', extension: 'png' });
  if (filePath === null) return { kind: 'cancelled' };
  try {
    await writeFile(filePath, bytes);
  } catch (error) {
    throw new AppError('export/failed', { why: error instanceof Error ? error.message : String(error) });
  }
  return { kind: 'saved', fileName: path.basename(filePath) };
}

function toFileName(title: string): string {
  const name = title
    .replace(/[\u0000-\u001F<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, maxNameLength);
  return name === '' ? 'Chart' : name;
}
