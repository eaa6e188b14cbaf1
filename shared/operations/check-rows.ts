// Checks every row against the rules of the API and common sense, before anything is sent. Pure: 100,000 rows in about 100 ms.

import { isUsableId } from './check-id';
import { addPersonProblems, type PersonToCheck } from './check-person';
import { personKey } from './person-key';
import type { RowProblem } from './problem';
import { rowProblem } from './row-problem';
import { sheetFacts } from './sheet-facts';

/** An earlier invitation to the same set: when (ISO, UTC) and to which set. */
export interface EarlierInvite {
  readonly at: string;
  readonly setTitle: string;
}

function earlierInviteMessage({ at, setTitle }: EarlierInvite): string {
  const date = new Date(at);
  const day = Number.isNaN(date.getTime())
    ? ''
    : ` on ${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })}`;
  return `Already invited to ${setTitle}${day}, so this row is left out.`;
}

/**
 * The problems of all rows, in the order of the rows. `alreadyInvited` is keyed by `personKey`. A row that repeats an earlier
 * one (address, id, or CV link without an address) points to it; the earlier one is fine.
 */
export function checkRows(input: {
  readonly people: readonly PersonToCheck[];
  readonly alreadyInvited?: ReadonlyMap<string, EarlierInvite>;
}): RowProblem[] {
  const facts = sheetFacts(input.people.map(({ person }) => person));
  const rowByPerson = new Map<string, number>();
  const rowById = new Map<string, number>();
  const problems: RowProblem[] = [];
  for (const entry of input.people) {
    const { rowNumber, person } = entry;
    const before = problems.length;
    addPersonProblems(problems, entry, facts);
    let samePerson: number | undefined;
    // An address that cannot get mail tells nobody apart.
    const isWhole =
      problems.length === before ||
      !problems
        .slice(before)
        .some(
          ({ kind, field }) =>
            field === 'email' && (kind === 'email-invalid' || kind === 'control-character'),
        );
    const key = isWhole ? personKey(person) : null;
    if (key !== null) {
      const field = person.email === null ? 'cv_link' : 'email';
      samePerson = rowByPerson.get(key);
      if (samePerson === undefined) rowByPerson.set(key, rowNumber);
      else
        problems.push(
          rowProblem(
            rowNumber,
            field,
            'duplicate-in-file',
            `Same ${field === 'email' ? 'email' : 'CV link'} as row ${samePerson}, so this row is left out.`,
            { of: samePerson },
          ),
        );
      const earlier = input.alreadyInvited?.get(key);
      if (earlier !== undefined)
        problems.push(rowProblem(rowNumber, field, 'already-invited', earlierInviteMessage(earlier)));
    }
    if (person.ats_candidate_id !== null && isUsableId(person.ats_candidate_id)) {
      const sameId = rowById.get(person.ats_candidate_id);
      if (sameId === undefined) rowById.set(person.ats_candidate_id, rowNumber);
      else if (sameId !== samePerson) {
        problems.push(
          rowProblem(
            rowNumber,
            'ats_candidate_id',
            'duplicate-in-file',
            `Same ID as row ${sameId}, so this row is left out.`,
            { of: sameId },
          ),
        );
      }
    }
  }
  return problems;
}
