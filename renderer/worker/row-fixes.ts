// What one click does to rows: the suggestion of a problem for all rows that have it, and the words for what was done.
import type { Person, PersonField } from '../../shared/operations/field';
import type { ProblemKind, RowProblem } from '../../shared/operations/problem';
import type { CheckedRows } from './checked-rows';
import type { EditedField } from './edited-pipeline-row';
import type { RowChange } from './row-changes';
import type { RowStatus } from './session-types';

const fieldNouns: Readonly<Record<EditedField, readonly [one: string, many: string]>> = {
  email: ['email', 'emails'],
  firstname: ['first name', 'first names'],
  lastname: ['last name', 'last names'],
  cv_link: ['CV link', 'CV links'],
  ats_candidate_id: ['ID', 'IDs'],
  tal_candidate_id: ['candidate ID', 'candidate IDs'],
  application_id: ['application ID', 'application IDs'],
  project: ['project', 'projects'],
  job_post: ['job post', 'job posts'],
  stage: ['stage', 'stages'],
};

/** The suggestion of every row of this status that has this problem. Nothing is emptied in bulk. */
export function fixesAlike(checked: CheckedRows, status: RowStatus, kind: ProblemKind): RowChange[] {
  return checked.rows.flatMap((row): RowChange[] => {
    if (checked.statusOf(row) !== status) return [];
    const fixes: RowChange[] = [];
    for (const problem of checked.problemsOf(row.rowNumber)) {
      if (problem.kind !== kind || !hasSuggestion(problem, row.person)) continue;
      fixes.push({
        kind: 'value',
        rowNumber: row.rowNumber,
        field: problem.field,
        value: problem.suggestion,
      });
    }
    return fixes;
  });
}

/** Whether one click can mend it without asking. */
export function hasSuggestion(
  problem: RowProblem,
  person: Person,
): problem is RowProblem & { readonly field: PersonField; readonly suggestion: string } {
  return (
    problem.field !== null && problem.suggestion !== undefined && problem.suggestion !== person[problem.field]
  );
}

/** What was done to cells, as it is said. */
export type ChangeVerb = 'Fixed' | 'Changed' | 'Pasted' | 'Cleared' | 'Filled' | 'Replaced';

/** "Fixed 7 emails", "Changed the email in row 137", "Pasted 12 cells". */
export function changeSentence(verb: ChangeVerb, changes: readonly RowChange[]): string {
  const [first, ...others] = changes;
  if (first === undefined) return 'Nothing changed';
  if (first.kind === 'decision') return decisionSentence(first.decision, changes.length, first.rowNumber);
  if (others.length === 0) return `${verb} the ${fieldNouns[first.field][0]} in row ${first.rowNumber}`;
  const alike = others.every((change) => change.kind === 'value' && change.field === first.field);
  return `${verb} ${changes.length.toLocaleString('en')} ${alike ? fieldNouns[first.field][1] : 'cells'}`;
}

function decisionSentence(
  decision: 'leave-out' | 'take-in' | null,
  count: number,
  rowNumber: number,
): string {
  const verb = decision === 'leave-out' ? 'Left out' : 'Took in';
  return count === 1 ? `${verb} row ${rowNumber}` : `${verb} ${count.toLocaleString('en')} rows`;
}
