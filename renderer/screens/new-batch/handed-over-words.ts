import { formatCount, formatNumber } from '../../components/format-number';
import type { HandedOverView } from '../../worker/session-types';
import type { TargetFinding } from './use-handed-over-target';

/** "Prepared as “Graduate fair”: 312 people, 6 left out, from Anna’s list.xlsx." */
export function preparedSentence({
  batchName,
  sendCount,
  leftOutCount,
  sourceFileName,
}: HandedOverView): string {
  const leftOut = leftOutCount === 0 ? '' : `, ${formatNumber(leftOutCount)} left out`;
  return `Prepared as “${batchName}”: ${formatCount(sendCount, 'person', 'people')}${leftOut}, from ${sourceFileName}.`;
}

/** What is said of the target that the file names; null where there is nothing to say. */
export function targetSentence({ work }: HandedOverView, finding: TargetFinding): string | null {
  if (work.operation !== 'invite') return null;
  const { setTitle, setId, projectTitle, projectId } = work.target;
  const title = setId !== null ? (setTitle ?? setId) : (projectTitle ?? projectId);
  const named = `${setId !== null ? 'the interview set' : 'the project'} “${title}”`;
  switch (finding) {
    case 'missing':
      return `It names ${named}, which this workspace does not have in full. Choose where people are invited to.`;
    case 'not-read':
      return `It names ${named}. Whether this workspace has it could not be looked up now.`;
    case 'ids-only':
      return `It names ${named} by its ID. This key may not read the lists, so look whether that is right.`;
    default:
      return null;
  }
}
