import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { CellEditor, type EditEnd } from './cell-editor';
import styles from './data-grid.module.css';
import type { CellPlace, DataGridHandle, DataGridProps } from './data-grid-types';
import { GridHeader } from './grid-header';
import { GridPopUp } from './grid-pop-up';
import { GridRow } from './grid-row';
import { type GridPoint, nextEditable, nextPlace, parseClipboard } from './next-place';
import { overscan, useGridView } from './use-grid-view';

/** Headers are as high as rows, at most 32. */
const maxHeaderHeight = 32;

interface Editing {
  readonly text: string;
  readonly isReplacing: boolean;
}

/**
 * A grid for lists and spreadsheets, up to Excel's 1,048,576 rows: it draws what is seen and asks for the rest by range.
 * An ARIA grid with one Tab stop: arrows, Home, End, Page keys and Ctrl move; Enter, F2 and typing edit; Ctrl C copies.
 */
export function DataGrid<Row>(props: DataGridProps<Row> & { readonly ref?: Ref<DataGridHandle> }) {
  const {
    label,
    columns,
    rowCount,
    rowAt,
    onRangeChange,
    rowHeight,
    kind = 'list',
    rowLook,
    place,
    onPlaceChange,
    onEdit,
    onActivate,
    onPaste,
    onOtherKey,
    popUp,
    empty,
    ref,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const [ownPoint, setOwnPoint] = useState<GridPoint | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);

  const toPoint = (at: CellPlace): GridPoint => ({
    row: at.rowIndex,
    column: Math.max(
      0,
      columns.findIndex(({ id }) => id === at.columnId),
    ),
  });
  const toPlace = (point: GridPoint): CellPlace => ({
    rowIndex: point.row,
    columnId: columns[point.column]?.id ?? '',
  });
  const given = place === undefined ? ownPoint : place === null ? null : toPoint(place);
  const active: GridPoint = {
    row: Math.min(given?.row ?? 0, Math.max(0, rowCount - 1)),
    column: Math.min(given?.column ?? 0, columns.length - 1),
  };

  const headerHeight = Math.min(rowHeight, maxHeaderHeight);
  const { virtualizer, columnPlaces, fromColumn, toColumn, totalWidth, viewWidth } = useGridView({
    scroller,
    columns,
    rowCount,
    rowHeight,
    headerHeight,
    activeRow: active.row,
  });
  const drawn = virtualizer.getVirtualItems();
  const range = virtualizer.range;
  const from = range === null ? 0 : Math.max(0, range.startIndex - overscan);
  const to = range === null ? 0 : Math.min(rowCount, range.endIndex + 1 + overscan);

  useEffect(() => {
    if (to > from) onRangeChange?.(from, to);
  }, [from, to, onRangeChange]);

  const show = (point: GridPoint) => {
    virtualizer.scrollToIndex(point.row, { align: 'auto' });
    const element = scroller.current;
    const box = columnPlaces[point.column];
    if (element === null || box === undefined || columns[point.column]?.isRowHeader) return;
    const pinned = columns[0]?.isRowHeader ? (columnPlaces[0]?.width ?? 0) : 0;
    if (box.left - pinned < element.scrollLeft) element.scrollLeft = box.left - pinned;
    else if (box.left + box.width > element.scrollLeft + element.clientWidth)
      element.scrollLeft = box.left + box.width - element.clientWidth;
  };

  const goTo = (point: GridPoint) => {
    wantsFocus.current = true;
    show(point);
    if (place === undefined) setOwnPoint(point);
    onPlaceChange?.(toPlace(point));
  };

  const focusActive = useCallback(() => {
    scroller.current
      ?.querySelector<HTMLElement>(`[data-row="${active.row}"][data-column="${active.column}"]`)
      ?.focus({ preventScroll: true });
  }, [active.row, active.column]);

  useLayoutEffect(() => {
    if (!wantsFocus.current || editing !== null) return;
    wantsFocus.current = false;
    focusActive();
  });

  useImperativeHandle(ref, () => ({
    focusCell: (at) => goTo(toPoint(at)),
    showRow: (rowIndex) => virtualizer.scrollToIndex(rowIndex, { align: 'auto' }),
  }));

  const canEdit = (point: GridPoint): boolean => {
    const row = rowAt(point.row);
    return onEdit !== undefined && row !== undefined && columns[point.column]?.canEdit?.(row) === true;
  };
  const textAt = (point: GridPoint): string => {
    const row = rowAt(point.row);
    return row === undefined ? '' : (columns[point.column]?.text(row) ?? '');
  };
  const beginEdit = (point: GridPoint, typed: string | null) =>
    setEditing({ text: typed ?? textAt(point), isReplacing: typed !== null });

  const size = {
    rowCount,
    columnCount: columns.length,
    pageRows: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2),
  };

  const endEdit = (text: string, end: EditEnd) => {
    setEditing(null);
    if (text !== textAt(active)) onEdit?.(toPlace(active), text);
    if (end === 'stay') return;
    const next =
      end === 'down' || end === 'up'
        ? nextPlace(active, end === 'down' ? 'ArrowDown' : 'ArrowUp', false, size)
        : nextEditable(active, end === 'before', size, canEdit);
    goTo(next ?? active);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (
      editing !== null ||
      rowCount === 0 ||
      (event.target as HTMLElement).closest('[role="gridcell"],[role="rowheader"]') !== event.target
    )
      return;
    const withControl = event.ctrlKey || event.metaKey;
    if (onOtherKey?.(event, toPlace(active)) === true) {
      event.preventDefault();
      return;
    }
    const next = nextPlace(active, event.key, withControl, size);
    if (next !== null) {
      goTo(next);
    } else if (canEdit(active) && (event.key === 'Enter' || event.key === 'F2')) {
      beginEdit(active, null);
    } else if (canEdit(active) && (event.key === 'Delete' || event.key === 'Backspace')) {
      onEdit?.(toPlace(active), '');
    } else if (canEdit(active) && event.key.length === 1 && !withControl && !event.altKey) {
      beginEdit(active, event.key);
    } else if (event.key === 'Enter') {
      const row = rowAt(active.row);
      if (row !== undefined) onActivate?.(row, active.row, toPlace(active));
    } else {
      return;
    }
    event.preventDefault();
  };

  const pointOf = (event: MouseEvent): GridPoint | null => {
    const target = event.target as HTMLElement;
    const cell = target.closest<HTMLElement>('[data-row][data-column]');
    const control = target.closest('button, a, input, label');
    if (cell === null || (control !== null && cell.contains(control))) return null;
    return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
  };
  const activate = (point: GridPoint) => {
    const row = rowAt(point.row);
    if (row !== undefined) onActivate?.(row, point.row, toPlace(point));
  };
  const onClick = (event: MouseEvent) => {
    const point = pointOf(event);
    if (point === null || editing !== null) return;
    goTo(point);
    if (kind !== 'sheet') activate(point);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const point = pointOf(event);
    if (point === null || editing !== null) return;
    if (canEdit(point)) beginEdit(point, null);
    else if (kind !== 'list') activate(point);
  };

  const isElsewhere = (target: EventTarget) =>
    editing !== null || (target as HTMLElement).closest('input, textarea') !== null;
  const popUpPoint = popUp ? toPoint(popUp.at) : null;
  const popUpLeft = popUpPoint === null ? 0 : (columnPlaces[popUpPoint.column]?.left ?? 0);

  return (
    <div
      ref={scroller}
      className={styles.grid}
      data-kind={kind}
      data-clickable={(kind === 'list' && onActivate !== undefined) || undefined}
      style={{ '--row-height': `${rowHeight}px` }}
    >
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length}
        style={{
          width: totalWidth,
          height: rowCount === 0 ? undefined : headerHeight + virtualizer.getTotalSize(),
        }}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onCopy={(event) => {
          if (isElsewhere(event.target) || !document.getSelection()?.isCollapsed) return;
          event.preventDefault();
          event.clipboardData.setData('text/plain', textAt(active));
        }}
        onPaste={(event) => {
          if (isElsewhere(event.target) || onPaste === undefined) return;
          event.preventDefault();
          onPaste(toPlace(active), parseClipboard(event.clipboardData.getData('text/plain')));
        }}
      >
        <GridHeader columns={columns} columnPlaces={columnPlaces} width={totalWidth} height={headerHeight} />
        <div role="rowgroup" className={styles.rows}>
          {drawn.map((item) => {
            const row = rowAt(item.index);
            const isActiveRow = item.index === active.row;
            return (
              <GridRow
                key={item.key}
                columns={columns}
                columnPlaces={columnPlaces}
                fromColumn={fromColumn}
                toColumn={toColumn}
                row={row}
                rowIndex={item.index}
                top={item.start - headerHeight}
                width={totalWidth}
                height={rowHeight}
                look={row === undefined ? 'normal' : (rowLook?.(row, item.index) ?? 'normal')}
                activeColumn={isActiveRow ? active.column : null}
                isFocusable={given !== null}
                editor={
                  isActiveRow && editing !== null ? (
                    <CellEditor
                      label={`${columns[active.column]?.header ?? ''}, edit`}
                      text={editing.text}
                      isReplacing={editing.isReplacing}
                      onEnd={endEdit}
                      onCancel={() => {
                        setEditing(null);
                        wantsFocus.current = true;
                      }}
                    />
                  ) : null
                }
              />
            );
          })}
        </div>
      </div>
      {rowCount === 0 && empty}
      {popUpPoint !== null && (
        <GridPopUp
          cell={{ left: popUpLeft, top: headerHeight + popUpPoint.row * rowHeight, height: rowHeight }}
          view={{
            left: scroller.current?.scrollLeft ?? 0,
            width: viewWidth,
            bottom: (virtualizer.scrollOffset ?? 0) + (scroller.current?.clientHeight ?? 0),
          }}
          onEscape={focusActive}
        >
          {popUp?.content}
        </GridPopUp>
      )}
    </div>
  );
}
