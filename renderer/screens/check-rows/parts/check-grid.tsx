import { useMediaQuery } from '@mantine/hooks';
import {
  type KeyboardEvent,
  type Ref,
  useCallback,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { PersonField } from '../../../../shared/operations/field';
import { DataGrid } from '../../../components/data-grid/data-grid';
import type {
  CellPlace,
  CellRange,
  DataGridHandle,
  RowLook,
} from '../../../components/data-grid/data-grid-types';
import { SkeletonRows } from '../../../components/skeleton-rows';
import { useNavigate } from '../../../components/use-navigate';
import type { RowsDone } from '../../../worker/cell-span';
import type { HitPlace } from '../../../worker/find-hits';
import { isGridField } from '../../../worker/grid-fields';
import type { RowArrangement, SortColumn } from '../../../worker/row-arrangement';
import type { CheckSummary, GridRow, RowFilter } from '../../../worker/session-types';
import { useNewBatch } from '../../new-batch/use-new-batch';
import { useRowPages } from '../../new-batch/use-row-pages';
import { alikeOf } from '../alike-of';
import { checkColumns, problemAt } from '../person-cells';
import type { CheckView } from '../use-check';
import { toSpan, type useGridEdits } from '../use-grid-edits';
import { useShownEdits } from '../use-shown-edits';
import { isManyCells } from '../use-span-facts';
import { isSortColumn, withColumnMenus } from '../with-column-menus';
import { CellPopUp, hasPopUp } from './cell-pop-up';
import { CellsMenu, type OpenMenu } from './cells-menu';
import { NoRows } from './no-rows';

export interface CheckGridHandle {
  /** Excel's number of the row in focus; 0 where none is. */
  readonly rowNumber: () => number;
  /** Moves to the cell of that row that blocks it. */
  readonly goToProblem: (rowIndex: number) => Promise<void>;
  /** The cell that keys go to, as a place to find on from. */
  readonly hitPlace: () => { readonly rowIndex: number; readonly field: PersonField | null };
  /** Marks a hit and shows it; the focus stays where it is. */
  readonly chooseHit: (hit: HitPlace) => void;
  /** Moves the focus to the cell that keys go to. */
  readonly focus: () => void;
}

interface CheckGridProps {
  readonly ref: Ref<CheckGridHandle>;
  readonly view: CheckView;
  /** Null while the rows are being checked: the first ones are shown meanwhile. */
  readonly check: CheckSummary | null;
  readonly edits: ReturnType<typeof useGridEdits>;
  readonly act: (done: Promise<CheckSummary | RowsDone>) => Promise<void>;
  readonly onSelectionChange: (range: CellRange | null) => void;
  readonly onArrange: (arrangement: RowArrangement) => void;
  readonly onSeeAll: (filter: RowFilter) => void;
  readonly onReplace: () => void;
  readonly onClearFilters: () => void;
}

/** The rows as a spreadsheet: moved through and mended in place, with the sentence and its fix at the cell. */
export function CheckGrid(props: CheckGridProps) {
  const { ref, view, check, edits, act, onSelectionChange, onArrange, onSeeAll, onReplace, onClearFilters } =
    props;
  const { sheet, state } = useNewBatch();
  const navigate = useNavigate();
  const grid = useRef<DataGridHandle>(null);
  const [placed, setPlaced] = useState<{ readonly key: string; readonly at: CellPlace } | null>(null);
  const [isPopUpClosed, setIsPopUpClosed] = useState(false);
  const [isMany, setIsMany] = useState(false);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [openColumn, setOpenColumn] = useState<SortColumn | null>(null);
  const isNarrow = useMediaQuery('(max-width: 1100px)', false, { getInitialValueInEffect: false });
  const rowCount = view.rowCount ?? 0;
  // Another list begins at its top.
  const place = placed?.key === view.key ? placed.at : null;

  const isChecked = check !== null;
  const read = useCallback(
    (from: number, to: number) => sheet.ask(isChecked ? 'viewRows' : 'firstRows', from, to),
    [sheet, isChecked],
  );
  const revision = check?.revision ?? 0;
  const { rowAt, onRangeChange } = useRowPages<GridRow>({ read, rowCount, listKey: view.key, revision });
  const { shownRowAt, showEdit } = useShownEdits(rowAt);
  // Drawn with its first rows, and not before without them: that would be to draw it twice.
  const hasRows = useRef(false);
  hasRows.current ||= rowCount === 0 || rowAt(0) !== undefined;

  const moveTo = (next: CellPlace) => {
    setPlaced({ key: view.key, at: next });
    setIsPopUpClosed(false);
  };
  const columnId = placed?.at.columnId ?? 'firstname';
  const backToGrid = () => grid.current?.focusCell(place ?? { rowIndex: 0, columnId });

  // From a closed menu the focus goes into its column.
  const toColumn = useRef((_: SortColumn) => {});
  toColumn.current = (column) =>
    grid.current?.focusCell({ rowIndex: place?.rowIndex ?? 0, columnId: column });

  useImperativeHandle(ref, () => ({
    rowNumber: () => (place === null ? 0 : (rowAt(place.rowIndex)?.rowNumber ?? 0)),
    goToProblem: async (rowIndex) => {
      const [row] = await sheet.ask('viewRows', rowIndex, rowIndex + 1);
      const field = row?.problems.find(({ blocking }) => blocking)?.field ?? 'email';
      grid.current?.focusCell({ rowIndex, columnId: field });
    },
    hitPlace: () => ({
      rowIndex: place?.rowIndex ?? 0,
      field: place !== null && isGridField(place.columnId) ? place.columnId : null,
    }),
    chooseHit: ({ rowIndex, field }) => grid.current?.chooseCell({ rowIndex, columnId: field }),
    focus: () => (place === null ? backToGrid() : grid.current?.focus()),
  }));

  const put = (row: GridRow, field: PersonField, value: string | null, verb: 'Fixed' | 'Changed') => {
    showEdit(row, field, value);
    void act(sheet.ask('edit', [{ rowNumber: row.rowNumber, field, value }], verb));
  };

  const lastRowNumber = state.file?.table?.lastRowNumber ?? 0;
  const columns = useMemo(
    () =>
      withColumnMenus(checkColumns(isNarrow ? 'narrow' : 'wide', lastRowNumber), {
        arrangement: view.arrangement,
        open: openColumn,
        onOpen: (column) => {
          setOpenColumn(column);
          if (column === null && openColumn !== null) toColumn.current(openColumn);
        },
        onArrange,
      }),
    [isNarrow, lastRowNumber, view.arrangement, openColumn, onArrange],
  );

  const placeRow = place === null ? undefined : shownRowAt(place.rowIndex);
  const alike =
    check === null || place === null || placeRow === undefined
      ? null
      : alikeOf(placeRow, place.columnId, check, view.filter);
  const fixAll = () => {
    if (alike !== null) void act(sheet.ask('fixAllAlike', alike.filter.status, alike.filter.problem));
  };
  const popUp =
    place !== null &&
    placeRow !== undefined &&
    !isPopUpClosed &&
    !isMany &&
    menu === null &&
    openColumn === null &&
    hasPopUp(placeRow, place.columnId)
      ? {
          at: place,
          content: (
            <CellPopUp
              row={placeRow}
              columnId={place.columnId}
              onFix={(fix) => {
                put(placeRow, fix.field, fix.value, 'Fixed');
                backToGrid();
              }}
              onLeaveOut={() => {
                void act(sheet.ask('leaveOut', [placeRow.rowNumber]));
                backToGrid();
              }}
              onOpenRun={(runId) => navigate({ kind: 'run', runId })}
              onTakeIn={() => {
                void act(sheet.ask('takeIn', [placeRow.rowNumber]));
                backToGrid();
              }}
              alike={
                alike === null
                  ? null
                  : {
                      count: alike.count,
                      fixableCount: alike.fixableCount,
                      onFixAll: () => {
                        fixAll();
                        backToGrid();
                      },
                      onSeeAll: () => {
                        backToGrid();
                        onSeeAll(alike.filter);
                      },
                    }
              }
            />
          ),
        }
      : null;

  const onKey = (event: KeyboardEvent, at: CellPlace, range: CellRange): boolean => {
    const withControl = (event.ctrlKey || event.metaKey) && !event.altKey;
    const key = event.key.toLowerCase();
    if (key === 'escape' && popUp !== null) setIsPopUpClosed(true);
    else if (key === ' ' && !withControl && !event.shiftKey) void edits.toggleRows(range);
    else if (withControl && key === 'd') void edits.fillDown(range);
    else if (withControl && event.shiftKey && key === 'l') {
      if (isSortColumn(at.columnId)) setOpenColumn(at.columnId);
    } else return false;
    return true;
  };

  const openMenu = async (range: CellRange, at: OpenMenu['at']) =>
    setMenu({ range, at, facts: await sheet.ask('spanFacts', toSpan(range)) });
  const menuProblem =
    isMany || place === null || placeRow === undefined ? null : problemAt(placeRow, place.columnId);

  if (view.rowCount === null || !hasRows.current)
    return <SkeletonRows rowHeight={28} rowCount={14} label="Reading the rows" />;
  return (
    <>
      <DataGrid
        ref={grid}
        label="Rows of the file. F6 leaves them."
        kind="sheet"
        rowHeight={28}
        columns={columns}
        rowCount={rowCount}
        rowAt={shownRowAt}
        onRangeChange={onRangeChange}
        rowLook={lookOf}
        place={place}
        onPlaceChange={moveTo}
        listKey={view.key}
        onSelectionChange={(range) => {
          setIsMany(range !== null && isManyCells(range));
          onSelectionChange(range);
        }}
        onEdit={(at, text) => {
          const row = shownRowAt(at.rowIndex);
          if (row !== undefined && isGridField(at.columnId))
            put(row, at.columnId, text === '' ? null : text, 'Changed');
        }}
        onFill={(range, text) => void edits.fill(range, text)}
        onClear={(range) => void edits.clear(range)}
        onCopy={(range, isCut) => void (isCut ? edits.cut(range) : edits.copy(range))}
        onPaste={(range, pasted) => void edits.paste(range, pasted)}
        edgeFrom={(at, way) => {
          const column = at.columnId === 'sign' || !isSortColumn(at.columnId) ? 'row' : at.columnId;
          return sheet.ask('edgeFrom', at.rowIndex, column, way);
        }}
        onMenu={(range, at) => void openMenu(range, at)}
        onOtherKey={onKey}
        popUp={popUp}
        empty={<NoRows view={view} onClearFilters={onClearFilters} />}
      />
      {menu !== null && (
        <CellsMenu
          menu={menu}
          row={placeRow ?? null}
          isMany={isMany}
          fixes={menuProblem?.fixes ?? []}
          alike={isMany ? null : alike}
          edits={edits}
          onClose={() => {
            setMenu(null);
            grid.current?.focus();
          }}
          onFind={onReplace}
          onSeeAll={onSeeAll}
          onSort={setOpenColumn}
          onFix={(fix) => placeRow !== undefined && put(placeRow, fix.field, fix.value, 'Fixed')}
        />
      )}
    </>
  );
}

function lookOf(row: GridRow): RowLook {
  return row.status === 'left-out' ? 'quiet' : 'normal';
}
