import type { PreparedPipeline } from '../../../shared/pipeline/prepared-pipeline';
import type { Environment } from '../../../shared/workspaces/workspace';
import { formatCount, formatNumber } from '../format-number';

type Group = PreparedPipeline['groups'][number];
type Counted = Pick<PreparedPipeline, 'operation' | 'sendable' | 'conflictCount'>;

const people = (count: number): string => formatCount(count, 'person', 'people');

/** The largest words of the review: "14 changes, 516 rows as they were". `unchangedCount` null: there is nothing to compare with. */
export function reviewHeadline(
  { operation, sendable, conflictCount }: Counted,
  unchangedCount: number | null,
): string {
  if (sendable === 0 && conflictCount === 0) return 'Nothing to do: no row asks for a change';
  if (sendable === 0) return 'None of these rows can go as it is';
  const unchanged =
    unchangedCount === null || unchangedCount === 0
      ? ''
      : `, ${formatCount(unchangedCount, 'row')} as ${unchangedCount === 1 ? 'it was' : 'they were'}`;
  if (unchangedCount !== null) return `${formatCount(sendable, 'change')}${unchanged}`;
  switch (operation) {
    case 'add':
      return `${people(sendable)} to add`;
    case 'move':
      return `${people(sendable)} to move`;
    case 'reject':
      return `${people(sendable)} to reject`;
    default:
      return formatCount(sendable, 'change');
  }
}

/** The main button: the verb and the number. */
export function reviewStartLabel({ operation, sendable }: Counted): string {
  switch (operation) {
    case 'add':
      return `Add ${people(sendable)}`;
    case 'move':
      return `Move ${people(sendable)}`;
    case 'reject':
      return `Reject ${people(sendable)}`;
    default:
      return `Make ${formatCount(sendable, 'change')}`;
  }
}

/** One line of the review without its number: "From Screening to Final". */
export function groupText({ kind, fromTitle, toTitle }: Group): string {
  const from = fromTitle ?? 'no stage';
  switch (kind) {
    case 'add':
      return `Add to ${toTitle ?? 'the project'}`;
    case 'move':
      return `Move from ${from} to ${toTitle ?? 'no stage'}`;
    case 'reject':
      return `Reject, now in ${from}`;
  }
}

/** What can't be taken back, for these rows. */
export function noWayBack(groups: readonly Group[], environment: Environment): string {
  const rejected = groups.filter(({ kind }) => kind === 'reject').reduce((sum, { count }) => sum + count, 0);
  const practice = environment === 'practice' ? 'This is practice: nobody real is concerned. ' : '';
  if (rejected > 0)
    return `${practice}A rejection can’t be taken back. A rejected person can only be put back as a new application, without the score of the old one.`;
  return groups.some(({ kind }) => kind === 'add')
    ? `${practice}Flowmingo has no way to take somebody out of a pipeline again but to reject them.`
    : `${practice}Moves can be undone as long as nobody else has moved these people.`;
}

/** "Type 31 to reject these people." */
export function typedLabel({ operation }: Pick<Counted, 'operation'>): string {
  switch (operation) {
    case 'add':
      return 'to add these people';
    case 'move':
      return 'to move these people';
    case 'reject':
      return 'to reject these people';
    default:
      return 'to make these changes';
  }
}

/** The heading over the rows that stay. */
export function conflictsHeading(conflictCount: number): string {
  return `${formatCount(conflictCount, 'row')} left out`;
}

/** Said under the list where it does not show all of them; null where it does. */
export function moreConflicts(shown: number, conflictCount: number): string | null {
  const rest = conflictCount - shown;
  return rest <= 0 ? null : `${formatNumber(rest)} more are in the results of the run.`;
}
