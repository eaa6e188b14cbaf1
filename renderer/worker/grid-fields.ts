// The fields of a person in the order in which the grid shows them, and in which a pasted block fills them.
import type { PersonField } from '../../shared/operations/field';

/** From left to right. */
export const gridFields = [
  'firstname',
  'lastname',
  'email',
  'cv_link',
  'ats_candidate_id',
] as const satisfies readonly PersonField[];

/** Whether a column of the grid is a field of the person. */
export function isGridField(columnId: string): columnId is PersonField {
  return (gridFields as readonly string[]).includes(columnId);
}
