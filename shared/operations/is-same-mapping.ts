// When two mappings come to the same. Never looks at a table.
import { inviteFields } from './field';
import type { Mapping } from './mapping';

/** Every field comes from the same column, and whole names are split alike. */
export function isSameMapping(one: Mapping, other: Mapping): boolean {
  return (
    one.nameOrder === other.nameOrder &&
    inviteFields.every((field) => one.columns[field] === other.columns[field])
  );
}
