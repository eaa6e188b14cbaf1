import type { DataGridColumn } from '../../components/data-grid/data-grid-types';
import { isGridField } from '../../worker/grid-fields';
import type { RowArrangement, SortColumn } from '../../worker/row-arrangement';
import type { GridRow } from '../../worker/session-types';
import { ColumnMenu } from './parts/column-menu';

/** Whether the rows can be sorted by a column. */
export function isSortColumn(columnId: string): columnId is SortColumn {
  return columnId === 'wrong' || isGridField(columnId);
}

interface Menus {
  readonly arrangement: RowArrangement;
  /** The column whose menu is open. */
  readonly open: SortColumn | null;
  readonly onOpen: (column: SortColumn | null) => void;
  readonly onArrange: (arrangement: RowArrangement) => void;
}

/** The columns with menus in their headers. */
export function withColumnMenus(
  columns: readonly DataGridColumn<GridRow>[],
  { arrangement, open, onOpen, onArrange }: Menus,
): DataGridColumn<GridRow>[] {
  return columns.map((column) => {
    const { id } = column;
    if (!isSortColumn(id)) return column;
    return {
      ...column,
      ...(arrangement.sort?.column === id ? { sorted: arrangement.sort.direction } : {}),
      headerView: (
        <ColumnMenu
          column={id}
          arrangement={arrangement}
          isOpen={open === id}
          onOpen={(isOpen) => onOpen(isOpen ? id : null)}
          onArrange={onArrange}
        />
      ),
    };
  });
}
