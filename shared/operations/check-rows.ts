// Checks every row against the rules of the API and common sense, before anything is sent. Pure: the same people give the same problems.
import type { PersonToCheck } from './check-person';
import { type EarlierInvites, PeopleCheck } from './people-check';
import type { RowProblem } from './problem';

/**
 * The problems of all rows, in the order of the rows. `alreadyInvited` is keyed by `personKey`. A row that repeats an earlier
 * one (address, id, or CV link without an address) points to it; the earlier one is fine.
 */
export function checkRows(input: {
  readonly people: readonly PersonToCheck[];
  readonly alreadyInvited?: EarlierInvites;
}): RowProblem[] {
  const check = new PeopleCheck(input.people.length);
  for (const [index, person] of input.people.entries()) check.set(index, person);
  check.settle(input.alreadyInvited);
  return input.people.flatMap((_, index) => check.problemsOf(index));
}
