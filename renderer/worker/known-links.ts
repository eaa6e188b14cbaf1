// What a look at the file's CV links has found, and which are still to be looked at. It looks at nothing itself.
import { type CheckedLink, isCheckableLink, type LinkOutcome } from '../../shared/operations/link-outcome';
import type { CheckedRows } from './checked-rows';
import type { LinkCounts } from './session-types';

export class KnownLinks {
  /** Those that were looked at; a link that is typed in later is none of them. */
  readonly outcomes = new Map<string, LinkOutcome>();
  /** Those that have not had their turn in the check that goes on. */
  private waiting: string[] = [];

  /** A new check: of everything that was not looked at and, with `isAgain`, of what did not answer well. */
  begin(checked: CheckedRows, isAgain: boolean): void {
    if (isAgain)
      for (const [link, { kind }] of this.outcomes) if (kind !== 'answers') this.outcomes.delete(link);
    this.waiting = [...new Set(linksOf(checked))].filter((link) => !this.outcomes.has(link));
  }

  /** The next links, at most `count`; each has its turn once a check. */
  next(count: number): string[] {
    return this.waiting.splice(0, count);
  }

  add(checked: readonly CheckedLink[]): void {
    for (const { link, outcome } of checked)
      if (outcome.kind !== 'not-checked') this.outcomes.set(link, outcome);
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
