// What one click does to rows: the first fix of a problem for all rows that have it, and the words for what was done.
import type { PersonField } from '../../shared/operations/field';
import { fixesFor } from '../../shared/operations/fixes-for';
import type { ProblemKind } from '../../shared/operations/problem';
import type { CheckedRows } from './checked-rows';
import type { RowChange } from './row-changes';
import type { RowStatus } from './session-types';

const fieldNouns: Readonly<Record<PersonField, readonly [one: string, many: string]>> = {
  email: ['email', 'emails'],
  firstname: ['first name', 'first names'],
  lastname: ['last name', 'last names'],
  cv_link: ['CV link', 'CV links'],
  ats_candidate_id: ['ID', 'IDs'],
};

/** The first fix of every row of this status that has this problem. */
export function fixesAlike(checked: CheckedRows, status: RowStatus, kind: ProblemKind): RowChange[] {
  return checked.rows.flatMap((row): RowChange[] => {
    if (checked.statusOf(row) !== status) return [];
    for (const problem of checked.problemsOf(row.rowNumber)) {
      if (problem.kind !== kind) continue;
      const fix = fixesFor(problem, row.person)[0];
      if (fix !== undefined) return [{ kind: 'value', rowNumber: row.rowNumber, field: fix.field, value: fix.value }];
    }
    return [];
  });
}

/** "Fixed 7 emails", "Changed the email in row 137", "Changed 12 cells". */
export function changeSentence(verb: 'Fixed' | 'Changed', changes: readonly RowChange[]): string {
  const [first, ...others] = changes;
  if (first === undefined) return 'Nothing changed';
  if (first.kind === 'decision') return decisionSentence(first.decision, changes.length, first.rowNumber);
  if (others.length === 0) return `${verb} the ${fieldNouns[first.field][0]} in row ${first.rowNumber}`;
  const alike = others.every((change) => change.kind === 'value' && change.field === first.field);
  return `${verb} ${changes.length.toLocaleString('en')} ${alike ? fieldNouns[first.field][1] : 'cells'}`;
}

function decisionSentence(decision: 'leave-out' | 'take-in' | null, count: number, rowNumber: number): string {
  const verb = decision === 'leave-out' ? 'Left out' : 'Took in';
  return count === 1 ? `${verb} row ${rowNumber}` : `${verb} ${count.toLocaleString('en')} rows`;
}
