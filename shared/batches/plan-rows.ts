// Which rows are sent and which are skipped, from their problems and the recruiter's choices.
// Never skips somebody altogether because a double of theirs is blocked: then the double goes in its place.
import type { BatchRow, SkipReason } from '../operations/batch';
import { problemCatalogue, type RowProblem } from '../operations/problem';

type Skip = NonNullable<BatchRow['skip']>;

/** The longest detail that a batch row may hold (shared/operations/batch.ts). */
const maxDetailLength = 500;

export interface RowsToPlan {
  /** In the sheet's order. */
  readonly rowNumbers: readonly number[];
  readonly problems: readonly RowProblem[];
  readonly leftOut: ReadonlySet<number>;
  readonly takenIn: ReadonlySet<number>;
  /** Doubles that are to be sent; unlike those taken in, an earlier invitation still leaves them out. */
  readonly takenInDoubles?: ReadonlySet<number> | undefined;
  /** Those of `leftOut` whom the sender of a batch file left out, and why. */
  readonly leftOutBySender?: ReadonlyMap<number, SkipReason> | undefined;
}

export interface RowPlan {
  /** Row number → why it is skipped. A row that is not here is sent. */
  readonly skips: ReadonlyMap<number, Skip>;
  /** The problems that still hold: a double that stands in for a blocked row is none. */
  readonly problems: readonly RowProblem[];
  readonly blockedRowNumbers: readonly number[];
}

/** What is said of a row that somebody here has left out. */
export const leftOutByYou = 'You left this row out.';
const senderWords: Readonly<Record<SkipReason, string>> = {
  'left-out-by-you': 'Left out when prepared.',
  'already-invited': 'Left out when prepared: invited before.',
  'duplicate-in-file': 'Left out when prepared: twice in the sheet.',
  blocked: 'Left out when prepared: something was wrong with it.',
};

/** Plans every row. A row is left out by hand first, then blocked, then invited before, then a double of a row that is sent. */
export function planRows({
  rowNumbers,
  problems,
  leftOut,
  takenIn,
  takenInDoubles,
  leftOutBySender,
}: RowsToPlan): RowPlan {
  const byRow = groupByRow(problems);
  const skips = new Map<number, Skip>();
  const blockedRowNumbers: number[] = [];
  const standIns = new Map<number, number>();
  const noLongerDoubles = new Set<RowProblem>();

  for (const rowNumber of rowNumbers) {
    if (leftOut.has(rowNumber)) {
      const why = leftOutBySender?.get(rowNumber);
      const detail = why === undefined ? leftOutByYou : senderWords[why];
      skips.set(rowNumber, { why: 'left-out-by-you', detail });
      continue;
    }
    const own = byRow.get(rowNumber);
    if (own === undefined) continue;
    const blocking = own.find((problem) => problem.blocking);
    if (blocking !== undefined) {
      blockedRowNumbers.push(rowNumber);
      skips.set(rowNumber, { why: 'blocked', detail: toDetail(blocking) });
      continue;
    }
    if (takenIn.has(rowNumber)) continue;
    const invitedBefore = own.find((problem) => problem.kind === 'already-invited');
    if (invitedBefore !== undefined) {
      skips.set(rowNumber, { why: 'already-invited', detail: toDetail(invitedBefore) });
      continue;
    }
    if (takenInDoubles?.has(rowNumber)) continue;
    const doubles = own.filter((problem) => problemCatalogue[problem.kind].weight === 'left-out');
    const stillDouble = doubles.find(
      (problem) => problem.of === undefined || !isFree(problem.of, skips, standIns),
    );
    if (stillDouble !== undefined) {
      skips.set(rowNumber, { why: 'duplicate-in-file', detail: toDetail(stillDouble) });
      continue;
    }
    for (const problem of doubles) {
      noLongerDoubles.add(problem);
      if (problem.of !== undefined) standIns.set(problem.of, rowNumber);
    }
  }
  return {
    skips,
    problems:
      noLongerDoubles.size === 0 ? problems : problems.filter((problem) => !noLongerDoubles.has(problem)),
    blockedRowNumbers,
  };
}

/** Whether nobody is sent for that earlier row: it is blocked itself, and no double has taken its place yet. */
function isFree(
  rowNumber: number,
  skips: ReadonlyMap<number, Skip>,
  standIns: ReadonlyMap<number, number>,
): boolean {
  return skips.get(rowNumber)?.why === 'blocked' && !standIns.has(rowNumber);
}

function groupByRow(problems: readonly RowProblem[]): Map<number, RowProblem[]> {
  const byRow = new Map<number, RowProblem[]>();
  for (const problem of problems) {
    const own = byRow.get(problem.rowNumber);
    if (own === undefined) byRow.set(problem.rowNumber, [problem]);
    else own.push(problem);
  }
  return byRow;
}

function toDetail(problem: RowProblem): string {
  return problem.message.length <= maxDetailLength
    ? problem.message
    : `${problem.message.slice(0, maxDetailLength - 1)}…`;
}
