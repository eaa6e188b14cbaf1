import { useMediaQuery } from '@mantine/hooks';
import { IconSend } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { RunSummary } from '../../../shared/runs/progress';
import { DataGrid } from '../../components/data-grid/data-grid';
import { EmptyState } from '../../components/empty-state';
import { ErrorPanel } from '../../components/error-panel';
import { formatCount, formatNumber } from '../../components/format-number';
import { isEnded } from '../../components/run-words';
import { Segmented } from '../../components/segmented';
import { SkeletonRows } from '../../components/skeleton-rows';
import { useNavigate } from '../../components/use-navigate';
import { useRuns } from '../../components/use-runs';
import { narrowRunColumns, runColumns } from './run-columns';
import styles from './runs-screen.module.css';

/** The most that one reading gives. */
const readCount = 500;
type RunFilter = 'all' | 'unfinished' | 'with-unknown';

const filters: Readonly<
  Record<RunFilter, { readonly label: string; readonly holds: (run: RunSummary) => boolean }>
> = {
  all: { label: 'All', holds: () => true },
  unfinished: { label: 'Unfinished', holds: ({ state }) => !isEnded(state) },
  'with-unknown': { label: 'With unknown', holds: ({ counts }) => counts.unknown > 0 },
};
const filterNames = Object.keys(filters) as RunFilter[];

/** People that something was sent for: neither skipped nor not sent. */
function sentCount({ total, counts }: RunSummary): number {
  return total - counts.skipped - counts.notSent;
}

/** All runs, newest first; Enter or a click opens one. */
export function RunsScreen() {
  const navigate = useNavigate();
  const { asked, askAgain } = useRuns(readCount);
  const isNarrow = useMediaQuery('(max-width: 1100px)');
  const [filter, setFilter] = useState<RunFilter>('all');
  const runs = useMemo(() => (asked.kind === 'ready' ? asked.value : []), [asked]);
  const shown = useMemo(() => runs.filter(filters[filter].holds), [runs, filter]);
  const sent = runs.reduce((sum, run) => sum + sentCount(run), 0);
  const isEmpty = asked.kind === 'ready' && runs.length === 0;

  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <div>
          <h1 className="type-screen">Runs</h1>
          <p className="text-2">
            {asked.kind === 'ready' && !isEmpty
              ? `Everything this app has sent from this computer: ${formatCount(runs.length, 'run')}, ${formatCount(sent, 'person', 'people')}.`
              : 'Everything this app has sent from this computer.'}
          </p>
        </div>
        {!isEmpty && asked.kind === 'ready' && (
          <Segmented
            label="Which runs"
            value={filter}
            onChange={setFilter}
            choices={filterNames.map((name) => ({
              value: name,
              label: filters[name].label,
              count: formatNumber(runs.filter(filters[name].holds).length),
            }))}
          />
        )}
      </div>
      {asked.kind === 'loading' && (
        <div className={styles.padded}>
          <SkeletonRows rowHeight={36} rowCount={8} label="Reading the runs" />
        </div>
      )}
      {asked.kind === 'failed' && (
        <div className={styles.padded}>
          <ErrorPanel failure={asked.failure} onRetry={askAgain} />
        </div>
      )}
      {isEmpty && (
        <EmptyState
          Icon={IconSend}
          title="No runs yet"
          sentence="When you send a batch it stays here, with what happened to each person."
          mainAction={{
            label: 'New batch',
            onClick: () => navigate({ kind: 'new-batch', opens: 'nothing' }),
          }}
        />
      )}
      {asked.kind === 'ready' && !isEmpty && (
        <DataGrid
          label="Runs"
          columns={isNarrow ? narrowRunColumns : runColumns}
          rowCount={shown.length}
          rowAt={(rowIndex) => shown[rowIndex]}
          rowHeight={36}
          onActivate={({ runId }) => navigate({ kind: 'run', runId })}
          empty={
            <EmptyState
              title="No such runs"
              sentence="Every run has ended, or nothing in them is unknown."
              mainAction={{ label: 'Show all', onClick: () => setFilter('all') }}
            />
          }
        />
      )}
    </div>
  );
}
