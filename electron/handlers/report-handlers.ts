// report:* — the support report: made, shown whole, and saved exactly as it was shown.
import { randomUUID } from 'node:crypto';
import type { ParsedInput, RequestOutput } from '../../shared/ipc/contract';
import { makeReport } from '../report/make-report';
import { toFileNameTime } from '../workbooks/file-name-text';
import { writeWholeFile } from '../workbooks/whole-file';
import type { HandlerContext } from './handler-context';
import { saveFile } from './save-file';

/** The report that is on the screen. */
let shown: { readonly reportId: string; readonly text: string } | null = null;

export function makeSupportReport(context: HandlerContext): RequestOutput<'report:make'> {
  shown = { reportId: randomUUID(), text: makeReport(context, context) };
  return shown;
}

/** @throws Error for a report that is not the one on the screen. */
export async function saveSupportReport(
  context: HandlerContext,
  { reportId }: ParsedInput<'report:save'>,
): Promise<RequestOutput<'report:save'>> {
  const report = shown;
  if (report?.reportId !== reportId) throw new Error('Another report is on the screen.');
  const fileName = `Flowmingo Batch support report ${toFileNameTime(Date.now())}.json`;
  return saveFile(context, { fileName, format: 'json' }, async (filePath) => {
    await writeWholeFile(filePath, (file) => file.writeFile(report.text, 'utf8'));
    return report.text.split('\n').length - 1;
  });
}
