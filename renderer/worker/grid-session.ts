// What the grid can do to many cells at once: copy, paste, fill, clear, find, replace, leave out. Everything is one step for Undo.
// Never touches a row that is not shown, and never gives the window more than it asks for.
import type { BatchRow } from '../../shared/operations/batch';
import { cellText } from '../../shared/operations/cell-text';
import type { PersonField } from '../../shared/operations/field';
import { dataEdge } from '../components/data-grid/data-edge';
import { type CellQuery, toMatcher } from './cell-query';
import type { CellSpan, RowsDone, SpanFacts } from './cell-span';
import { type CopiedCells, toClipboard } from './clipboard-cells';
import { findHits, type Hit, type HitPlace, nextHitIndex, toHitNumber, toHitPlace } from './find-hits';
import { toGridRow } from './grid-row';
import { type Pasted, pasteBlock, readPasted } from './paste-block';
import { leftOverWords } from './paste-words';
import type { RowChange } from './row-changes';
import { type ChangeVerb, changeSentence, hasSuggestion } from './row-fixes';
import { findRowNumbers } from './row-view';
import { RowsSession } from './rows-session';
import type { RowFilter } from './session-types';

/** A column that can be copied. */
export type CopiedColumn = PersonField | 'row' | 'wrong';

interface KnownHits {
  readonly key: string;
  readonly view: readonly number[];
  readonly hits: readonly number[];
}

/** The rows of a sheet, worked on as in a spreadsheet. */
export abstract class GridSession extends RowsSession {
  private known: KnownHits | null = null;

  /** The cells of rows `fromRow` up to, not including, `toRow`, for the clipboard. */
  copyCells(fromRow: number, toRow: number, columns: readonly CopiedColumn[]): CopiedCells {
    const checked = this.needChecked();
    return toClipboard(
      this.rowsOf({ fromRow, toRow }).map((row) => {
        const isShort = columns.includes('wrong');
        const wrong = isShort ? toGridRow(checked, row, undefined, undefined).inShort : '';
        return columns.map((column) =>
          column === 'row' ? String(row.rowNumber) : column === 'wrong' ? wrong : (row.person[column] ?? ''),
        );
      }),
    );
  }

  paste(span: CellSpan, pasted: Pasted): RowsDone {
    const block = readPasted(pasted);
    const rows = this.rowsOf({
      fromRow: span.fromRow,
      toRow: Math.max(span.toRow, span.fromRow + block.cells.length),
    });
    const result = pasteBlock(block, {
      rows,
      chosenRows: span.toRow - span.fromRow,
      chosenFields: span.fields,
    });
    const { summary, sentence } = this.put('Pasted', result.changes);
    const leftOver = leftOverWords(result.rowsLeftOver, result.columnsLeftOver);
    return { summary, sentence: leftOver === null ? sentence : `${sentence}. ${leftOver}` };
  }

  clearCells({ fields, ...rows }: CellSpan): RowsDone {
    return this.put(
      'Cleared',
      this.rowsOf(rows).flatMap(({ rowNumber, person }) =>
        fields.flatMap((field): RowChange[] =>
          person[field] === null ? [] : [{ kind: 'value', rowNumber, field, value: null }],
        ),
      ),
    );
  }

  /** The first row's values in all rows of the span; a single row takes those of the row above. */
  fillDown({ fromRow, toRow, fields }: CellSpan): RowsDone {
    const [first, ...others] = this.rowsOf({ fromRow: toRow - fromRow > 1 ? fromRow : fromRow - 1, toRow });
    return this.put(
      'Filled',
      others.flatMap(({ rowNumber, person }) =>
        fields.flatMap((field): RowChange[] => {
          const value = first?.person[field] ?? null;
          return person[field] === value ? [] : [{ kind: 'value', rowNumber, field, value }];
        }),
      ),
    );
  }

  /** The suggestion of every problem in the span. */
  fixIn(span: CellSpan): RowsDone {
    return this.put('Fixed', this.suggestionsIn(span));
  }

  leaveOutIn(fromRow: number, toRow: number): RowsDone {
    return this.decide(this.rowsOf({ fromRow, toRow }), 'leave-out');
  }

  takeInIn(fromRow: number, toRow: number): RowsDone {
    return this.decide(this.rowsOf({ fromRow, toRow }), 'take-in');
  }

  /** Leaves out every row of a filter, seen or not. */
  leaveOutThose(filter: RowFilter): RowsDone {
    return this.decide(this.rowsWith(filter), 'leave-out');
  }

  takeInThose(filter: RowFilter): RowsDone {
    return this.decide(this.rowsWith(filter), 'take-in');
  }

  spanFacts(span: CellSpan): SpanFacts {
    const checked = this.needChecked();
    const rows = this.rowsOf(span);
    const canTakeIn = rows.filter((row) => checked.statusOf(row) === 'left-out').length;
    return {
      rowCount: rows.length,
      canLeaveOut: rows.length - canTakeIn,
      canTakeIn,
      fixable: this.suggestionsIn(span).length,
    };
  }

