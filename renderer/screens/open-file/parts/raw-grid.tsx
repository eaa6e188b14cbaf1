import { useCallback, useEffect, useMemo, useState } from 'react';
import { columnLetter } from '../../../components/data-grid/column-layout';
import { DataGrid } from '../../../components/data-grid/data-grid';
import type { DataGridColumn, RowLook } from '../../../components/data-grid/data-grid-types';
import { HiddenSign } from '../../../components/hidden-sign';
import { oneLine } from '../../../components/one-line';
import { mostPreviewColumns, type RawRow, type TableSummary } from '../../../worker/session-types';
import { useNewBatch } from '../../new-batch/use-new-batch';
import { useRowPages } from '../../new-batch/use-row-pages';
import { rawColumnWidths } from './raw-column-widths';
import styles from './raw-grid.module.css';

/** Enough to judge how wide columns are. */
const measuredRows = 60;

interface RawGridProps {
  readonly table: TableSummary;
  readonly onChooseHeaderRow: (rowNumber: number) => void;
}

/** The sheet as it stands there, with Excel's letters and row numbers. A click on a row makes it the header. */
export function RawGrid({ table, onChooseHeaderRow }: RawGridProps) {
  const { sheet } = useNewBatch();
  const [widths, setWidths] = useState<readonly number[]>([]);

  const read = useCallback((from: number, to: number) => sheet.ask('rawRows', from + 1, to), [sheet]);
  const { rowAt, onRangeChange } = useRowPages<RawRow>({
    read,
    rowCount: table.lineCount,
    listKey: 'raw',
    revision: table.headerRow ?? 0,
  });

  const firstMeasured = (table.headerRow ?? 1) - 1;
  useEffect(() => {
    let isWanted = true;
    read(firstMeasured, Math.min(firstMeasured + measuredRows, table.lineCount)).then(
      (rows) => isWanted && setWidths(rawColumnWidths(rows, Math.min(table.columnCount, mostPreviewColumns))),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [read, table.columnCount, table.lineCount, firstMeasured]);

  const hidden = useMemo(() => new Set(table.hiddenColumns), [table.hiddenColumns]);
  const columns = useMemo<DataGridColumn<RawRow>[]>(
    () => [
      {
        id: 'row',
        header: 'Row',
        headerView: '',
        width: 44 + 8 * Math.max(0, String(table.lineCount).length - 3),
        isRowHeader: true,
        text: (row) => String(row.rowNumber),
        view: (row) => (row.hidden ? <HiddenSign text={String(row.rowNumber)} what="row" /> : row.rowNumber),
      },
      ...widths.map(
        (width, index): DataGridColumn<RawRow> => ({
          id: `c${index}`,
          header: hidden.has(index) ? `${columnLetter(index)}, hidden in the sheet` : columnLetter(index),
          ...(hidden.has(index) && { headerView: <HiddenSign text={columnLetter(index)} what="column" /> }),
          width,
          text: (row) => row.cells[index] ?? '',
          view: (row) => (
            <span
              className={runsOver(row, index) ? styles.runsOver : styles.cut}
              title={longText(row.cells[index])}
            >
              {oneLine(row.cells[index] ?? '')}
            </span>
          ),
          ...(index === widths.length - 1 ? { grows: true } : {}),
        }),
      ),
    ],
    [widths, hidden, table.lineCount],
  );

  return (
    <div className={styles.frame}>
      <DataGrid
        label="Rows of the sheet. Enter makes a row the header."
        kind="letters"
        rowHeight={28}
        columns={columns}
        rowCount={table.lineCount}
        rowAt={rowAt}
        onRangeChange={onRangeChange}
        rowLook={lookOf}
        onActivate={(row) => onChooseHeaderRow(row.rowNumber)}
      />
    </div>
  );
}

/** Short texts are read in the cell itself. */
function longText(text: string | undefined): string | undefined {
  return text !== undefined && text.length > 12 ? text : undefined;
}

/** A title above the header runs over the empty cells beside it, as in Excel. */
function runsOver(row: RawRow, index: number): boolean {
  return row.role === 'above' && index === row.cells.length - 1 && row.cells[index] !== '';
}

function lookOf(row: RawRow): RowLook {
  if (row.role === 'header') return 'head';
  return row.role === 'above' || row.role === 'left-out' ? 'quiet' : 'normal';
}
