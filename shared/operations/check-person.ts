// The rules that need one row only, for the whole sheet and for a cell that is edited in place. Never compares rows: check-rows.ts does.
import { checkCvLink } from './check-cv-link';
import { checkEmail } from './check-email';
import { checkId } from './check-id';
import { checkNames } from './check-name';
import { checkText } from './check-text';
import type { Person } from './field';
import type { LinkOutcome } from './link-outcome';
import { isNothing } from './nothing-word';
import type { RowProblem } from './problem';
import { rowProblem } from './row-problem';
import type { SheetFacts } from './sheet-facts';

/** A row to check. `rawEmail` is the email cell's text before the address was taken out of it. */
export interface PersonToCheck {
  readonly rowNumber: number;
  readonly person: Person;
  readonly rawEmail: string | null;
  readonly hidden: boolean;
}

/** Adds the problems of one row by itself: everything but duplicates and earlier invitations. `linkOutcomes`: by link, of those looked at. */
export function addPersonProblems(
  problems: RowProblem[],
  { rowNumber, person, rawEmail, hidden }: PersonToCheck,
  facts: SheetFacts,
  linkOutcomes?: ReadonlyMap<string, LinkOutcome>,
): void {
  const wrongTexts = checkText(problems, rowNumber, person);
  if (person.email === null) {
    problems.push(
      person.cv_link === null || isNothing(person.cv_link)
        ? rowProblem(
            rowNumber,
            null,
            'no-contact',
            'There is no email and no CV link, so Flowmingo can do nothing with this row. Put one in, or leave the row out.',
          )
        : rowProblem(
            rowNumber,
            'email',
            'email-missing',
            'There is a CV but no email, so Flowmingo takes the CV in and sends no invitation. Put an email in to invite this person.',
          ),
    );
  } else if (!wrongTexts?.has('email')) checkEmail(problems, rowNumber, person.email, rawEmail, facts);
  checkNames(problems, rowNumber, person, facts, wrongTexts);
  if (person.cv_link !== null && !wrongTexts?.has('cv_link'))
    checkCvLink(problems, rowNumber, person.cv_link, linkOutcomes?.get(person.cv_link));
  if (person.ats_candidate_id !== null && !wrongTexts?.has('ats_candidate_id'))
    checkId(problems, rowNumber, person.ats_candidate_id);
  if (hidden)
    problems.push(
      rowProblem(
        rowNumber,
        null,
        'row-hidden',
        'This row is hidden in the sheet, and it is sent all the same. Leave it out if it was hidden on purpose.',
      ),
    );
}
