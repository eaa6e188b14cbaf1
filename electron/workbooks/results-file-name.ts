// The name that is proposed for a results file. Never one that an operating system refuses.
import type { RunSummary } from '../../shared/runs/progress';
import type { ResultsFormat } from './write-results';

/** 100 characters leave room for the folder in the 260 that Windows allows. */
const maxNameLength = 100;

/** "Graduate fair Hanoi – results 2026-03-21 14.55.xlsx", in local time. */
export function toResultsFileName(summary: RunSummary, format: ResultsFormat): string {
  const at = new Date(summary.finishedAtMs ?? summary.startedAtMs ?? summary.createdAtMs);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}.${two(at.getMinutes())}`;
  const name = summary.batchName
    .replace(/[\u0000-\u001F<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, maxNameLength);
  return `${name === '' ? 'Run' : name} – results ${day}.${format}`;
}
