// The name that is proposed for a results file.
import type { RunSummary } from '../../shared/runs/progress';
import { toFileNameText, toFileNameTime } from './file-name-text';
import type { ResultsFormat } from './write-results';

/** "Graduate fair Hanoi – results 2026-03-21 14.55.xlsx", in local time. */
export function toResultsFileName(summary: RunSummary, format: ResultsFormat): string {
  const time = toFileNameTime(summary.finishedAtMs ?? summary.startedAtMs ?? summary.createdAtMs);
  return `${toFileNameText(summary.batchName) || 'Run'} – results ${time}.${format}`;
}
