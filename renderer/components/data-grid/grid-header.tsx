import { memo } from 'react';
import type { ColumnPlace } from './column-layout';
import styles from './data-grid.module.css';
import type { DataGridColumn } from './data-grid-types';

interface GridHeaderProps<Row> {
  readonly columns: readonly DataGridColumn<Row>[];
  readonly columnPlaces: readonly ColumnPlace[];
  readonly width: number;
  readonly height: number;
}

function GridHeaderView<Row>({ columns, columnPlaces, width, height }: GridHeaderProps<Row>) {
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
              aria-sort={column.sorted}
              aria-label={column.headerView === undefined ? undefined : column.header}
              className={styles.headerCell}
              data-align={column.align}
              data-row-header={column.isRowHeader || undefined}
              style={column.isRowHeader ? { width: place.width } : { left: place.left, width: place.width }}
            >
              {column.headerView ?? <span>{column.header}</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The header row; it stays at the top while rows pass under it. Drawn anew only where a column changes. */
export const GridHeader = memo(GridHeaderView) as typeof GridHeaderView;
