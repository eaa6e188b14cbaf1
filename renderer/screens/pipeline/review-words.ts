import type { PreparedPipeline } from '../../../shared/pipeline/prepared-pipeline';
import { formatCount, formatNumber } from '../../components/format-number';
import { toDoLabel } from '../../components/operation-words';

type Group = PreparedPipeline['groups'][number];

/** "Move 14 people?", "Make 9 changes?", or that there is nothing to be done. */
export function toReviewTitle({ operation, sendable, batchId }: PreparedPipeline): string {
  return batchId === null ? 'Nothing can be done here' : `${toDoLabel(operation, sendable)}?`;
}

/** "14 Screening → Final", "3 added to Backend Engineer, Screening", "31 rejected, from Interview". */
export function toGroupSentence({ kind, fromTitle, toTitle }: Group): string {
  switch (kind) {
    case 'move':
      return `${fromTitle ?? 'No stage'} → ${toTitle ?? 'no stage'}`;
    case 'add':
      return `added to ${toTitle ?? 'the project'}`;
    case 'reject':
      return `rejected, from ${fromTitle ?? 'no stage'}`;
  }
}

const meanings = {
  reject:
    'A rejection can’t be taken back. Somebody who was rejected can only be put back as a new application.',
  move: 'A move can be undone from its run, for everybody who has not been moved again by then.',
  add: 'Whoever is in that project already stays as they are. An addition has no undo: somebody who was added can only be rejected.',
} as const satisfies Record<Group['kind'], string>;

/** What it means, the heaviest first; one sentence for each kind of work in it. */
export function toMeaning({ groups }: Pick<PreparedPipeline, 'groups'>): readonly string[] {
  const kinds = new Set(groups.map(({ kind }) => kind));
  return (['reject', 'move', 'add'] as const).filter((kind) => kinds.has(kind)).map((kind) => meanings[kind]);
}

/** The same for an undo, where adding is putting somebody back. */
export function toUndoMeaning({ groups }: Pick<PreparedPipeline, 'groups'>): readonly string[] {
  const kinds = new Set(groups.map(({ kind }) => kind));
  return [
    ...(kinds.has('move') ? ['Who was moved on by somebody meanwhile is left where they are.'] : []),
    ...(kinds.has('add')
      ? [
          'A rejection can’t be taken back: these people are put back as new applications, in the stage that they were in.',
        ]
      : []),
  ];
}

/** "2 people are left out", and that only the first ones are listed where there are more. */
export function toConflictTitle({ conflictCount, conflicts }: PreparedPipeline): string {
  const all = `${formatCount(conflictCount, 'person is', 'people are')} left out`;
  return conflicts.length < conflictCount
    ? `${all}, of whom the first ${formatNumber(conflicts.length)}`
    : all;
}

/** "In Final already." A sentence has a stop. */
export function toConflictSentence(sentence: string): string {
  return sentence === '' || /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
