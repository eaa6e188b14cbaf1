// What is wrong with a row because of other rows and of earlier runs. Never finds them itself: people-check.ts does.
import type { PersonToCheck } from './check-person';
import type { RowProblem } from './problem';
import { rowProblem } from './row-problem';

/** The row numbers of earlier rows with the same person and the same id, null where there is none; and what earlier runs say. */
export interface Ties {
  readonly samePerson: number | null;
  readonly sameId: number | null;
  /** Another address of the same mailbox. */
  readonly sameMailbox: number | null;
  readonly earlier: readonly RowProblem[];
}

/** Adds them: the same person first, then the earlier invitations, then the same id where that is another row. */
export function addTiedProblems(
  problems: RowProblem[],
  { rowNumber, person }: PersonToCheck,
  { samePerson, sameId, sameMailbox, earlier }: Ties,
): void {
  const field = person.email === null ? 'cv_link' : 'email';
  if (samePerson !== null) {
    const message = `Same ${field === 'email' ? 'email' : 'CV link'} as row ${samePerson}, so this row is left out.`;
    problems.push(rowProblem(rowNumber, field, 'duplicate-in-file', message, { of: samePerson }));
  }
  if (sameMailbox !== null && samePerson === null && sameMailbox !== sameId) {
    const message = `Mail to this address goes to the same mailbox as that of row ${sameMailbox}: Gmail does not see dots. See whether it is one person.`;
    problems.push(rowProblem(rowNumber, 'email', 'same-mailbox', message, { of: sameMailbox }));
  }
  problems.push(...earlier);
  if (sameId !== null && sameId !== samePerson) {
    const message = `Same ID as row ${sameId}, so this row is left out.`;
    problems.push(rowProblem(rowNumber, 'ats_candidate_id', 'duplicate-in-file', message, { of: sameId }));
  }
}
