import type { RunCause } from '../../../shared/runs/progress';
import { formatNumber } from '../../components/format-number';

/** What stands behind the number: "were not sent.", "looked up: nothing had happened." */
export function toNotSentSentence({ causeCode, title, count }: RunCause): string {
  if (causeCode === 'not-sent') return count === 1 ? 'was not sent to.' : 'were not sent to.';
  return `${title.charAt(0).toLowerCase()}${title.slice(1)}.`;
}

/** The button, with the number that it sends to. */
export function toNotSentLabel({ causeCode, repeatableCount }: RunCause): string {
  const count = formatNumber(repeatableCount);
  if (causeCode !== 'not-sent') return repeatableCount === 1 ? 'Send this 1' : `Send these ${count}`;
  return repeatableCount === 1 ? 'Send the 1 that was not sent' : `Send the ${count} that were not sent`;
}
