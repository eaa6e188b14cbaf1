// Checks every row against the rules of the API and common sense, before anything is sent. Pure: 100,000 rows in about 100 ms.

import type { AlreadyInvited } from '../batches/earlier-invites';
import { isUsableId } from './check-id';
import { addPersonProblems, type PersonToCheck } from './check-person';
import type { LinkOutcome } from './link-outcome';
import { personKey } from './person-key';
import type { RowProblem } from './problem';
import { rowProblem } from './row-problem';
import { sheetFacts } from './sheet-facts';

/**
 * The problems of all rows, in the order of the rows. A row that repeats an earlier one (address, id, or CV link without an address)
 * points to it; the earlier one is fine. `alreadyInvited`: what the history says; `linkOutcomes`: of the links that were looked at.
 */
export function checkRows(input: {
  readonly people: readonly PersonToCheck[];
  readonly alreadyInvited?: AlreadyInvited;
  readonly linkOutcomes?: ReadonlyMap<string, LinkOutcome>;
}): RowProblem[] {
  const facts = sheetFacts(input.people.map(({ person }) => person));
  const rowByPerson = new Map<string, number>();
  const rowById = new Map<string, number>();
  const problems: RowProblem[] = [];
  for (const entry of input.people) {
    const { rowNumber, person } = entry;
    const before = problems.length;
    addPersonProblems(problems, entry, facts, input.linkOutcomes);
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
    }
    if (isWhole && input.alreadyInvited !== undefined)
      problems.push(...input.alreadyInvited.problemsOf(rowNumber, person));
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
