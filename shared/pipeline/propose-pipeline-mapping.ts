// Proposes which column of a pipeline sheet goes to which field. Who: as for invitations. Where, and Flowmingo's ids: by headers, ids also
// by their form. A proposal only: it is shown with its reasons before it is used.
import { cellText } from '../operations/cell-text';
import type { ColumnProposal } from '../operations/mapping';
import { proposeMapping } from '../operations/propose-mapping';
import { headerText } from '../spreadsheets/header-text';
import type { Table, TableColumn } from '../spreadsheets/spreadsheet';
import { type PipelineField, type PipelineMapping, pipelineFields } from './pipeline-field';
import { type PlaceField, pipelineHeaderWords } from './pipeline-header-words';

/** Why a column goes where it goes; `field` null: it is kept for the results. */
export interface PipelineColumnProposal {
  readonly columnIndex: number;
  readonly field: PipelineField | null;
  readonly reason: string;
}

export interface PipelineMappingProposal {
  readonly mapping: PipelineMapping;
  readonly columns: readonly PipelineColumnProposal[];
}

/** Header text → its place in the list of words; the smaller, the surer. */
const places: Readonly<Record<PlaceField, ReadonlyMap<string, number>>> = {
  stage: toPlaces('stage'),
  project: toPlaces('project'),
  job_post: toPlaces('job_post'),
  application_id: toPlaces('application_id'),
  tal_candidate_id: toPlaces('tal_candidate_id'),
};

function toPlaces(field: PlaceField): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [place, word] of pipelineHeaderWords[field].entries()) {
    const text = headerText(word);
    if (!found.has(text)) found.set(text, place);
  }
  return found;
}

/** Flowmingo's ids have this form (API guide, 3.2). */
const idForm = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** Where so many of the filled values are ids of Flowmingo's form, the column holds them. */
const leastShare = 0.9;
/** Enough to tell what a column holds. */
const mostRowsLookedAt = 400;

interface Filled {
  readonly filled: number;
  readonly ids: number;
}

/** Never two columns for one field. A candidate id that is not of Flowmingo's form is the recruiter's own. */
export function proposePipelineMapping(table: Table): PipelineMappingProposal {
  const people = proposeMapping(table);
  const counts = new Map(table.columns.map((column) => [column.columnIndex, countFilled(table, column)]));
  const fieldOf = new Map<number, PipelineField>();
  for (const [field, columnIndex] of Object.entries(people.mapping.columns))
    if (isPipelineField(field)) fieldOf.set(columnIndex, field);
  for (const field of Object.keys(places) as PlaceField[]) {
    const best = bestColumn(table, field, counts);
    if (best !== null) fieldOf.set(best, field);
  }
  return {
    mapping: {
      columns: Object.fromEntries([...fieldOf].map(([columnIndex, field]) => [field, columnIndex])),
      nameOrder: people.mapping.nameOrder,
    },
    columns: table.columns.map((column, index) =>
      toProposal(column, fieldOf.get(column.columnIndex) ?? null, counts, people.columns[index]),
    ),
  };
}

function isPipelineField(field: string): field is PipelineField {
  return pipelineFields.some((known) => known === field);
}

function bestColumn(table: Table, field: PlaceField, counts: ReadonlyMap<number, Filled>): number | null {
  let best: { readonly columnIndex: number; readonly place: number } | null = null;
  for (const { columnIndex, header } of table.columns) {
    const place = places[field].get(headerText(header));
    const count = counts.get(columnIndex);
    if (place === undefined || (best !== null && best.place <= place)) continue;
    const isId = field === 'application_id' || field === 'tal_candidate_id';
    if (isId && (count === undefined || count.filled === 0 || count.ids < count.filled * leastShare))
      continue;
    best = { columnIndex, place };
  }
  return best?.columnIndex ?? null;
}

function countFilled(table: Table, { columnIndex }: TableColumn): Filled {
  let filled = 0;
  let ids = 0;
  for (const { cells } of table.rows.slice(0, mostRowsLookedAt)) {
    const text = cellText(cells[columnIndex]);
    if (text === null) continue;
    filled += 1;
    if (idForm.test(text)) ids += 1;
  }
  return { filled, ids };
}

function toProposal(
  { columnIndex, header }: TableColumn,
  field: PipelineField | null,
  counts: ReadonlyMap<number, Filled>,
  ofPeople: ColumnProposal | undefined,
): PipelineColumnProposal {
  if (field === null)
    return {
      columnIndex,
      field,
      reason: ofPeople?.field === null ? ofPeople.reason : 'Not needed in a pipeline',
    };
  if (ofPeople?.field === field) return { columnIndex, field, reason: ofPeople.reason };
  const { filled } = counts.get(columnIndex) ?? { filled: 0 };
  const values =
    field === 'application_id' || field === 'tal_candidate_id'
      ? 'the values are IDs of Flowmingo’s form'
      : filled === 0
        ? 'it is empty'
        : 'it is filled';
  return { columnIndex, field, reason: `Header says ${header.trim()}; ${values}` };
}
