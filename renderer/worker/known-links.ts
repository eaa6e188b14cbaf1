// What a look at the file's CV links has found, and which are still to be looked at. It looks at nothing itself.
import { type CheckedLink, isCheckableLink, type LinkOutcome } from '../../shared/operations/link-outcome';
import type { CheckedRows } from './checked-rows';
import type { LinkCounts } from './session-types';

export class KnownLinks {
  /** Those that were looked at; a link that is typed in later is none of them. */
  readonly outcomes = new Map<string, LinkOutcome>();
  /** Had their turn in this check and were not looked at. */
  private readonly passedOver = new Set<string>();

  /** A new check. `isAgain`: also those that did not answer well are to be looked at once more. */
  begin(isAgain: boolean): void {
    this.passedOver.clear();
    if (!isAgain) return;
    for (const [link, { kind }] of this.outcomes) if (kind !== 'answers') this.outcomes.delete(link);
  }

  add(checked: readonly CheckedLink[]): void {
    for (const { link, outcome } of checked)
      if (outcome.kind === 'not-checked') this.passedOver.add(link);
      else this.outcomes.set(link, outcome);
  }

  /** Different links of people who may be sent, that have not had their turn; at most `count`. */
  next(checked: CheckedRows, count: number): string[] {
    const found = new Set<string>();
    for (const link of linksOf(checked)) {
      if (found.size === count) break;
      if (!this.outcomes.has(link) && !this.passedOver.has(link)) found.add(link);
    }
    return [...found];
  }

  count(checked: CheckedRows): LinkCounts {
    const links = new Set(linksOf(checked));
    let checkedCount = 0;
    let problemCount = 0;
    for (const link of links) {
      const outcome = this.outcomes.get(link);
      if (outcome === undefined) continue;
      checkedCount += 1;
      if (outcome.kind !== 'answers') problemCount += 1;
    }
    return { toCheck: links.size - checkedCount, checked: checkedCount, problems: problemCount };
  }
}

function* linksOf(checked: CheckedRows): Generator<string> {
  for (const row of checked.rows) {
    const link = row.person.cv_link;
    if (link !== null && checked.leftOutWhy(row) === null && isCheckableLink(link)) yield link;
  }
}
