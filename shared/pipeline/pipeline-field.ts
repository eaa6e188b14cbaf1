// The fields that a column of a pipeline sheet can be used as. Never one that rows of adds, moves and rejections have no use for.
import type { NameOrder } from '../operations/mapping';

/** Who and where; `tal_candidate_id` and `application_id` are Flowmingo's own, `ats_candidate_id` the recruiter's (API guide, 5). */
export const pipelineFields = [
  'email',
  'firstname',
  'lastname',
  'fullname',
  'ats_candidate_id',
  'tal_candidate_id',
  'application_id',
  'project',
  'job_post',
  'stage',
] as const;
export type PipelineField = (typeof pipelineFields)[number];

/** The words on the screen for each field. */
export const pipelineFieldLabels: Readonly<Record<PipelineField, string>> = {
  email: 'Email',
  firstname: 'First name',
  lastname: 'Last name',
  fullname: 'First name + last name',
  ats_candidate_id: 'Your candidate ID',
  tal_candidate_id: 'Flowmingo’s candidate ID',
  application_id: 'Application ID',
  project: 'Project',
  job_post: 'Job post',
  stage: 'Stage',
};

/** What a sheet of work on a pipeline can ask for, besides an exported workbook. */
export const pipelineSheetUses = ['add', 'move', 'reject'] as const;
export type PipelineSheetUse = (typeof pipelineSheetUses)[number];

const without: Readonly<Record<PipelineSheetUse, readonly PipelineField[]>> = {
  add: ['application_id'],
  move: ['job_post'],
  reject: ['job_post', 'stage'],
};

/** The fields that mean something in a sheet of this use. */
export function fieldsOf(use: PipelineSheetUse): readonly PipelineField[] {
  return pipelineFields.filter((field) => !without[use].includes(field));
}

/** Which column goes to which field; never two columns for one field, nor a whole name beside its parts. */
export interface PipelineMapping {
  readonly columns: Readonly<Partial<Record<PipelineField, number>>>;
  readonly nameOrder: NameOrder;
}

/** The mapping with this column for this field, or for none. What held the field, and what the column held, is let go. */
export function assignPipelineColumn(
  mapping: PipelineMapping,
  columnIndex: number,
  field: PipelineField | null,
): PipelineMapping {
  const gone = new Set<PipelineField>(field === null ? [] : [field]);
  if (field === 'fullname') gone.add('firstname').add('lastname');
  if (field === 'firstname' || field === 'lastname') gone.add('fullname');
  const columns: Partial<Record<PipelineField, number>> = {};
  for (const [key, column] of Object.entries(mapping.columns) as [PipelineField, number][])
    if (column !== columnIndex && !gone.has(key)) columns[key] = column;
  if (field !== null) columns[field] = columnIndex;
  return { ...mapping, columns };
}
