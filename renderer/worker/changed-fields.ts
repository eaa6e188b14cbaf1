// Which of a person's fields come from another place after the mapping has changed.
import { type PersonField, personFields } from '../../shared/operations/field';
import type { Mapping } from '../../shared/operations/mapping';

/** The fields whose value a row now takes from another column, or splits in another order. */
export function changedFields(before: Mapping, after: Mapping): PersonField[] {
  return personFields.filter((field) => sourceOf(before, field) !== sourceOf(after, field));
}

function sourceOf({ columns, nameOrder }: Mapping, field: PersonField): string {
  const isName = field === 'firstname' || field === 'lastname';
  if (isName && columns.fullname !== undefined) return `${columns.fullname} ${nameOrder}`;
  return String(columns[field]);
}
