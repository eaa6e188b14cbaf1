import { type CSSProperties, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { CellEditor } from './cell-editor';
import type { ColumnPlace } from './column-layout';
import styles from './data-grid.module.css';
import type { DataGridHandle, DataGridProps } from './data-grid-types';
import { GridHeader } from './grid-header';
import { GridPopUp } from './grid-pop-up';
import type { GridRange } from './grid-range';
import { GridRow } from './grid-row';
import type { GridPoint } from './next-place';
import { useBlankPlace } from './use-blank-place';
import { useGridHands } from './use-grid-hands';
import type { Editing } from './use-grid-keys';
import { useGridFocus, useGridPlace } from './use-grid-place';
import { useGridSelection } from './use-grid-selection';
import { useGridView } from './use-grid-view';
import { useListChange } from './use-list-change';

/** Headers are as high as rows, at most 32. */
const maxHeaderHeight = 32;

/**
 * A grid for lists and spreadsheets, up to Excel's 1,048,576 rows: it draws what is seen and asks for the rest by range.
 * An ARIA grid with one Tab stop: arrows, Home, End, Page keys and Ctrl move; Enter, F2 and typing edit; Ctrl C copies.
 * With `onSelectionChange` it behaves as a spreadsheet: Shift and dragging choose cells, Tab and Enter go from cell to cell, F6 leaves.
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
    onSort,
    isSelectable = false,
    popUp,
    empty,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const isSheet = props.onSelectionChange !== undefined;
  const headerHeight = Math.min(rowHeight, maxHeaderHeight);
  const viewHeight = scroller.current?.clientHeight ?? 0;

  const place = useGridPlace(props);
  const { active } = place;
  const view = useGridView({ scroller, columns, rowCount, rowHeight, headerHeight, activeRow: active.row });
  const { drawnRows, scrollToRow, columnPlaces, totalWidth } = view;
  const selection = useGridSelection(props, place);
  const { goTo, show, focusActive, focusSoon } = useGridFocus({
    scroller,
    scrollToRow,
    columns,
    columnPlaces,
    place,
    isEditing: editing !== null,
  });
  // One row stays in view when a page is turned, and the header covers another.
  const pageRows = Math.max(1, Math.floor(viewHeight / rowHeight) - 2);
  /** Places outside lead to the nearest cell, a little further out the further away they are. */
  const pointAt = (x: number, y: number): GridPoint => {
    const element = scroller.current;
    const box = element?.getBoundingClientRect();
    if (element === null || box === undefined) return active;
    const isPinned = columnPlaces[0] !== undefined && x - box.left < columnPlaces[0].width;
    const left = x - box.left + (isPinned ? 0 : element.scrollLeft);
    const row = Math.floor((y - box.top + element.scrollTop - headerHeight) / rowHeight);
    const after = columnPlaces.findIndex((columnPlace) => columnPlace.left > left);
    const column = (after === -1 ? columnPlaces.length : after) - 1;
    return { row: Math.min(Math.max(row, 0), rowCount - 1), column: Math.max(column, 0) };
  };
  const { endEdit, moveTo, listeners } = useGridHands({
    ...{ props, place, selection, pageRows, editing, setEditing, goTo, show, pointAt },
    scroller: () => scroller.current,
  });
  useBlankPlace(scroller, isSheet && place.isChosen ? focusActive : null);
  const { listKey } = props;
  useListChange({ scroller, listKey, rowCount, column: active.column, moveTo, show });
  useImperativeHandle(props.ref, () => ({
    focusCell: (at) => moveTo(place.toPoint(at)),
    focus: focusActive,
    chooseCell: (at) => {
      const point = place.toPoint(at);
      selection.collapse();
      show(point);
      place.setPoint(point);
    },
    showRow: scrollToRow,
  }));

  const { fromRow: from, toRow: to } = view;
  useEffect(() => {
    if (to > from) onRangeChange?.(from, to);
  }, [from, to, onRangeChange]);

  const cancelEdit = () => {
    setEditing(null);
    focusSoon();
  };
  const activePlace = columnPlaces[active.column];
  const viewRight = (scroller.current?.scrollLeft ?? 0) + view.viewWidth;
  const editor = editing !== null && (
    <CellEditor
      label={`${columns[active.column]?.header ?? ''}, edit`}
      text={editing.text}
      isReplacing={editing.isReplacing}
      room={viewRight - (activePlace?.left ?? 0)}
      onEnd={endEdit}
      onCancel={cancelEdit}
    />
  );
  const chosen = selection.range;
  const none = isSheet ? -1 : null;
  const isChosenRow = (index: number) =>
    isSheet && place.isChosen && index >= chosen.top && index <= chosen.bottom;
  const popUpPoint = popUp ? place.toPoint(popUp.at) : null;

  return (
    <div
      ref={scroller}
      className={styles.grid}
      data-kind={kind}
      data-sheet={isSheet || undefined}
      data-selectable={isSelectable || undefined}
      data-clickable={(kind === 'list' && props.onActivate !== undefined) || undefined}
      style={{ '--row-height': `${rowHeight}px` }}
    >
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length}
        aria-multiselectable={isSheet || isSelectable || undefined}
        style={{
          width: totalWidth,
          height: rowCount > 0 ? headerHeight + rowCount * rowHeight : undefined,
        }}
        {...listeners}
      >
        <GridHeader
          columns={columns}
          columnPlaces={columnPlaces}
          width={totalWidth}
          height={headerHeight}
          onSort={onSort}
        />
        <div role="rowgroup" className={styles.rows}>
          {drawnRows.map((index) => {
            const row = rowAt(index);
            const isActiveRow = index === active.row;
            return (
              <GridRow
                key={index}
                columns={columns}
                columnPlaces={columnPlaces}
                fromColumn={view.fromColumn}
                toColumn={view.toColumn}
                row={row}
                rowIndex={index}
                top={index * rowHeight}
                width={totalWidth}
                height={rowHeight}
                look={row === undefined ? 'normal' : (rowLook?.(row, index) ?? 'normal')}
                activeColumn={isActiveRow ? active.column : null}
                chosenFrom={isChosenRow(index) ? chosen.left : none}
                chosenTo={isChosenRow(index) ? chosen.right : none}
                isFocusable={place.isChosen}
                isSelectable={isSelectable}
                editor={isActiveRow && editor ? editor : null}
              />
            );
          })}
          {isSheet && place.isChosen && selection.isMany && (
            <div className={styles.chosen} style={boxOf(chosen, columnPlaces, rowHeight)} />
          )}
        </div>
      </div>
      {rowCount === 0 && empty}
      {popUpPoint !== null && (
        <GridPopUp
          cell={{
            left: columnPlaces[popUpPoint.column]?.left ?? 0,
            top: headerHeight + popUpPoint.row * rowHeight,
            height: rowHeight,
          }}
          view={{
            left: scroller.current?.scrollLeft ?? 0,
            width: view.viewWidth,
            bottom: (scroller.current?.scrollTop ?? 0) + viewHeight,
          }}
          onEscape={focusActive}
        >
          {popUp?.content}
        </GridPopUp>
      )}
    </div>
  );
}

function boxOf(
  { top, bottom, left, right }: GridRange,
  places: readonly ColumnPlace[],
  rowHeight: number,
): CSSProperties {
  const first = places[left];
  const last = places[right];
  if (first === undefined || last === undefined) return { display: 'none' };
  return {
    top: top * rowHeight,
    height: (bottom - top + 1) * rowHeight,
    left: first.left,
    width: last.left + last.width - first.left,
  };
}
