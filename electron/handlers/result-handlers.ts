// results:* — what happened to each person of a run, as a file.
import type { ParsedInput, RequestOutput } from '../../shared/ipc/contract';
import { toResultsFileName } from '../workbooks/results-file-name';
import { writeResults } from '../workbooks/write-results';
import type { HandlerContext } from './handler-context';
import { saveFile } from './save-file';

export async function saveResults(
  context: HandlerContext,
  { runId, format }: ParsedInput<'results:save'>,
): Promise<RequestOutput<'results:save'>> {
  const results = { ...context.runs.readResults(runId), causes: context.runs.listCauses(runId) };
  const { exportDates } = context.ledger.settings.get();
  const fileName = toResultsFileName(results.summary, format);
  return await saveFile(context, { fileName, format }, async (filePath) => {
    const { rowCount } = await writeResults(filePath, format, results, exportDates);
    return rowCount;
  });
}
