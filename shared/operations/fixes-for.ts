// What one click can put right. Never a guess without a suggestion of the check, and never a value from the network.
import type { Person, PersonField } from './field';
import type { RowProblem } from './problem';

/** A value for one field; null empties it. `label` is the button. */
export interface Fix {
  readonly label: string;
  readonly field: PersonField;
  readonly value: string | null;
}

/** Kinds whose value is of no use to anybody, so that leaving the field empty is a fix. */
const betterEmpty: ReadonlySet<RowProblem['kind']> = new Set([
  'cv-link-invalid',
  'cv-link-not-https',
  'cv-link-no-answer',
  'cv-link-asks-login',
  'cv-link-not-a-file',
  'id-mangled',
  'text-too-long',
]);

/** The fixes to offer, the best first; empty where only the recruiter knows. */
export function fixesFor(problem: RowProblem, person: Person): Fix[] {
  const { field, suggestion } = problem;
  if (field === null) return [];
  const fixes: Fix[] = [];
  if (suggestion !== undefined && suggestion !== person[field])
    fixes.push({ label: `Use ${suggestion}`, field, value: suggestion });
  if (person[field] === null) return fixes;
  // A link left out must not leave a person without any contact.
  const isLastContact = field === 'cv_link' && person.email === null;
  const isEmptyWord =
    problem.kind === 'email-invalid' &&
    person.cv_link !== null &&
    !(person.email ?? '').includes('@') &&
    suggestion === undefined;
  if ((betterEmpty.has(problem.kind) && !isLastContact) || isEmptyWord)
    fixes.push({ label: 'Leave it empty', field, value: null });
  return fixes;
}

/** A fix of one row. */
export interface RowFix extends Fix {
  readonly rowNumber: number;
}

/** What "Fix 7 alike" does: every suggestion of the problems of one kind. Problems without a suggestion are not touched. */
export function fixAllAlike(problems: readonly RowProblem[], kind: RowProblem['kind']): RowFix[] {
  return problems.flatMap(({ rowNumber, field, suggestion, ...problem }): RowFix[] =>
    problem.kind === kind && field !== null && suggestion !== undefined
      ? [{ rowNumber, label: `Use ${suggestion}`, field, value: suggestion }]
      : [],
  );
}