  /** Where Ctrl and an arrow lead from a row: to the edge of what is filled in that column of the list. */
  edgeFrom(rowIndex: number, columnId: PersonField | 'row' | 'wrong', way: 'up' | 'down'): number {
    const checked = this.needChecked();
    const isFilled = (index: number): boolean => {
      const row = checked.row(this.view[index] ?? 0);
      if (row === undefined || columnId === 'row') return row !== undefined;
      return columnId === 'wrong' ? checked.statusOf(row) !== 'fine' : row.person[columnId] !== null;
    };
    const last = way === 'up' ? 0 : Math.max(0, this.view.length - 1);
    return dataEdge(isFilled, rowIndex, way === 'up' ? -1 : 1, last);
  }

  /** The hit to go to from a cell of the list, and how many there are; null where nothing is found. */
  nextHit(
    query: CellQuery,
    from: { readonly rowIndex: number; readonly field: PersonField | null },
    way: 'here' | 'next' | 'before',
  ): { readonly hit: Hit; readonly total: number } | null {
    const hits = this.hitsOf(query);
    if (hits.length === 0) return null;
    const index = nextHitIndex(hits, toHitNumber(from.rowIndex, from.field), way);
    return { hit: { ...toHitPlace(hits[index] ?? 0), number: index + 1 }, total: hits.length };
  }

  /** Replaces in one cell. A cell that no longer holds the text stays as it is. */
  replaceHit(query: CellQuery, by: string, { rowIndex, field }: HitPlace): RowsDone {
    return this.replaceIn(query, by, [toHitNumber(rowIndex, field)]);
  }

  /** Replaces in every cell of the shown rows. */
  replaceAll(query: CellQuery, by: string): RowsDone {
    return this.replaceIn(query, by, this.hitsOf(query));
  }

  private replaceIn(query: CellQuery, by: string, hits: readonly number[]): RowsDone {
    const checked = this.needChecked();
    const matcher = toMatcher(query);
    const changes = hits.flatMap((hit): RowChange[] => {
      const { rowIndex, field } = toHitPlace(hit);
      const row = checked.row(this.view[rowIndex] ?? 0);
      const before = row?.person[field];
      if (matcher === null || row === undefined || before == null || !matcher.test(before)) return [];
      const value = cellText(matcher.replace(before, by));
      return value === before ? [] : [{ kind: 'value', rowNumber: row.rowNumber, field, value }];
    });
    return this.put('Replaced', changes);
  }

  private hitsOf(query: CellQuery): readonly number[] {
    const checked = this.needChecked();
    const key = JSON.stringify([this.revision, query]);
    if (this.known?.key === key && this.known.view === this.view) return this.known.hits;
    const matcher = toMatcher(query);
    const hits = matcher === null ? [] : findHits(checked, this.view, query, matcher);
    this.known = { key, view: this.view, hits };
    return hits;
  }

  private suggestionsIn({ fields, ...rows }: CellSpan): RowChange[] {
    const checked = this.needChecked();
    return this.rowsOf(rows).flatMap((row) => {
      if (checked.statusOf(row) === 'left-out') return [];
      const fixed = new Set<PersonField>();
      return checked.problemsOf(row.rowNumber).flatMap((problem): RowChange[] => {
        if (!hasSuggestion(problem, row.person)) return [];
        const { field, suggestion } = problem;
        if (!fields.includes(field) || fixed.has(field)) return [];
        fixed.add(field);
        return [{ kind: 'value', rowNumber: row.rowNumber, field, value: suggestion }];
      });
    });
  }

  private decide(rows: readonly BatchRow[], decision: 'leave-out' | 'take-in'): RowsDone {
    const checked = this.needChecked();
    const rowNumbers = rows
      .filter((row) => (checked.statusOf(row) === 'left-out') === (decision === 'take-in'))
      .map(({ rowNumber }) => rowNumber);
    if (rowNumbers.length === 0) return { summary: this.check(), sentence: 'Nothing changed' };
    const summary = decision === 'leave-out' ? this.leaveOut(rowNumbers) : this.takeIn(rowNumbers);
    return { summary, sentence: summary.undoes ?? '' };
  }

  private put(verb: ChangeVerb, changes: readonly RowChange[]): RowsDone {
    return { summary: this.change(verb, changes), sentence: changeSentence(verb, changes) };
  }

  private rowsOf({ fromRow, toRow }: Pick<CellSpan, 'fromRow' | 'toRow'>): BatchRow[] {
    const checked = this.needChecked();
    return this.view.slice(Math.max(0, fromRow), toRow).flatMap((rowNumber) => checked.row(rowNumber) ?? []);
  }

  private rowsWith(filter: RowFilter): BatchRow[] {
    const checked = this.needChecked();
    return findRowNumbers(checked, filter, '', this.invitedBefore()).flatMap(
      (rowNumber) => checked.row(rowNumber) ?? [],
    );
  }
}
