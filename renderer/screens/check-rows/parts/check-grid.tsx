import { useMediaQuery } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type Ref, useCallback, useImperativeHandle, useRef, useState } from 'react';
import type { PersonField } from '../../../../shared/operations/field';
import { DataGrid } from '../../../components/data-grid/data-grid';
import type { CellPlace, DataGridHandle, RowLook } from '../../../components/data-grid/data-grid-types';
import { EmptyState } from '../../../components/empty-state';
import { SkeletonRows } from '../../../components/skeleton-rows';
import { useNavigate } from '../../../components/use-navigate';
import type { CheckSummary, GridRow } from '../../../worker/session-types';
import { useNewBatch } from '../../new-batch/use-new-batch';
import { useRowPages } from '../../new-batch/use-row-pages';
import { checkColumns, gridFields, isGridField } from '../person-cells';
import type { CheckView } from '../use-check';
import { useShownEdits } from '../use-shown-edits';
import { CellPopUp, hasPopUp } from './cell-pop-up';

/** Under a pasted block the rows are read in parts, so that no message stalls the window. */
const rowsPerRead = 5000;

export interface CheckGridHandle {
  /** Excel's number of the row in focus; 0 where none is. */
  readonly rowNumber: () => number;
  /** Moves to the cell of that row that blocks it. */
  readonly goToProblem: (rowIndex: number) => Promise<void>;
}

interface CheckGridProps {
  readonly ref: Ref<CheckGridHandle>;
  readonly view: CheckView;
  readonly revision: number;
  readonly act: (done: Promise<CheckSummary>) => Promise<void>;
  readonly onClearSearch: () => void;
}

/** The rows as a spreadsheet, one list for the whole of its life: moved through and mended in place, with the sentence and its fix at the cell. */
export function CheckGrid({ ref, view, revision, act, onClearSearch }: CheckGridProps) {
  const { sheet } = useNewBatch();
  const navigate = useNavigate();
  const grid = useRef<DataGridHandle>(null);
  const [place, setPlace] = useState<CellPlace | null>(null);
  const [isPopUpClosed, setIsPopUpClosed] = useState(false);
  const isNarrow = useMediaQuery('(max-width: 1100px)', false, { getInitialValueInEffect: false });
  const rowCount = view.rowCount ?? 0;

  const read = useCallback((from: number, to: number) => sheet.ask('viewRows', from, to), [sheet]);
  const { rowAt, onRangeChange } = useRowPages<GridRow>({ read, rowCount, listKey: view.key, revision });
  const { shownRowAt, showEdit } = useShownEdits(rowAt);

  const moveTo = (next: CellPlace) => {
    setPlace(next);
    setIsPopUpClosed(false);
  };

  useImperativeHandle(ref, () => ({
    rowNumber: () => (place === null ? 0 : (rowAt(place.rowIndex)?.rowNumber ?? 0)),
    goToProblem: async (rowIndex) => {
      const [row] = await sheet.ask('viewRows', rowIndex, rowIndex + 1);
      const field = row?.problems.find(({ blocking }) => blocking)?.field ?? 'email';
      grid.current?.focusCell({ rowIndex, columnId: field });
    },
  }));

  const put = (row: GridRow, field: PersonField, value: string | null, verb: 'Fixed' | 'Changed') => {
    showEdit(row, field, value);
    void act(sheet.ask('edit', [{ rowNumber: row.rowNumber, field, value }], verb));
  };

  const paste = async (at: CellPlace, cells: readonly (readonly string[])[]) => {
    if (!isGridField(at.columnId)) return;
    const firstField = gridFields.indexOf(at.columnId);
    const rows: GridRow[] = [];
    for (let from = 0; from < cells.length; from += rowsPerRead) {
      const to = Math.min(from + rowsPerRead, cells.length);
      rows.push(...(await sheet.ask('viewRows', at.rowIndex + from, at.rowIndex + to)));
    }
    const changes = rows.flatMap((row, index) =>
      (cells[index] ?? []).flatMap((value, offset) => {
        const field = gridFields[firstField + offset];
        return field === undefined ? [] : [{ rowNumber: row.rowNumber, field, value }];
      }),
    );
    await act(sheet.ask('edit', changes, 'Changed'));
  };

  const placeRow = place === null ? undefined : shownRowAt(place.rowIndex);
  const popUp =
    place !== null && placeRow !== undefined && !isPopUpClosed && hasPopUp(placeRow, place.columnId)
      ? {
          at: place,
          content: (
            <CellPopUp
              row={placeRow}
              columnId={place.columnId}
              onFix={(fix) => {
                put(placeRow, fix.field, fix.value, 'Fixed');
                grid.current?.focusCell(place);
              }}
              onLeaveOut={() => {
                void act(sheet.ask('leaveOut', [placeRow.rowNumber]));
                grid.current?.focusCell(place);
              }}
              onOpenRun={(runId) => navigate({ kind: 'run', runId })}
              onTakeIn={() => {
                void act(sheet.ask('takeIn', [placeRow.rowNumber]));
                grid.current?.focusCell(place);
              }}
            />
          ),
        }
      : null;

  if (view.rowCount === null) return <SkeletonRows rowHeight={28} rowCount={14} label="Reading the rows" />;
  return (
    <DataGrid
      ref={grid}
      label="Rows of the file"
      kind="sheet"
      rowHeight={28}
      columns={isNarrow ? checkColumns.narrow : checkColumns.wide}
      rowCount={rowCount}
      rowAt={shownRowAt}
      onRangeChange={onRangeChange}
      rowLook={lookOf}
      place={place}
      onPlaceChange={moveTo}
      onEdit={(at, text) => {
        const row = shownRowAt(at.rowIndex);
        if (row !== undefined && isGridField(at.columnId))
          put(row, at.columnId, text === '' ? null : text, 'Changed');
      }}
      onPaste={(at, cells) => void paste(at, cells)}
      onOtherKey={(event) => {
        if (event.key !== 'Escape' || popUp === null) return false;
        setIsPopUpClosed(true);
        return true;
      }}
      popUp={popUp}
      empty={
        <EmptyState
          Icon={IconSearch}
          title="No row here"
          sentence={
            view.search === ''
              ? 'There is nothing of this kind, or it has been mended.'
              : `We found “${view.search}” in none of these rows.`
          }
          {...(view.search === ''
            ? {}
            : { mainAction: { label: 'Clear the find box', onClick: onClearSearch } })}
        />
      }
    />
  );
}

function lookOf(row: GridRow): RowLook {
  return row.status === 'left-out' ? 'quiet' : 'normal';
}
