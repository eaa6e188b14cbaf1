// results:* — asks the person where to save, writes the file, and remembers where, so that the window never handles a path.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { ParsedInput, RequestOutput } from '../../shared/ipc/contract';
import { toResultsFileName } from '../workbooks/results-file-name';
import { writeResults } from '../workbooks/write-results';
import type { HandlerContext } from './handler-context';

const kinds = {
  xlsx: { name: 'Excel workbook', extension: 'xlsx' },
  csv: { name: 'CSV file', extension: 'csv' },
} as const;

/** Paths saved in this session, by the id that the window knows. */
const savedPaths = new Map<string, string>();

export async function saveResults(
  context: HandlerContext,
  { runId, format }: ParsedInput<'results:save'>,
): Promise<RequestOutput<'results:save'>> {
  const results = { ...context.runs.readResults(runId), causes: context.runs.listCauses(runId) };
  const suggested = path.join(context.documentsFolder, toResultsFileName(results.summary, format));
  const filePath = await context.filePicker.pickSavePath(suggested, kinds[format]);
  if (filePath === null) return { kind: 'cancelled' };
  const { rowCount } = await writeResults(filePath, format, results);
  const savedId = randomUUID();
  savedPaths.set(savedId, filePath);
  return { kind: 'saved', fileName: path.basename(filePath), savedId, rowCount };
}

export function showInFolder(
  { filePicker }: HandlerContext,
  { savedId }: ParsedInput<'results:show-in-folder'>,
): Record<string, never> {
  const filePath = savedPaths.get(savedId);
  if (filePath !== undefined) filePicker.showInFolder(filePath);
  return {};
}
