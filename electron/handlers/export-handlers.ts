// pipeline:export — a snapshot as a file.
import type { ParsedInput, RequestOutput } from '../../shared/ipc/contract';
import { readExport } from '../snapshots/read-export';
import { toPipelineFileName } from '../workbooks/pipeline-file-name';
import { writeApplicationsCsv } from '../workbooks/write-pipeline-csv';
import { writePipelineXlsx } from '../workbooks/write-pipeline-xlsx';
import type { HandlerContext } from './handler-context';
import { saveFile } from './save-file';

/** A workbook, or the applications alone as CSV. */
export async function exportPipeline(
  context: HandlerContext,
  { format, ...question }: ParsedInput<'pipeline:export'>,
): Promise<RequestOutput<'pipeline:export'>> {
  const { ledger, workspaces } = context;
  await ledger.people.takeOverAnswers();
  const exported = readExport(
    {
      snapshots: ledger.snapshots,
      reads: ledger.pipelineReads,
      exports: ledger.pipelineExports,
      workspaceOf: workspaces.get,
    },
    question,
  );
  return await saveFile(context, { fileName: toPipelineFileName(exported, format), format }, (filePath) =>
    format === 'xlsx'
      ? writePipelineXlsx(filePath, exported, Date.now(), ledger.settings.get().exportDates)
      : writeApplicationsCsv(filePath, exported),
  );
}
