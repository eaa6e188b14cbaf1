import { type Ref, useEffect, useRef, useState } from 'react';
import { CellEditor } from './cell-editor';
import styles from './data-grid.module.css';
import type { DataGridHandle, DataGridProps } from './data-grid-types';
import { GridHeader } from './grid-header';
import { GridPopUp } from './grid-pop-up';
import { GridRow } from './grid-row';
import { type Editing, useGridHands } from './use-grid-hands';
import { useGridFocus, useGridPlace } from './use-grid-place';
import { overscan, useGridView } from './use-grid-view';

/** Headers are as high as rows, at most 32. */
const maxHeaderHeight = 32;

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
    onSort,
    isSelectable = false,
    popUp,
    empty,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const headerHeight = Math.min(rowHeight, maxHeaderHeight);
  const viewHeight = scroller.current?.clientHeight ?? 0;

  const place = useGridPlace(props);
  const { active } = place;
  const view = useGridView({ scroller, columns, rowCount, rowHeight, headerHeight, activeRow: active.row });
  const { virtualizer, columnPlaces, totalWidth } = view;
  const { goTo, focusActive, focusSoon } = useGridFocus({
    scroller,
    virtualizer,
    columns,
    columnPlaces,
    place,
    isEditing: editing !== null,
    handle: props.ref,
  });
  // One row stays in view when a page is turned, and the header covers another.
  const pageRows = Math.max(1, Math.floor(viewHeight / rowHeight) - 2);
  const { endEdit, ...hands } = useGridHands({ props, place, pageRows, editing, setEditing, goTo });

  const range = virtualizer.range;
  const from = range === null ? 0 : Math.max(0, range.startIndex - overscan);
  const to = range === null ? 0 : Math.min(rowCount, range.endIndex + 1 + overscan);
  useEffect(() => {
    if (to > from) onRangeChange?.(from, to);
  }, [from, to, onRangeChange]);

  const cancelEdit = () => {
    setEditing(null);
    focusSoon();
  };
  const editor = editing !== null && (
    <CellEditor
      label={`${columns[active.column]?.header ?? ''}, edit`}
      text={editing.text}
      isReplacing={editing.isReplacing}
      onEnd={endEdit}
      onCancel={cancelEdit}
    />
  );
  const popUpPoint = popUp ? place.toPoint(popUp.at) : null;

  return (
    <div
      ref={scroller}
      className={styles.grid}
      data-kind={kind}
      data-selectable={isSelectable || undefined}
      data-clickable={(kind === 'list' && props.onActivate !== undefined) || undefined}
      style={{ '--row-height': `${rowHeight}px` }}
    >
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length}
        aria-multiselectable={isSelectable || undefined}
        style={{
          width: totalWidth,
          height: rowCount > 0 ? headerHeight + virtualizer.getTotalSize() : undefined,
        }}
        {...hands}
      >
        <GridHeader
          columns={columns}
          columnPlaces={columnPlaces}
          width={totalWidth}
          height={headerHeight}
          onSort={onSort}
        />
        <div role="rowgroup" className={styles.rows}>
          {virtualizer.getVirtualItems().map(({ key, index, start }) => {
            const row = rowAt(index);
            const isActiveRow = index === active.row;
            return (
              <GridRow
                key={key}
                columns={columns}
                columnPlaces={columnPlaces}
                fromColumn={view.fromColumn}
                toColumn={view.toColumn}
                row={row}
                rowIndex={index}
                top={start - headerHeight}
                width={totalWidth}
                height={rowHeight}
                look={row === undefined ? 'normal' : (rowLook?.(row, index) ?? 'normal')}
                activeColumn={isActiveRow ? active.column : null}
                isFocusable={place.isChosen}
                isSelectable={isSelectable}
                editor={isActiveRow && editor ? editor : null}
              />
            );
          })}
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
            bottom: (virtualizer.scrollOffset ?? 0) + viewHeight,
          }}
          onEscape={focusActive}
        >
          {popUp?.content}
        </GridPopUp>
      )}
    </div>
  );
}
