import { isPipelineKind } from '../../../../shared/operations/operation-kind';
import type { RunSummary } from '../../../../shared/runs/progress';
import type { PauseReason } from '../../../../shared/runs/run-state';
import { formatNumber } from '../../../components/format-number';
import { toDoneWord } from '../../../components/operation-words';

const reasons: Readonly<Record<PauseReason, string>> = {
  user: 'It is paused.',
  'app-closed': 'The app was closed.',
  'first-rows': 'The first ones have come back.',
  'rate-limited': 'Flowmingo asked us to wait.',
  offline: 'The network was gone.',
  'auth-expired': 'Flowmingo no longer accepts its key.',
  'scope-missing': 'Its key may not invite people.',
  'target-gone': 'Flowmingo no longer has its set or project.',
  suspended: 'The computer was asleep.',
  'too-many-failures': 'Too many requests failed in a row.',
  'storage-error': 'The run history could not be written.',
  restored: 'It comes from a backup, and may have gone on since.',
};

/** Where an invitation's words would be wrong for work on a pipeline. */
const pipelineReasons: Readonly<Partial<Record<PauseReason, string>>> = {
  'scope-missing': 'Its key may not change the pipeline.',
  'target-gone': 'Flowmingo no longer has its project or stage.',
};

/** "“Graduate fair” stopped part way.", or that it only waits for somebody to look. */
export function toStoppedTitle({
  batchName,
  pauseReason,
}: Pick<RunSummary, 'batchName' | 'pauseReason'>): string {
  return pauseReason === 'first-rows'
    ? `“${batchName}” waits for your look.`
    : `“${batchName}” stopped part way.`;
}

/** Why a run stands still, and its people counted. "Nothing was sent twice" holds by the ledger, so it can be said. */
export function toStoppedSentence({
  state,
  pauseReason,
  total,
  counts,
  operation,
}: Pick<RunSummary, 'state' | 'pauseReason' | 'total' | 'counts' | 'operation'>): string {
  const isPipeline = isPipelineKind(operation);
  const reason =
    state === 'interrupted'
      ? 'The app was closed.'
      : ((isPipeline ? pipelineReasons[pauseReason ?? 'user'] : undefined) ?? reasons[pauseReason ?? 'user']);
  const parts = [
    `${formatNumber(counts.done)} of ${formatNumber(total)} are done`,
    ...(counts.unknown > 0
      ? [`${formatNumber(counts.unknown)} ${counts.unknown === 1 ? 'is' : 'are'} unknown`]
      : []),
    ...(counts.refused > 0
      ? [`${formatNumber(counts.refused)} ${counts.refused === 1 ? 'was' : 'were'} refused`]
      : []),
    `${formatNumber(counts.notSent)} ${counts.notSent === 1 ? 'has' : 'have'} not been ${isPipeline ? toDoneWord(operation) : 'sent'}`,
  ];
  return `${reason} ${parts.join(', ')}. Nothing was ${isPipeline ? 'done' : 'sent'} twice.`;
}

const forTheRunsScreen: ReadonlySet<PauseReason> = new Set([
  'scope-missing',
  'target-gone',
  'first-rows',
  'restored',
]);

/** What lets a stopped run go on: a press, a new key, or something that only the run's own screen can explain. */
export function waysOn({
  pauseReason,
}: Pick<RunSummary, 'pauseReason'>): 'go-on' | 'new-key' | 'see-the-run' {
  if (pauseReason === 'auth-expired') return 'new-key';
  if (pauseReason !== null && forTheRunsScreen.has(pauseReason)) return 'see-the-run';
  return 'go-on';
}
