import type { LastRun } from '../../../shared/pipeline/pipeline-view';
import { outcomeLabels } from '../../../shared/runs/row-state';
import { formatDayOfYear, formatExactMoment } from '../../components/format-date';
import { formatNumber } from '../../components/format-number';

type Kind = LastRun['kind'];

const doneWords: Readonly<Record<Kind, string>> = {
  invite: 'Invited',
  add: 'Added',
  move: 'Moved',
  reject: 'Rejected',
};
/** Of what did not simply happen: "Rejection: refused". */
const workWords: Readonly<Record<Kind, string>> = {
  invite: 'Invitation',
  add: 'Addition',
  move: 'Move',
  reject: 'Rejection',
};

/** "Invited", "Moved to Final", "Rejected"; where it was not simply done "Move to Final: unknown". */
export function toLastRunDeed({
  kind,
  toTitle,
  outcome,
}: Pick<LastRun, 'kind' | 'toTitle' | 'outcome'>): string {
  const to = toTitle === null ? '' : ` to ${toTitle}`;
  return outcome === 'done'
    ? `${doneWords[kind]}${to}`
    : `${workWords[kind]}${to}: ${outcomeLabels[outcome].toLowerCase()}`;
}

/** "Moved to Final, 21 Mar"; "none" where this app has sent nothing for the person. */
export function toLastRunWords(lastRun: LastRun | null, nowMs: number): string {
  return lastRun === null ? 'none' : `${toLastRunDeed(lastRun)}, ${formatDayOfYear(lastRun.atMs, nowMs)}`;
}

/** "Moved to Final in run 14, 21 Mar, 14:52:31. Opens this run": for who points at it. */
export function toLastRunHint(lastRun: LastRun, nowMs: number): string {
  return `${toLastRunDeed(lastRun)} in run ${formatNumber(lastRun.runNumber)}, ${formatExactMoment(lastRun.atMs, nowMs)}. Opens this run`;
}
