import { formatDay } from '../../components/format-date';
import type { RecallView } from '../../worker/session-types';

/** More headers than this are counted, not named. */
const mostNamed = 3;

function named(headers: readonly string[]): string {
  const shown = headers.slice(0, mostNamed).map((header) => `“${header}”`);
  const rest = headers.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

/** "Columns as last time, 12 March 2026." */
export function appliedSentence({ name, lastUsedAtMs }: RecallView): string {
  return name === null
    ? `Columns as last time, ${formatDay(lastUsedAtMs)}.`
    : `Columns as in “${name}”, last used ${formatDay(lastUsedAtMs)}.`;
}

/** What differs from the header of last time: which columns are gone, which are new. */
export function offeredSentence(view: Extract<RecallView, { kind: 'offered' }>): string {
  const { name, lastUsedAtMs, missing, added } = view;
  const like = name === null ? `the ones of ${formatDay(lastUsedAtMs)}` : `“${name}”`;
  const parts = [
    ...(missing.length === 0 ? [] : [`${named(missing)} ${missing.length === 1 ? 'is' : 'are'} missing`]),
    ...(added.length === 0 ? [] : [`${named(added)} ${added.length === 1 ? 'is' : 'are'} new`]),
  ];
  const difference =
    parts.length === 0 ? 'their order is another, and two have the same name' : parts.join(', ');
  return `These columns are nearly ${like}: ${difference}.`;
}
