import { type CSSProperties, memo, type ReactNode, useId } from 'react';
import { oneLine } from '../one-line';
import styles from './data-grid.module.css';
import type { DataGridColumn } from './data-grid-types';

interface GridCellProps<Row> {
  readonly column: DataGridColumn<Row>;
  readonly columnIndex: number;
  readonly rowIndex: number;
  readonly row: Row | undefined;
  readonly left: number;
  readonly width: number;
  readonly isActive: boolean;
  /** The cell to which keys go, marked also while the focus is elsewhere. */
  readonly isMarked: boolean;
  /** Null where cells cannot be chosen. */
  readonly isChosen: boolean | null;
  /** The editor, while this cell is edited. */
  readonly editor: ReactNode;
}

/** Width of the grey bars that stand for rows on their way, so that they do not look like data. */
const waitingWidths = ['70%', '52%', '62%', '44%'];

function GridCellView<Row>({
  column,
  columnIndex,
  rowIndex,
  row,
  left,
  width,
  isActive,
  isMarked,
  isChosen,
  editor,
}: GridCellProps<Row>) {
  const problemId = useId();
  const problem = row === undefined ? null : (column.problem?.(row) ?? null);
  const text = row === undefined ? '' : column.text(row);
  const style: CSSProperties = column.isRowHeader ? { width } : { left, width };
  return (
    <div
      role={column.isRowHeader ? 'rowheader' : 'gridcell'}
      aria-colindex={columnIndex + 1}
      aria-selected={isChosen ?? undefined}
      aria-invalid={problem === null ? undefined : true}
      aria-describedby={problem === null ? undefined : problemId}
      tabIndex={isActive ? 0 : -1}
      data-row={rowIndex}
      data-column={columnIndex}
      data-align={column.align}
      data-tone={column.tone}
      data-tint={(row === undefined ? null : column.tint?.(row)) ?? undefined}
      data-row-header={column.isRowHeader || undefined}
      data-plain={(column.view === undefined && row !== undefined && editor === null) || undefined}
      data-marked={isMarked || undefined}
      data-editing={editor !== null || undefined}
      className={styles.cell}
      style={style}
      title={column.view === undefined && text.length > 8 ? text : undefined}
    >
      {row === undefined ? (
        <span className={styles.waiting} style={{ width: waitingWidths[(rowIndex + columnIndex) % 4] }} />
      ) : (
        (editor ?? column.view?.(row) ?? oneLine(text))
      )}
      {problem !== null && (
        <span id={problemId} hidden>
          {problem}
        </span>
      )}
    </div>
  );
}

/** One cell. Drawn anew only where its row, its place or its focus changes. */
export const GridCell = memo(GridCellView) as typeof GridCellView;
