// A row as the grid shows it.
import type { EarlierInvite } from '../../shared/batches/earlier-invite';
import { leftOutByYou } from '../../shared/batches/plan-rows';
import type { BatchRow } from '../../shared/operations/batch';
import type { Person, PersonField } from '../../shared/operations/field';
import { fixesFor } from '../../shared/operations/fixes-for';
import type { CheckedRows } from './checked-rows';
import type { GridRow } from './session-types';
import { shortProblem } from './short-problem';

/** `invitedBefore`: the newest invitation of this person to anything. */
export function toGridRow(
  checked: CheckedRows,
  row: BatchRow,
  edit: Partial<Person> | undefined,
  invitedBefore: EarlierInvite | undefined,
): GridRow {
  const problems = checked.problemsOf(row.rowNumber);
  return {
    rowNumber: row.rowNumber,
    person: row.person,
    status: checked.statusOf(row),
    problems: problems.map((problem) => ({
      field: problem.field,
      kind: problem.kind,
      blocking: problem.blocking,
      message: problem.message,
      fixes: fixesFor(problem, row.person),
      run: problem.run ?? null,
    })),
    editedFields: edit === undefined ? [] : (Object.keys(edit) as PersonField[]),
    leftOutWhy: checked.leftOutWhy(row),
    inShort: inShort(checked, row, invitedBefore),
  };
}

function inShort(checked: CheckedRows, row: BatchRow, invitedBefore: EarlierInvite | undefined): string {
  if (row.skip?.why === 'left-out-by-you')
    return row.skip.detail === leftOutByYou ? 'Left out by you' : row.skip.detail.replace(/\.$/, '');
  const problems = checked.problemsOf(row.rowNumber);
  const worst =
    problems.find((problem) => problem.blocking) ??
    (row.skip === null ? problems[0] : problems.find((problem) => leftOutKinds.has(problem.kind)));
  if (worst !== undefined) return shortProblem(worst);
  return invitedBefore === undefined ? '' : `Invited before, to ${invitedBefore.targetTitle}`;
}

const leftOutKinds: ReadonlySet<string> = new Set(['duplicate-in-file', 'already-invited']);
