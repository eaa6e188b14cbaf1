import { IconUsers } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import {
  type PipelineFilter,
  type PipelineRow,
  pipelineSorts,
} from '../../../../shared/pipeline/pipeline-view';
import { DataGrid } from '../../../components/data-grid/data-grid';
import type { CellPlace } from '../../../components/data-grid/data-grid-types';
import { EmptyState } from '../../../components/empty-state';
import { ErrorPanel } from '../../../components/error-panel';
import { formatNumber } from '../../../components/format-number';
import { isFiltered } from '../filter-words';
import { lastRunColumnId, toPipelineColumns } from '../pipeline-columns';
import styles from '../pipeline-screen.module.css';
import type { PipelineOrder, PipelineRows } from '../use-pipeline-rows';
import type { Selection } from '../use-selection';

interface PipelineGridProps {
  readonly rows: PipelineRows;
  readonly filter: PipelineFilter;
  readonly order: PipelineOrder;
  readonly selection: Selection;
  readonly isEmptyProject: boolean;
  readonly onOrder: (order: PipelineOrder) => void;
  readonly onShowAll: () => void;
  readonly onOpenRun: (runId: string) => void;
}

/** These begin with the most: the best score, the longest stay. */
const beginsDescending: readonly string[] = ['score', 'in-stage'];

/** The people. Space or a click chooses, with Shift a range; Ctrl A chooses all; Enter on the last run opens it. */
export function PipelineGrid(props: PipelineGridProps) {
  const { rows, filter, order, selection, isEmptyProject, onOrder, onShowAll, onOpenRun } = props;
  const matching = rows.matching ?? 0;
  const chosen = selection.ids.size;
  // Without a filter the count alone tells it; with one, only that they were chosen all at once.
  const isAll = selection.isAllShown || (!isFiltered(filter) && chosen > 0 && chosen === matching);
  const chooseAll = () => (isAll ? selection.removeAll() : selection.addAll());

  const onSort = (columnId: string) => {
    const sort = pipelineSorts.find((one) => one === columnId);
    if (sort === undefined) return;
    const isDescending = order.sort === sort ? !order.isDescending : beginsDescending.includes(sort);
    onOrder({ sort, isDescending });
  };
  const onActivate = (row: PipelineRow, rowIndex: number, place: CellPlace, withShift: boolean) => {
    if (place.columnId === lastRunColumnId && row.lastRun !== null && !withShift)
      return onOpenRun(row.lastRun.runId);
    selection.toggle(row.applicationId, rowIndex, withShift);
  };
  const onOtherKey = (event: KeyboardEvent, place: CellPlace | null): boolean => {
    if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      selection.addAll();
      return true;
    }
    if (event.key !== ' ' || place === null) return false;
    const row = rows.rowAt(place.rowIndex);
    if (row !== undefined) selection.toggle(row.applicationId, place.rowIndex, event.shiftKey);
    return true;
  };

  return (
    <section className={styles.grid} aria-label="People">
      {rows.failure !== null && (
        <div className={styles.note}>
          <ErrorPanel failure={rows.failure} onRetry={rows.readAgain} />
        </div>
      )}
      <DataGrid
        label="People in the pipeline"
        columns={toPipelineColumns({
          order,
          isSelected: selection.has,
          allChosen: isAll ? 'all' : chosen > 0 ? 'some' : 'none',
          chooseAllLabel: `Choose all ${formatNumber(matching)} shown`,
          onChooseAll: chooseAll,
          nowMs: Date.now(),
        })}
        rowCount={matching}
        rowAt={rows.rowAt}
        onRangeChange={rows.onRangeChange}
        rowHeight={32}
        rowLook={({ applicationId }) => (selection.has(applicationId) ? 'selected' : 'normal')}
        isSelectable
        onSort={onSort}
        onActivate={onActivate}
        onOtherKey={onOtherKey}
        empty={
          rows.matching === null ? null : (
            <EmptyState
              Icon={IconUsers}
              title={isEmptyProject ? 'Nobody in this project yet' : 'Nobody here'}
              sentence={
                isEmptyProject
                  ? 'People who apply, or who are invited or added to it, are shown here after the next reading.'
                  : 'Nobody is as all of these filters say.'
              }
              {...(isEmptyProject ? {} : { mainAction: { label: 'Show everybody', onClick: onShowAll } })}
            />
          )
        }
      />
    </section>
  );
}
