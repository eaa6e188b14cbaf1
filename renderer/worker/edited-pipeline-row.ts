import type { PersonField } from '../../shared/operations/field';
import type { PlaceField } from '../../shared/pipeline/pipeline-header-words';
import type { PipelineSheetRow } from '../../shared/pipeline/pipeline-sheet';

/** A cell that can be changed by hand: of a person, or of a place in a pipeline. */
export type EditedField = PersonField | PlaceField;

/** What a row of a pipeline sheet calls each of them; a CV link means nothing there. */
const keyOf = {
  email: 'email',
  firstname: 'firstname',
  lastname: 'lastname',
  ats_candidate_id: 'atsCandidateId',
  tal_candidate_id: 'candidateId',
  application_id: 'applicationId',
  project: 'project',
  job_post: 'jobPost',
  stage: 'stage',
} as const satisfies Partial<Record<EditedField, keyof PipelineSheetRow>>;

/** The fields of a pipeline row, from left to right as the grid shows them. */
export const editedFields = Object.keys(keyOf) as (keyof typeof keyOf)[];

/** The value of a field in a row. */
export function fieldValue(row: PipelineSheetRow, field: keyof typeof keyOf): string | null {
  return row[keyOf[field]];
}

/** The row with what was changed by hand; its cells stay as the sheet has them. */
export function withEdits(
  row: PipelineSheetRow,
  edits: Readonly<Partial<Record<EditedField, string | null>>>,
): PipelineSheetRow {
  const changed = editedFields.flatMap((field) => {
    const value = edits[field];
    return value === undefined ? [] : [[keyOf[field], value] as const];
  });
  return changed.length === 0 ? row : { ...row, ...Object.fromEntries(changed) };
}
