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
  if (sendable === 0) return 'Nothing can be done for any of these people';
  if (unchangedCount !== null) {
    const asTheyWere = unchangedCount === 1 ? 'it was' : 'they were';
    const unchanged = unchangedCount === 0 ? '' : `, ${formatCount(unchangedCount, 'row')} as ${asTheyWere}`;
    return `${formatCount(sendable, 'change')}${unchanged}`;
  }
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

/** One line of the review without its number: "Move from Screening to Final". */
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

const meanings = {
  reject:
    'A rejection can’t be taken back. A rejected person can only be put back as a new application, without the score of the old one.',
  move: 'A move can be undone from its run, for everybody whom nobody has moved again by then.',
  add: 'Whoever is in that project already stays as they are. An addition has no undo: somebody who was added can only be rejected.',
} as const satisfies Record<Group['kind'], string>;

/** What it means, the heaviest first; one sentence for each kind of work in it. Nothing where nothing would be done. */
export function reviewMeaning(
  { groups }: Pick<PreparedPipeline, 'groups'>,
  environment: Environment,
): readonly string[] {
  const kinds = new Set(groups.map(({ kind }) => kind));
  const sentences = (['reject', 'move', 'add'] as const)
    .filter((kind) => kinds.has(kind))
    .map((kind) => meanings[kind]);
  return withPractice(sentences, environment);
}

/** The same for an undo, where adding is putting somebody back. */
export function undoMeaning(
  { groups }: Pick<PreparedPipeline, 'groups'>,
  environment: Environment,
): readonly string[] {
  const kinds = new Set(groups.map(({ kind }) => kind));
  const sentences = [
    ...(kinds.has('move') ? ['Who was moved on by somebody meanwhile is left where they are.'] : []),
    ...(kinds.has('add')
      ? [
          'A rejection can’t be taken back: these people are put back as new applications, in the stage that they were in.',
        ]
      : []),
  ];
  return withPractice(sentences, environment);
}

function withPractice(sentences: readonly string[], environment: Environment): readonly string[] {
  return sentences.length === 0 || environment !== 'practice'
    ? sentences
    : ['This is practice: nobody real is concerned.', ...sentences];
}

/** "Type 31 to reject these people": what follows the number. */
export function typedLabel(
  { operation }: Pick<PreparedPipeline, 'operation'>,
  environment: Environment,
): string {
  const where = environment === 'production' ? ' in production' : '';
  switch (operation) {
    case 'add':
      return `to add these people${where}`;
    case 'move':
      return `to move these people${where}`;
    case 'reject':
      return `to reject these people${where}`;
    default:
      return `to make these changes${where}`;
  }
}

/** The heading over those who stay as they are. */
export function conflictsHeading(conflictCount: number): string {
  return `${formatCount(conflictCount, 'person is', 'people are')} left out`;
}

/** "In Final already." A sentence has a stop. */
export function conflictSentence(sentence: string): string {
  return sentence === '' || /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** Said under the list where it does not show all of them; null where it does. */
export function moreConflicts(shown: number, conflictCount: number): string | null {
  const rest = conflictCount - shown;
  return rest <= 0 ? null : `${formatNumber(rest)} more are in the results of the run.`;
}
