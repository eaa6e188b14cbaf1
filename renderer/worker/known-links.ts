// What a look at the file's CV links has found, and which are still to be looked at. It looks at nothing itself.

import type { BatchRow } from '../../shared/operations/batch';
import { type CheckedLink, isCheckableLink, type LinkOutcome } from '../../shared/operations/link-outcome';
import type { CheckedRows } from './checked-rows';
import type { LinkCounts } from './session-types';

export class KnownLinks {
  /** Those that were looked at; a link that is typed in later is none of them. */
  readonly outcomes = new Map<string, LinkOutcome>();
  /** Those that have not had their turn in the check that goes on. */
  private waiting: string[] = [];
  /** Link → rows that have it, of the rows as they were counted last: after a change only changed rows are looked at. */
  private readonly times = new Map<string, number>();
  private countedRows: BatchRow[] = [];
  private countedOf: CheckedRows | null = null;

  /** A new check: of everything that was not looked at and, with `isAgain`, of what did not answer well. */
  begin(checked: CheckedRows, isAgain: boolean): void {
    if (isAgain)
      for (const [link, { kind }] of this.outcomes) if (kind !== 'answers') this.outcomes.delete(link);
    this.waiting = [...this.linksIn(checked)].filter((link) => !this.outcomes.has(link));
  }

  /** Different ones, in the order of the rows that had them first. */
  private linksIn(checked: CheckedRows): Iterable<string> {
    const links = new Set<string>();
    for (const row of checked.rows) {
      const link = linkOf(checked, row);
      if (link !== null) links.add(link);
    }
    return links;
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
    this.countIn(checked);
    let checkedCount = 0;
    let problemCount = 0;
    for (const [link, { kind }] of this.outcomes) {
      if (!this.times.has(link)) continue;
      checkedCount += 1;
      if (kind !== 'answers') problemCount += 1;
    }
    return { toCheck: this.times.size - checkedCount, checked: checkedCount, problems: problemCount };
  }

  /** Counts the rows that are others than at the last time. */
  private countIn(checked: CheckedRows): void {
    const { rows } = checked;
    if (this.countedOf !== checked) {
      this.countedOf = checked;
      this.countedRows = [];
      this.times.clear();
    }
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index];
      const before = this.countedRows[index];
      if (row === undefined || row === before) continue;
      this.countedRows[index] = row;
      const link = linkOf(checked, row);
      const linkBefore = before === undefined ? null : linkOf(checked, before);
      if (link === linkBefore) continue;
      if (linkBefore !== null) this.take(linkBefore);
      if (link !== null) this.times.set(link, (this.times.get(link) ?? 0) + 1);
    }
  }

  private take(link: string): void {
    const times = this.times.get(link) ?? 0;
    if (times > 1) this.times.set(link, times - 1);
    else this.times.delete(link);
  }
}

/** The link of a row that may be looked at; null where there is none. */
function linkOf(checked: CheckedRows, row: BatchRow): string | null {
  const link = row.person.cv_link;
  return link !== null && checked.leftOutWhy(row) === null && isCheckableLink(link) ? link : null;
}
