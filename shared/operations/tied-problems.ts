// What is wrong with a row because of other rows and of earlier runs. Never finds them itself: people-check.ts does.
import type { PersonToCheck } from './check-person';
import type { RowProblem } from './problem';
import { rowProblem } from './row-problem';

/** An earlier invitation to the same set: when (ISO, UTC) and to which set. */
export interface EarlierInvite {
  readonly at: string;
  readonly setTitle: string;
}

/** The row numbers of earlier rows with the same person and the same id; null where there is none. */
export interface Ties {
  readonly samePerson: number | null;
  readonly sameId: number | null;
  readonly earlier: EarlierInvite | undefined;
}

/** Adds them: the same person first, then the earlier invitation, then the same id where that is another row. */
export function addTiedProblems(
  problems: RowProblem[],
  { rowNumber, person }: PersonToCheck,
  { samePerson, sameId, earlier }: Ties,
): void {
  const field = person.email === null ? 'cv_link' : 'email';
  if (samePerson !== null) {
    const message = `Same ${field === 'email' ? 'email' : 'CV link'} as row ${samePerson}, so this row is left out.`;
    problems.push(rowProblem(rowNumber, field, 'duplicate-in-file', message, { of: samePerson }));
  }
  if (earlier !== undefined)
    problems.push(rowProblem(rowNumber, field, 'already-invited', earlierInviteMessage(earlier)));
  if (sameId !== null && sameId !== samePerson) {
    const message = `Same ID as row ${sameId}, so this row is left out.`;
    problems.push(rowProblem(rowNumber, 'ats_candidate_id', 'duplicate-in-file', message, { of: sameId }));
  }
}

/** Made once: it takes a hundred times as long as what it does. */
const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

function earlierInviteMessage({ at, setTitle }: EarlierInvite): string {
  const date = new Date(at);
  const on = Number.isNaN(date.getTime()) ? '' : ` on ${day.format(date)}`;
  return `Already invited to ${setTitle}${on}, so this row is left out.`;
}
