// What the sender decided about rows, as the receiver's app takes it in: cells mended, rows left out. Everything is checked anew.
// Never takes somebody in whom the file leaves out, and never sends to somebody whom the receiver's own history knows because the file says so.
import { type RowEdits, type SenderChoices, SheetCheck } from '../batches/sheet-check';
import type { SkipReason } from '../operations/batch';
import type { PersonToCheck } from '../operations/check-person';
import { type Person, personFields } from '../operations/field';
import type { Mapping } from '../operations/mapping';
import { toPeople } from '../operations/to-people';
import type { PipelineMapping } from '../pipeline/pipeline-field';
import type { BatchFileRow, InviteWork, PipelineSheetWork } from './batch-file';
import type { HandedOver } from './batch-file-reader';

export interface HandedOverChoices extends SenderChoices {
  readonly edits: RowEdits;
}

/** The mapping that the people of an invitation were read with. */
export function toHandedOverMapping({ mapping }: InviteWork): Mapping {
  return {
    columns: Object.fromEntries(mapping.columns.map(({ field, place }) => [field, place])),
    nameOrder: mapping.nameOrder,
  };
}

/** The mapping of work on a pipeline. */
export function toHandedOverPipelineMapping({ mapping }: PipelineSheetWork): PipelineMapping {
  return {
    columns: Object.fromEntries(mapping.columns.map(({ field, place }) => [field, place])),
    nameOrder: mapping.nameOrder,
  };
}

/** The choices of an invitation; none of them for work on a pipeline. */
export function toHandedOverChoices({ head, table, rows }: HandedOver): HandedOverChoices {
  const edits = new Map<number, Partial<Person>>();
  const leftOut = new Map<number, SkipReason>();
  const takenInDoubles = new Set<number>();
  const { work } = head;
  if (work.operation !== 'invite') return { edits, leftOut, takenInDoubles };
  const people = toPeople(table, toHandedOverMapping(work));
  for (const [index, row] of rows.entries()) {
    const edit = toEdit(people[index], row);
    if (edit !== null) edits.set(row.row, edit);
    if (row.leftOut === 'left-out-by-you' || row.leftOut === 'already-invited')
      leftOut.set(row.row, row.leftOut);
    if (row.takenIn === true) takenInDoubles.add(row.row);
  }
  // Whom the sender saw left out, as a double or with a problem, is not sent to because this app sees no reason.
  const check = new SheetCheck(table, people);
  const bySender = { leftOut, takenInDoubles };
  check.update({ edits, leftOut: new Set(leftOut.keys()), takenIn: new Set(), bySender });
  for (const [index, row] of rows.entries())
    if (row.leftOut !== undefined && check.rows[index]?.skip === null) leftOut.set(row.row, row.leftOut);
  return { edits, leftOut, takenInDoubles };
}

/** Where the person of the file is another than the one that stands in its cells; null where that is nowhere. */
function toEdit(read: PersonToCheck | undefined, { person }: BatchFileRow): Partial<Person> | null {
  if (read === undefined || person === undefined) return null;
  const changed = personFields.filter((field) => read.person[field] !== person[field]);
  return changed.length === 0 ? null : Object.fromEntries(changed.map((field) => [field, person[field]]));
}
