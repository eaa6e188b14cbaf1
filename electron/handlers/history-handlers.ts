// history:* — search, stories, deletion and how long runs are kept.
import type { ParsedInput, RequestOutput } from '../../shared/ipc/contract';
import { readHistoryExport } from '../history/history-export';
import { toHistoryFileName, writeHistory } from '../workbooks/write-history';
import type { HandlerContext } from './handler-context';
import { saveFile } from './save-file';

export function searchHistory(
  { history }: HandlerContext,
  { text, filter }: ParsedInput<'history:search'>,
): RequestOutput<'history:search'> {
  return history.search(text, filter);
}

export function getStory(
  { history }: HandlerContext,
  { person }: ParsedInput<'history:get-story'>,
): RequestOutput<'history:get-story'> {
  return history.readStory(person);
}

export function getRunFacts(
  { history }: HandlerContext,
  { runId }: ParsedInput<'history:get-run'>,
): RequestOutput<'history:get-run'> {
  return history.readRunFacts(runId);
}

export function describeDeletion(
  { history }: HandlerContext,
  { runId }: ParsedInput<'history:describe-deletion'>,
): RequestOutput<'history:describe-deletion'> {
  return history.describeDeletion(runId);
}

export function deleteRun(
  { history }: HandlerContext,
  { runId }: ParsedInput<'history:delete-run'>,
): RequestOutput<'history:delete-run'> {
  return history.deleteRun(runId);
}

export function bringBackRun(
  { history }: HandlerContext,
  { runId }: ParsedInput<'history:bring-back-run'>,
): RequestOutput<'history:bring-back-run'> {
  return history.bringBackRun(runId);
}

export function getRetention({ history }: HandlerContext): RequestOutput<'history:get-retention'> {
  return { keepMonths: history.getKeepMonths() };
}

export function previewRetention(
  { history }: HandlerContext,
  { keepMonths }: ParsedInput<'history:preview-retention'>,
): RequestOutput<'history:preview-retention'> {
  return history.previewKeepMonths(keepMonths);
}

export async function setRetention(
  { history }: HandlerContext,
  { keepMonths }: ParsedInput<'history:set-retention'>,
): Promise<RequestOutput<'history:set-retention'>> {
  return history.setKeepMonths(keepMonths);
}

export async function exportHistory(
  context: HandlerContext,
  { format, ...question }: ParsedInput<'history:export'>,
): Promise<RequestOutput<'history:export'>> {
  const exported = readHistoryExport(context, question);
  const fileName = toHistoryFileName(exported, format);
  const { exportDates } = context.ledger.settings.get();
  return saveFile(context, { fileName, format }, (filePath) =>
    writeHistory(filePath, format, exported, Date.now(), exportDates),
  );
}
