import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo } from 'react';
import type { ColumnPlace } from './column-layout';
import styles from './data-grid.module.css';
import type { DataGridColumn } from './data-grid-types';

interface GridHeaderProps<Row> {
  readonly columns: readonly DataGridColumn<Row>[];
  readonly columnPlaces: readonly ColumnPlace[];
  readonly width: number;
  readonly height: number;
  readonly onSort?: ((columnId: string) => void) | undefined;
}

function GridHeaderView<Row>({ columns, columnPlaces, width, height, onSort }: GridHeaderProps<Row>) {
  return (
    <div role="rowgroup" className={styles.header} style={{ width, height }}>
      <div role="row" aria-rowindex={1} style={{ height: '100%' }}>
        {columns.map((column, columnIndex) => {
          const place = columnPlaces[columnIndex];
          if (place === undefined) return null;
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={columnIndex + 1}
              aria-label={
                (column.headerView ?? '') === '' && column.headerLead === undefined
                  ? undefined
                  : column.header
              }
              aria-sort={column.sorted ?? column.sort}
              className={styles.headerCell}
              data-align={column.align}
              data-row-header={column.isRowHeader || undefined}
              style={column.isRowHeader ? { width: place.width } : { left: place.left, width: place.width }}
            >
              {column.headerLead}
              {column.sort === undefined ? (
                column.headerView || (
                  <span className={column.headerView === '' ? 'sr-only' : undefined}>{column.header}</span>
                )
              ) : (
                <SortButton column={column} onSort={onSort} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface SortButtonProps<Row> {
  readonly column: DataGridColumn<Row>;
  readonly onSort: ((columnId: string) => void) | undefined;
}

/** The header's words as a button; the arrow stands at the column that the rows are sorted by. */
function SortButton<Row>({ column, onSort }: SortButtonProps<Row>) {
  const Arrow = column.sort === 'descending' ? IconArrowDown : IconArrowUp;
  return (
    <button type="button" className={styles.sort} onClick={() => onSort?.(column.id)}>
      <span>{column.headerView ?? column.header}</span>
      {column.sort !== 'none' && <Arrow size={12} aria-hidden="true" />}
    </button>
  );
}

/** The header row; it stays at the top while rows pass under it. Drawn anew only where a column changes. */
export const GridHeader = memo(GridHeaderView) as typeof GridHeaderView;
