// From rows of work on a pipeline to a stored batch, and what a person is shown before it starts. Sends nothing.
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { type BatchRow, maxRowsPerChunk } from '../../shared/operations/batch';
import type { Person } from '../../shared/operations/field';
import type { PipelineKind } from '../../shared/operations/operation-kind';
import { type PipelineWork, workKey } from '../../shared/operations/pipeline-work';
import { asksForTypedNumber } from '../../shared/operations/typed-number';
import type { PreparedPipeline, RowChoice } from '../../shared/pipeline/prepared-pipeline';
import type { Environment } from '../../shared/workspaces/workspace';
import type { BatchStore } from '../store/batch-store';

/** A row as it was prepared: what is to be done, or why nothing can be. */
export interface RowToPrepare {
  readonly rowNumber: number;
  readonly person: Person;
  readonly cells: readonly string[];
  readonly work: PipelineWork | null;
  /** Why it is left out; null where it goes. A row without work always has one. */
  readonly conflict: string | null;
  /** What could be put into the row instead; left out where nobody can tell. */
  readonly choice?: RowChoice;
}

export interface BatchToPrepare {
  readonly workspaceId: string;
  readonly environment: Environment;
  readonly name: string;
  readonly title: string;
  readonly source: {
    readonly fileName: string;
    readonly sizeBytes: number;
    readonly sha256: string;
    readonly sheetName: string | null;
    readonly headerRow: number | null;
    readonly headers: readonly string[];
  };
  readonly rows: readonly RowToPrepare[];
}

/** The screen shows so many; the results hold all. */
const mostShown = 200;

/** Stores the rows, in turns that leave time for everything else; what is asked for twice goes once. */
export async function prepareBatch(batches: BatchStore, batch: BatchToPrepare): Promise<PreparedPipeline> {
  const rows = withoutDoubles(batch.rows);
  await setImmediate();
  const works = rows.flatMap(({ work, conflict }) => (work === null || conflict !== null ? [] : [work]));
  const conflicts = rows.filter(({ conflict }) => conflict !== null);
  const operation = toOperation(works);
  await setImmediate();
  const groups = toGroups(works);
  return {
    batchId: works.length === 0 ? null : await store(batches, batch, rows, operation),
    operation,
    title: batch.title,
    sendable: works.length,
    groups,
    conflicts: conflicts.slice(0, mostShown).map(({ rowNumber, person, conflict, choice = null }) => ({
      rowNumber,
      name: [person.firstname, person.lastname].filter(Boolean).join(' ') || person.email,
      sentence: conflict ?? '',
      choice,
    })),
    conflictCount: conflicts.length,
    asksForNumber: works.length > 0 && asksForTypedNumber(batch.environment, operation, works.length),
  };
}

function withoutDoubles(rows: readonly RowToPrepare[]): RowToPrepare[] {
  const first = new Map<string, number>();
  return rows.map((row) => {
    if (row.work === null || row.conflict !== null) return row;
    const key = workKey(row.work);
    const earlier = first.get(key);
    if (earlier !== undefined) return { ...row, conflict: `The same person as in row ${earlier}` };
    first.set(key, row.rowNumber);
    return row;
  });
}

function toOperation(works: readonly PipelineWork[]): PipelineKind {
  const [first] = works;
  if (first === undefined) return 'changes';
  return works.every(({ kind }) => kind === first.kind) ? first.kind : 'changes';
}

async function store(
  batches: BatchStore,
  { workspaceId, name, title, source }: BatchToPrepare,
  rows: readonly RowToPrepare[],
  operation: PipelineKind,
): Promise<string> {
  const { headers, ...file } = source;
  const batchId = batches.begin({
    workspaceId,
    name: name.slice(0, 200),
    source: { ...file, columns: headers.map((header, index) => ({ letter: toLetter(index), header })) },
    work: { operation, order: { title: title.slice(0, 500) } },
    rowCount: rows.length,
  });
  for (let from = 0; from < rows.length; from += maxRowsPerChunk) {
    batches.addRows(batchId, from, rows.slice(from, from + maxRowsPerChunk).map(toBatchRow));
    await setImmediate();
  }
  return batchId;
}

function toBatchRow({ rowNumber, person, cells, work, conflict }: RowToPrepare): BatchRow {
  return {
    rowNumber,
    cells: [...cells],
    person,
    ...(work === null ? {} : { work }),
    skip: conflict === null ? null : { why: 'blocked', detail: conflict.slice(0, 500) },
  };
}

function toGroups(works: readonly PipelineWork[]): PreparedPipeline['groups'] {
  const groups = new Map<string, PreparedPipeline['groups'][number]>();
  for (const work of works) {
    const fromTitle = work.kind === 'add' ? null : work.fromStageTitle;
    const toTitle =
      work.kind === 'reject'
        ? null
        : work.kind === 'move'
          ? work.stageTitle
          : [work.projectTitle, work.stageTitle].filter(Boolean).join(', ');
    const key = JSON.stringify([work.kind, fromTitle, toTitle]);
    const known = groups.get(key);
    groups.set(key, { kind: work.kind, fromTitle, toTitle, count: (known?.count ?? 0) + 1 });
  }
  return [...groups.values()].sort((left, right) => right.count - left.count).slice(0, 2000);
}

/** 0 → A, 26 → AA. */
function toLetter(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest < 0 ? '' : toLetter(rest)) + String.fromCharCode(65 + (index % 26));
}

/** The hash of a batch that comes from no file: of what it was prepared from. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
