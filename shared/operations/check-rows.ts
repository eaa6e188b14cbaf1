// Checks every row against the rules of the API and common sense, before anything is sent. Pure: the same people give the same problems.
import type { PersonToCheck } from './check-person';
import { type KnownElsewhere, PeopleCheck } from './people-check';
import type { RowProblem } from './problem';

/**
 * The problems of all rows, in the order of the rows. A row that repeats an earlier one (address, id, or CV link without an address)
 * points to it; the earlier one is fine. `alreadyInvited`: what the history says; `linkOutcomes`: of the links that were looked at.
 */
export function checkRows({
  people,
  ...known
}: KnownElsewhere & { readonly people: readonly PersonToCheck[] }): RowProblem[] {
  const check = new PeopleCheck(people);
  check.settle(known);
  return people.flatMap((_, index) => check.problemsOf(index));
}
