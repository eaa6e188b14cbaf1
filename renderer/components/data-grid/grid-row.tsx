import { memo, type ReactNode } from 'react';
import type { ColumnPlace } from './column-layout';
import styles from './data-grid.module.css';
import type { DataGridColumn, RowLook } from './data-grid-types';
import { GridCell } from './grid-cell';

interface GridRowProps<Row> {
  readonly columns: readonly DataGridColumn<Row>[];
  readonly columnPlaces: readonly ColumnPlace[];
  /** The columns that meet the view; the first one is drawn always. */
  readonly fromColumn: number;
  readonly toColumn: number;
  readonly row: Row | undefined;
  readonly rowIndex: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly look: RowLook;
  /** The column of this row's focused cell; null where the focus is in another row. */
  readonly activeColumn: number | null;
  /** The first and last chosen column of this row; -1 where none is, null where cells cannot be chosen. */
  readonly chosenFrom: number | null;
  readonly chosenTo: number | null;
  readonly isFocusable: boolean;
  /** The editor in the focused cell, while it is edited. */
  readonly editor: ReactNode;
}

function GridRowView<Row>(props: GridRowProps<Row>) {
  const {
    columns,
    columnPlaces,
    fromColumn,
    toColumn,
    row,
    rowIndex,
    top,
    width,
    height,
    look,
    activeColumn,
    chosenFrom,
    chosenTo,
    isFocusable,
    editor,
  } = props;
  return (
    <div
      role="row"
      aria-rowindex={rowIndex + 2}
      aria-selected={look === 'selected' || undefined}
      className={styles.row}
      data-look={look}
      data-active={(activeColumn !== null && isFocusable) || undefined}
      style={{ transform: `translateY(${top}px)`, width, height }}
    >
      {columns.map((column, columnIndex) => {
        const isSeen =
          columnIndex === 0 ||
          columnIndex === activeColumn ||
          (columnIndex >= fromColumn && columnIndex < toColumn);
        const place = columnPlaces[columnIndex];
        if (!isSeen || place === undefined) return null;
        return (
          <GridCell
            key={column.id}
            column={column}
            columnIndex={columnIndex}
            rowIndex={rowIndex}
            row={row}
            left={place.left}
            width={place.width}
            isActive={columnIndex === activeColumn}
            isMarked={isFocusable && columnIndex === activeColumn && chosenFrom !== null}
            isChosen={
              chosenFrom === null || chosenTo === null
                ? null
                : columnIndex >= chosenFrom && columnIndex <= chosenTo
            }
            editor={columnIndex === activeColumn ? editor : null}
          />
        );
      })}
    </div>
  );
}

/** One row. Drawn anew only where something of it changes. */
export const GridRow = memo(GridRowView) as typeof GridRowView;
