import type { NotCheckedReason } from '../../../shared/operations/link-outcome';
import { notCheckedWords } from '../../../shared/operations/link-problem';
import { formatCount, formatNumber } from '../../components/format-number';
import type { LinkCounts } from '../../worker/session-types';

/** What a look at the links has found, in a sentence or two; null before the first. */
export function linkResultWords(
  { toCheck, checked, problems }: LinkCounts,
  notChecked: NotCheckedReason | null,
): string | null {
  if (checked === 0 && notChecked === null) return null;
  const found =
    checked === 0
      ? ''
      : problems === 0
        ? checked === 1
          ? 'The CV link answers.'
          : `All ${formatNumber(checked)} CV links that were checked answer.`
        : `${formatNumber(checked - problems)} of ${formatCount(checked, 'CV link')} ${checked - problems === 1 ? 'answers' : 'answer'} with a file.`;
  const left =
    toCheck === 0 || notChecked === null
      ? ''
      : `${formatNumber(toCheck)} ${toCheck === 1 ? 'was' : 'were'} not checked: ${notCheckedWords[notChecked]}.`;
  return [found, left].filter((words) => words !== '').join(' ');
}

/** The button: what it does, and to how many; null where nothing is left to do. */
export function linkButton({ toCheck, problems }: LinkCounts): { label: string; isAgain: boolean } | null {
  if (toCheck > 0) return { label: `Check ${formatCount(toCheck, 'link')}`, isAgain: false };
  if (problems > 0) return { label: `Check ${formatCount(problems, 'link')} again`, isAgain: true };
  return null;
}
