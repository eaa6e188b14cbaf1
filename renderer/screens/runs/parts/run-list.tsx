import { useMemo } from 'react';
import type { RunSummary } from '../../../../shared/runs/progress';
import { DataGrid } from '../../../components/data-grid/data-grid';
import { EmptyState } from '../../../components/empty-state';
import { Segmented } from '../../../components/segmented';
import { type RunRoom, toRunColumns } from '../run-columns';
import styles from './run-list.module.css';

export type RunFilter = 'all' | 'with-match' | 'unfinished' | 'with-unknown';

const labels: Readonly<Record<RunFilter, string>> = {
  all: 'All',
  'with-match': 'With a match',
  unfinished: 'Unfinished',
  'with-unknown': 'With unknown',
};
const names = Object.keys(labels) as RunFilter[];

interface RunListProps {
  readonly runs: readonly RunSummary[];
  readonly counts: Readonly<Record<RunFilter, string>>;
  readonly filter: RunFilter;
  readonly onFilter: (filter: RunFilter) => void;
  /** How many rows of each run the search has found; null while nothing is looked for. */
  readonly matches: ReadonlyMap<string, number> | null;
  readonly room: RunRoom;
  readonly onOpen: (runId: string) => void;
  readonly onShowAll: () => void;
}

/** The runs, newest first; Enter or a click opens one. */
export function RunList(props: RunListProps) {
  const { runs, counts, filter, onFilter, matches, room, onOpen, onShowAll } = props;
  const columns = useMemo(() => toRunColumns(room, matches), [room, matches]);
  return (
    <section className={styles.list} aria-label="Runs">
      <div className={styles.head}>
        <h2 className={styles.title}>Runs</h2>
        <Segmented
          label="Which runs"
          value={filter}
          onChange={onFilter}
          choices={names
            .filter((name) => name !== 'with-match' || matches !== null)
            .map((name) => ({ value: name, label: labels[name], count: counts[name] }))}
        />
      </div>
      <div className={styles.grid}>
        <DataGrid
          label="Runs"
          columns={columns}
          rowCount={runs.length}
          rowAt={(rowIndex) => runs[rowIndex]}
          rowHeight={36}
          onActivate={({ runId }) => onOpen(runId)}
          empty={
            <EmptyState
              title="No such runs"
              sentence="No run fits what is chosen above."
              mainAction={{ label: 'Show all', onClick: onShowAll }}
            />
          }
        />
      </div>
    </section>
  );
}
