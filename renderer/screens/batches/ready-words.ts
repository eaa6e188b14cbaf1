import type { QueueState, ReadyBatch } from '../../../shared/batches/ready-batch';
import { maxLinksPerLook } from '../../../shared/batches/to-link-findings';
import type { RunSummary } from '../../../shared/runs/progress';
import { formatCount, formatNumber } from '../../components/format-number';
import { toOperationWord } from '../../components/operation-words';

/** "Invite to Sales Assessment", "Move: shortlist.xlsx", or that the target is open. */
export function toWorkWords({
  operation,
  targetTitle,
}: Pick<ReadyBatch, 'operation' | 'targetTitle'>): string {
  if (targetTitle === null) return 'Invite, target still open';
  return operation === 'invite' ? `Invite to ${targetTitle}` : targetTitle;
}

/** "301 people get email", "46 people, no email", "14 people". */
export function toPeopleWords({
  operation,
  sendInvite,
  sendable,
}: Pick<ReadyBatch, 'operation' | 'sendInvite' | 'sendable'>): string {
  const people = formatCount(sendable, 'person', 'people');
  if (operation !== 'invite') return `${toOperationWord(operation)} ${people}`;
  return sendInvite ? `${people}, with email` : `${people}, no email`;
}

/** "of 318 rows, 3 first". */
export function toRowsWords({
  total,
  sendable,
  firstRows,
}: Pick<ReadyBatch, 'total' | 'sendable' | 'firstRows'>): string {
  const rows = total === sendable ? 'all rows' : `of ${formatCount(total, 'row')}`;
  return firstRows === null || firstRows >= sendable ? rows : `${rows}, ${formatNumber(firstRows)} first`;
}

/** How many of these batches stop after their first people, and what the others do meanwhile; null where none does. */
export function firstRowsWords(
  batches: readonly Pick<ReadyBatch, 'firstRows' | 'sendable'>[],
): string | null {
  const small = batches.filter(({ firstRows, sendable }) => firstRows !== null && firstRows < sendable);
  if (small.length === 0) return null;
  if (batches.length === 1)
    return `It sends to the first ${formatCount(small[0]?.firstRows ?? 0, 'person', 'people')} and waits for your look before the rest.`;
  const then = 'and waits for your look; the others go on meanwhile.';
  if (small.length === batches.length) return `Each sends to its first people ${then}`;
  if (small.length === 1) return `One of them sends to its first people ${then}`;
  return `${formatNumber(small.length)} of them send to their first people and wait for your look; the others go on meanwhile.`;
}

/** "Look at CV links, too: 280", or "200 of 1,240" where a look does not take them all; null where there are none. */
export function linksLabel(batches: readonly Pick<ReadyBatch, 'linkCount'>[]): string | null {
  const all = batches.reduce((sum, { linkCount }) => sum + linkCount, 0);
  const taken = batches.reduce((sum, { linkCount }) => sum + Math.min(linkCount, maxLinksPerLook), 0);
  if (all === 0) return null;
  return `Look at CV links, too: ${formatNumber(taken)}${taken === all ? '' : ` of ${formatNumber(all)}`}`;
}

/** Of runs that the queue, or somebody, has started small: how many wait for a look; '' for none. */
export function waitingForLookWords(runs: readonly Pick<RunSummary, 'state' | 'pauseReason'>[]): string {
  const count = runs.filter(
    ({ state, pauseReason }) => state === 'paused' && pauseReason === 'first-rows',
  ).length;
  return count === 0
    ? ''
    : `${formatCount(count, 'run waits', 'runs wait')} for your look at ${count === 1 ? 'its' : 'their'} first people.`;
}

/** "Run 3 ready batches". */
export function runAllLabel(count: number): string {
  return count === 1 ? 'Run the ready batch' : `Run ${formatNumber(count)} ready batches`;
}

/** Why the queue has stopped, and what that means. `name`: of the batch that it stopped at; `left`: how many are ready. */
export function stoppedWords(
  why: Extract<QueueState, { kind: 'stopped' }>['why'],
  name: string | null,
  left: number,
): { readonly title: string; readonly sentence: string } {
  const rest = left === 0 ? '' : ` ${formatCount(left, 'batch is', 'batches are')} still ready.`;
  const named = name === null ? 'A batch' : `“${name}”`;
  switch (why) {
    case 'asked':
      return { title: 'The queue is stopped.', sentence: `Nothing starts by itself now.${rest}` };
    case 'needs-look':
      return {
        title: `${named} needs your look, so the queue stopped.`,
        sentence: `Nothing of it was sent.${rest}`,
      };
    case 'cannot-ask':
      return {
        title: 'Flowmingo could not be asked, so the queue stopped.',
        sentence: `Nothing of ${name === null ? 'the next batch' : `“${name}”`} was sent.${rest}`,
      };
    case 'run-cancelled':
      return { title: 'You cancelled a run of the queue, so it stopped.', sentence: rest.trim() };
    case 'app-closed':
      return {
        title: 'The queue stopped when the app was closed.',
        sentence: `Nothing was started since.${rest}`,
      };
  }
}
