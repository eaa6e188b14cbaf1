import type { PipelineRow } from '../../../shared/pipeline/pipeline-view';
import type { ChangeCounts, SnapshotProgress } from '../../../shared/pipeline/snapshot';
import { formatExactTime, formatSpokenDay } from '../../components/format-date';
import { formatCount, formatNumber } from '../../components/format-number';

const dayMs = 86_400_000;

/** Stages named in the sentence of changes; more would make it a list. */
const mostStagesNamed = 3;

/** "22 new, 14 moved to Final, 6 newly scored, 2 gone.", or that nothing has changed. */
export function toChangesSentence({ new: added, movedTo, newlyScored, gone }: ChangeCounts): string {
  const named = movedTo.slice(0, mostStagesNamed);
  const others = movedTo.slice(mostStagesNamed).reduce((sum, { count }) => sum + count, 0);
  const parts = [
    ...(added > 0 ? [`${formatNumber(added)} new`] : []),
    ...named.map(({ stageTitle, count }) => `${formatNumber(count)} moved to ${stageTitle ?? 'no stage'}`),
    ...(others > 0 ? [`${formatNumber(others)} moved to other stages`] : []),
    ...(newlyScored > 0 ? [`${formatNumber(newlyScored)} newly scored`] : []),
    ...(gone > 0 ? [`${formatNumber(gone)} gone`] : []),
  ];
  return parts.length === 0 ? 'nothing has changed.' : `${parts.join(', ')}.`;
}

const partWords: Readonly<Record<SnapshotProgress['part'], string>> = {
  'job-posts': 'job posts',
  'interview-sets': 'interview sets',
  projects: 'projects',
  stages: 'stages',
  applications: 'applications',
  submissions: 'interviews and scores',
};

/** "Reading applications, 200 of 530", or that Flowmingo asked for a wait. */
export function toReadingSentence(progress: SnapshotProgress | null): string {
  if (progress === null) return 'Asking Flowmingo';
  const { part, done, total, waitsUntilMs } = progress;
  if (waitsUntilMs !== null)
    return `Flowmingo asked us to wait. The reading goes on by itself at ${formatExactTime(waitsUntilMs)}`;
  const count = total === null ? formatNumber(done) : `${formatNumber(done)} of ${formatNumber(total)}`;
  return `Reading ${partWords[part]}, ${count}`;
}

/** "530 applications, read today at 08:31". */
export function toReadSentence(applicationCount: number, takenAtMs: number, nowMs: number): string {
  return `${formatCount(applicationCount, 'application')}, read ${formatSpokenDay(takenAtMs, nowMs)}`;
}

/** "019c5e…7f2a": both ends of an id, enough to find it again. */
export function shortenCandidateId(id: string): string {
  return id.length <= 13 ? id : `${id.slice(0, 6)}…${id.slice(-4)}`;
}

/** The person's name, else the address, else that the name is not known and whose it is. */
export function toRowName({
  name,
  email,
  candidateId,
  applicationId,
}: Pick<PipelineRow, 'name' | 'email' | 'candidateId' | 'applicationId'>): string {
  return name ?? email ?? `Name not known ${shortenCandidateId(candidateId ?? applicationId)}`;
}

/** "3 days", "at least 2 days", "1 day, from Screening", "today"; nothing where no two readings tell it. */
export function toInStageWords(inStage: PipelineRow['inStage'], nowMs: number): string {
  if (inStage === null) return '';
  const days = Math.max(0, Math.floor((nowMs - inStage.sinceMs) / dayMs));
  const from = inStage.fromTitle === null ? '' : `, from ${inStage.fromTitle}`;
  const length = days === 0 ? 'less than a day' : formatCount(days, 'day');
  if (!inStage.isExact) return days === 0 ? 'not known yet' : `at least ${length}`;
  return `${length}${from}`;
}

export const submissionWords: Readonly<Record<PipelineRow['submission'], string>> = {
  scored: 'Scored',
  waiting: 'Waiting for score',
  open: 'Not submitted',
  none: 'No interview',
};

/** "6.43", "none yet". */
export function toScoreWords(score: number | null): string {
  return score === null ? 'none yet' : score.toFixed(2);
}

/** "+14", "−1", nothing where it is as before or nobody knows. */
export function toDifference(now: number, before: number | null): string {
  if (before === null || now === before) return '';
  return now > before ? `+${formatNumber(now - before)}` : `−${formatNumber(before - now)}`;
}

/** "412 of 530 named". */
export function toNamedWords(named: number, of: number): string {
  return `${formatNumber(named)} of ${formatNumber(of)}`;
}
