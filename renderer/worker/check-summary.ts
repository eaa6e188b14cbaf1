// Counts what a check has found, by what it means for sending.
import {
  type ProblemKind,
  problemCatalogue,
  problemKinds,
  type RowProblem,
} from '../../shared/operations/problem';
import type { CheckedRows } from './checked-rows';
import { hasSuggestion } from './row-fixes';
import type { CheckSummary, LeftOutReason, ProblemGroup } from './session-types';

const leftOutTitles: Readonly<Record<LeftOutReason, string>> = {
  'already-invited': problemCatalogue['already-invited'].title,
  'duplicate-in-file': problemCatalogue['duplicate-in-file'].title,
  'left-out-by-you': 'Left out by you',
};

type Tally = Map<ProblemKind, { count: number; fixableCount: number }>;

/** Everything but what the session itself knows: its revision, the way back, and the history. */
export function countChecked(
  checked: CheckedRows,
): Omit<CheckSummary, 'revision' | 'undoes' | 'redoes' | 'invitedBefore'> {
  const needYouTally: Tally = new Map();
  const worthALookTally: Tally = new Map();
  const leftOutTally = new Map<LeftOutReason, number>();
  const counts = { 'needs-you': 0, 'worth-a-look': 0, 'left-out': 0, fine: 0 };
  let withoutFirstName = 0;
  let withoutEmail = 0;
  let hiddenPeople = 0;
  for (const row of checked.rows) {
    const status = checked.statusOf(row);
    counts[status]++;
    if (row.skip === null) {
      if (row.person.firstname === null) withoutFirstName++;
      if (row.person.email === null) withoutEmail++;
    }
    const why = checked.leftOutWhy(row);
    if (why !== null) leftOutTally.set(why, (leftOutTally.get(why) ?? 0) + 1);
    if (status !== 'needs-you' && status !== 'worth-a-look') continue;
    const tally = status === 'needs-you' ? needYouTally : worthALookTally;
    const problems = checked.problemsOf(row.rowNumber);
    for (const [place, problem] of problems.entries()) {
      if (status === 'worth-a-look' && problem.kind === 'row-hidden') hiddenPeople++;
      if (status === 'needs-you' && !problem.blocking) continue;
      if (place > 0 && isCounted(problems, place)) continue;
      const entry = tally.get(problem.kind) ?? { count: 0, fixableCount: 0 };
      entry.count++;
      if (hasSuggestion(problem, row.person)) entry.fixableCount++;
      tally.set(problem.kind, entry);
    }
  }
  return {
    total: checked.rows.length,
    willBeSent: counts['worth-a-look'] + counts.fine,
    leftOut: counts['left-out'],
    needYou: counts['needs-you'],
    worthALook: counts['worth-a-look'],
    fine: counts.fine,
    needYouGroups: toGroups(needYouTally),
    worthALookGroups: toGroups(worthALookTally),
    leftOutGroups: (Object.keys(leftOutTitles) as LeftOutReason[]).flatMap((why) => {
      const count = leftOutTally.get(why) ?? 0;
      return count === 0 ? [] : [{ why, title: leftOutTitles[why], count }];
    }),
    withoutFirstName,
    withoutEmail,
    hiddenPeople,
  };
}

/** Whether an earlier problem of the row is of the same kind, and blocking as this one is. */
function isCounted(problems: readonly RowProblem[], place: number): boolean {
  const problem = problems[place];
  return (
    problems.findIndex(({ kind, blocking }) => kind === problem?.kind && blocking === problem.blocking) <
    place
  );
}

function toGroups(tally: Tally): ProblemGroup[] {
  return problemKinds.flatMap((problem) => {
    const entry = tally.get(problem);
    return entry === undefined ? [] : [{ problem, title: problemCatalogue[problem].title, ...entry }];
  });
}
