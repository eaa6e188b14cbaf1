// Whether a look-up of somebody without a clear answer was brought to its end, or a death (or a pause) came in between. Asks nobody.
import type { UnsurePerson } from '../../shared/runs/unsure';

/** Only the second look may say that a request was not processed (look-ups.ts). */
const looksNeeded = 2;

/**
 * Nobody has decided, and since the last try for this person nobody has looked, or only once although a second look may say more.
 * A look that Flowmingo did not answer is none.
 */
export function needsLook({ decision, sentAtMs, evidence }: UnsurePerson): boolean {
  if (decision !== null) return false;
  const looks = (evidence?.looksAtMs ?? []).filter((atMs) => atMs >= sentAtMs).length;
  if (looks === 0) return true;
  return looks < looksNeeded && evidence !== null && mayBeClearerLater(evidence.obstacle);
}

/** With other obstacles a second look finds no more than the first. */
export function mayBeClearerLater(obstacle: NonNullable<UnsurePerson['evidence']>['obstacle']): boolean {
  return obstacle === null || obstacle === 'list-lags' || obstacle === 'no-answer';
}
