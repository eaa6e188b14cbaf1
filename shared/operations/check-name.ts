// The rules for names: none missing where the sheet has them, none that looks like a formula. Never changes a name.
import type { Person, PersonField } from './field';
import { isNothingName } from './nothing-word';
import type { RowProblem } from './problem';
import { rowProblem } from './row-problem';

/** What spreadsheets take for the beginning of a formula, full-width forms included (security.md). */
const formulaStart = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/;

const nameFields = ['firstname', 'lastname'] as const;
const labels = { firstname: 'first name', lastname: 'last name' } as const;

function missing(rowNumber: number, field: 'firstname' | 'lastname', person: Person): RowProblem {
  const written = person[field];
  const start = written === null ? `There is no ${labels[field]}` : `“${written}” is not a ${labels[field]}`;
  const effect =
    field === 'firstname'
      ? ', so a message that says “Dear …” has a gap. Put it in, or leave it.'
      : '. Put it in, or leave it.';
  return rowProblem(rowNumber, field, 'name-missing', start + effect);
}

/**
 * Adds every problem of the two names. A name is missed only where the sheet has such names at all; names in `wrongTexts` have a
 * problem already.
 */
export function checkNames(
  problems: RowProblem[],
  rowNumber: number,
  person: Person,
  sheet: { readonly hasFirstnames: boolean; readonly hasLastnames: boolean },
  wrongTexts: ReadonlySet<PersonField> | null,
): void {
  for (const field of nameFields) {
    const name = person[field];
    if (name === null || isNothingName(name)) {
      if (field === 'firstname' ? sheet.hasFirstnames : sheet.hasLastnames)
        problems.push(missing(rowNumber, field, person));
    } else if (formulaStart.test(name) && !wrongTexts?.has(field)) {
      const message = `This ${labels[field]} starts with ${name[0]}, as a formula does. It is sent as text; check that it is a name.`;
      problems.push(rowProblem(rowNumber, field, 'formula-like', message));
    }
  }
}
