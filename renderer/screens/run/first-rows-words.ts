import type { RunSummary } from '../../../shared/runs/progress';
import { formatCount, formatNumber } from '../../components/format-number';
import { toCountsSentence } from '../../components/run-words';
import { toProgress } from './run-sentences';

interface FirstRowsWords {
  readonly tone: 'done' | 'warning';
  readonly title: string;
  readonly sentence: string;
}

/** "The first 3 have come back. 2 done, 1 refused." Green only where every one of them is done or already there. */
export function toFirstRowsWords(run: Pick<RunSummary, 'total' | 'counts'>): FirstRowsWords {
  const { settled } = toProgress(run);
  const { done, alreadyThere, notSent } = run.counts;
  const isFine = done + alreadyThere === settled;
  const title =
    settled === 1 ? 'The first one has come back.' : `The first ${formatNumber(settled)} have come back.`;
  const came = toCountsSentence({ ...run.counts, skipped: 0, notSent: 0 });
  const rest = formatCount(notSent, 'other', 'others');
  return {
    tone: isFine ? 'done' : 'warning',
    title,
    sentence: isFine
      ? `${came}. Nothing more is sent until you send the rest.`
      : `${came}. See why before the same happens to the ${rest}: nothing more is sent until you say so.`,
  };
}
