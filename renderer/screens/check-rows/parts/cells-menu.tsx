import type { CellRange } from '../../../components/data-grid/data-grid-types';
import { formatNumber } from '../../../components/format-number';
import type { SpanFacts } from '../../../worker/cell-span';
import type { SortColumn } from '../../../worker/row-arrangement';
import type { Fix, GridRow, RowFilter } from '../../../worker/session-types';
import type { alikeOf } from '../alike-of';
import { columnWords } from '../arrangement-words';
import type { useGridEdits } from '../use-grid-edits';
import { isSortColumn } from '../with-column-menus';
import { RowMenu, type RowMenuChoice } from './row-menu';

export interface OpenMenu {
  readonly range: CellRange;
  /** In pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly facts: SpanFacts;
}

interface CellsMenuProps {
  readonly menu: OpenMenu;
  /** The row of the cell in focus. */
  readonly row: GridRow | null;
  readonly isMany: boolean;
  readonly fixes: readonly Fix[];
  /** The other rows with the problem of the one cell that is chosen. */
  readonly alike: ReturnType<typeof alikeOf>;
  readonly edits: ReturnType<typeof useGridEdits>;
  /** Gives the focus back to the grid. */
  readonly onClose: () => void;
  readonly onFind: () => void;
  readonly onSeeAll: (filter: RowFilter) => void;
  readonly onSort: (column: SortColumn) => void;
  readonly onFix: (fix: Fix) => void;
}

/** The menu of the chosen cells, and what its entries do to them. */
export function CellsMenu(props: CellsMenuProps) {
  const { menu, row, isMany, fixes, alike, edits, onClose, onFind, onSeeAll, onSort, onFix } = props;
  const { range, at, facts } = menu;
  const sorted = range.columnIds.find(isSortColumn);
  const choose = (what: RowMenuChoice) => {
    if (what === 'fix') void edits.fix(range);
    else if (what === 'leave-out') void edits.leaveOut(range);
    else if (what === 'take-in') void edits.takeIn(range);
    else if (what === 'copy') void edits.copy(range);
    else if (what === 'cut') void edits.cut(range);
    else if (what === 'paste') {
      onClose();
      edits.pasteHere();
    } else if (what === 'fill-down') void edits.fillDown(range);
    else if (what === 'clear') void edits.clear(range);
    else if (what === 'find') onFind();
    else if (what === 'see-all' && alike !== null) onSeeAll(alike.filter);
    else if (what === 'sort' && sorted !== undefined) onSort(sorted);
  };
  return (
    <RowMenu
      at={at}
      facts={facts}
      rowNumber={row?.rowNumber ?? null}
      fixes={fixes}
      seeAll={alike === null ? null : `See all ${formatNumber(alike.count)}: ${alike.title}`}
      column={sorted === undefined || isMany ? null : columnWords(sorted)}
      onClose={onClose}
      onDo={choose}
      onFix={onFix}
    />
  );
}
