// A run's results as they go into the recruiter's own file. Never gives out results whose numbers do not add up.
import type { WriteBackOrder, WriteBackRow, WriteBackValue } from '../../shared/write-back/write-back-order';
import { toLocalTime } from '../workbooks/local-time';
import { type ResultValue, toResultColumns } from '../workbooks/result-columns';
import type { ResultRow, ResultsSource } from '../workbooks/results-source';
import { assertTotalsAddUp } from '../workbooks/results-tally';

type Origin = Pick<ResultsSource, 'source' | 'work'>;

/** What goes into the file, and where it came from. @throws AppError `run/totals-differ`. */
export function toWriteBackOrder({
  summary,
  source,
  work,
}: Origin & Pick<ResultsSource, 'summary'>): WriteBackOrder {
  assertTotalsAddUp(summary);
  const { ourHeaders, ourWidths } = toResultColumns({ source, work }, 'beside-theirs');
  return {
    source,
    columns: ourHeaders.map((header, index) => ({ header, width: ourWidths[index] ?? 20 })),
  };
}

/** How a row of such a run fills the columns. */
export function toWriteBackRows(origin: Origin): (row: ResultRow) => WriteBackRow {
  const columns = toResultColumns(origin, 'beside-theirs');
  return (row) => ({
    rowNumber: row.rowNumber,
    cells: row.cells,
    values: columns.ourValues(row).map(toValue),
  });
}

/** Excel's own limit for a cell. */
const maxCellLength = 32_767;

function toValue(value: ResultValue): WriteBackValue {
  switch (value.kind) {
    case 'none':
      return value;
    case 'text':
    case 'outcome':
      return { kind: 'text', text: value.text.slice(0, maxCellLength) };
    case 'number':
      return { kind: 'text', text: String(value.value) };
    case 'time':
      return { kind: 'time', text: toLocalTime(value.timeMs) };
  }
}
