// From a look at the CV links of a ready batch to what is said about it. Pure; what was not looked at never holds a batch back.
import type { NotCheckedReason } from '../operations/link-outcome';
import { notCheckedWords } from '../operations/link-problem';
import type { Finding } from './finding';

/** As many different links as one call looks at (decision 19). */
export const maxLinksPerLook = 200;

export interface LinkFacts {
  /** Different links of the people who are sent to. */
  readonly total: number;
  /** Of these: what their sites say of them is known. */
  readonly looked: number;
  /** Of these: they gave no file. */
  readonly silent: number;
  /** Of the first that gave none; null where all did. */
  readonly firstRow: number | null;
  /** Why the others that had their turn were not looked at. */
  readonly reasons: readonly NotCheckedReason[];
}

/** Links that do not answer ask for a click. What could not be looked at in time is told, and asks for nothing: it says nothing of the links. */
export function toLinkFindings({ total, looked, silent, firstRow, reasons }: LinkFacts): Finding[] {
  const findings: Finding[] = [];
  if (silent > 0)
    findings.push({
      kind: 'links',
      weight: 'asks',
      mark: `links ${silent}`,
      sentence: `${formatted(silent)} of ${formatted(looked)} CV links did not answer as a file does, the first in row ${firstRow}. These people go all the same, with the link as it is.`,
      runId: null,
    });
  if (total > looked) {
    const why = [
      ...(total > maxLinksPerLook ? [`a look takes the first ${maxLinksPerLook}`] : []),
      ...new Set(reasons.map((reason) => notCheckedWords[reason])),
    ].join('; ');
    findings.push({
      kind: 'links-not-checked',
      weight: 'tells',
      mark: 'links-not-checked',
      sentence: `${formatted(total - looked)} of ${formatted(total)} CV links were not looked at${why === '' ? '' : `: ${why}`}. That holds nobody back.`,
      runId: null,
    });
  }
  return findings;
}

const numbers = new Intl.NumberFormat('en-GB');

function formatted(count: number): string {
  return numbers.format(count);
}
