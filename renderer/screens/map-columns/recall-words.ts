import { headerDifference, namedHeaders } from '../../../shared/mappings/header-difference';
import { formatDay } from '../../components/format-date';
import type { RecallView } from '../../worker/session-types';

/** "Columns as last time, 12 March 2026." Where columns of then are not here, that too. */
export function appliedSentence({
  name,
  lastUsedAtMs,
  missing,
}: Extract<RecallView, { kind: 'applied' }>): string {
  const as =
    name === null
      ? `Columns as last time, ${formatDay(lastUsedAtMs)}.`
      : `Columns as in “${name}”, last used ${formatDay(lastUsedAtMs)}.`;
  return missing.length === 0
    ? as
    : `${as} ${namedHeaders(missing)} ${missing.length === 1 ? 'is' : 'are'} missing here, so the rest is as proposed.`;
}

/** What differs from the header of last time: which columns are gone, which are new. */
export function offeredSentence(view: Extract<RecallView, { kind: 'offered' }>): string {
  const { name, lastUsedAtMs } = view;
  const like = name === null ? `the ones of ${formatDay(lastUsedAtMs)}` : `“${name}”`;
  return `These columns are nearly ${like}: ${headerDifference(view)}.`;
}
