import { TextInput } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { isPipelineKind } from '../../../../shared/operations/operation-kind';
import type { RunRow, RunSummary } from '../../../../shared/runs/progress';
import { type Outcome, outcomeLabels, outcomes } from '../../../../shared/runs/row-state';
import { DataGrid } from '../../../components/data-grid/data-grid';
import { EmptyState } from '../../../components/empty-state';
import { ErrorPanel } from '../../../components/error-panel';
import { formatNumber } from '../../../components/format-number';
import { Segmented } from '../../../components/segmented';
import { goingColumns, narrowResultColumns, resultColumns, toPipelineRunColumns } from '../run-row-columns';
import { isGoing } from '../run-sentences';
import { useRunRows } from '../use-run-rows';
import { RowDetails } from './row-details';
import styles from './run-rows.module.css';

type RowFilter = 'all' | Outcome;

/** A search is asked for when the typing rests. */
const searchRestMs = 200;

/** Which outcomes can be chosen: while a run goes, those that need a person; later all that there are. */
function toFilters(run: RunSummary, going: boolean, chosen: RowFilter): RowFilter[] {
  const wanted: readonly Outcome[] = going ? ['refused', 'unknown'] : outcomes;
  return ['all', ...wanted.filter((name) => run.counts[name] > 0 || name === chosen)];
}

/** The rows of a run: newest first while it goes, in the order of the sheet afterwards. */
export function RunRows({ run }: { readonly run: RunSummary }) {
  const going = isGoing(run);
  const isNarrow = useMediaQuery('(max-width: 1100px)');
  const [filter, setFilter] = useState<RowFilter>('all');
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search.trim(), searchRestMs);
  const [opened, setOpened] = useState<RunRow | null>(null);
  const rows = useRunRows(run, {
    outcome: filter === 'all' ? null : filter,
    search: asked,
    order: going ? 'latest' : 'sheet',
  });
  const pipelineColumns = useMemo(() => toPipelineRunColumns(going), [going]);
  const finished = isNarrow ? narrowResultColumns : resultColumns;
  const inviteColumns = going ? goingColumns : finished;

  return (
    <section className={styles.rows} aria-label="People">
      <div className={styles.bar}>
        <Segmented
          label="Which rows"
          value={filter}
          onChange={setFilter}
          choices={toFilters(run, going, filter).map((name) => ({
            value: name,
            label: name === 'all' ? (going ? 'As they happen' : 'All') : outcomeLabels[name],
            count:
              name === 'all' ? (going ? undefined : formatNumber(run.total)) : formatNumber(run.counts[name]),
          }))}
        />
        {going ? (
          <p className="type-second text-2">Closing the app stops the run safely. You can go on later.</p>
        ) : (
          <TextInput
            size="xs"
            w={220}
            aria-label="Find a person"
            placeholder="Find a person"
            leftSection={<IconSearch size={14} aria-hidden="true" />}
            value={search}
            maxLength={200}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        )}
      </div>
      {rows.failure && (
        <div className={styles.failure}>
          <ErrorPanel failure={rows.failure} onRetry={rows.readAgain} />
        </div>
      )}
      <div className={styles.grid}>
        <DataGrid
          label="People"
          columns={isPipelineKind(run.operation) ? pipelineColumns : inviteColumns}
          rowCount={rows.rowCount}
          rowAt={rows.rowAt}
          onRangeChange={rows.onRangeChange}
          rowHeight={32}
          rowLook={({ outcome }) => (outcome === 'notSent' ? 'quiet' : 'normal')}
          onActivate={setOpened}
          empty={
            filter === 'all' && asked === '' ? (
              <EmptyState
                Icon={IconUsers}
                title="Nobody yet"
                sentence="People stand here as soon as something happens to them, the latest first."
              />
            ) : (
              <EmptyState
                Icon={IconUsers}
                title="Nobody here"
                sentence={asked === '' ? 'No row has this outcome.' : 'No row holds this text.'}
                mainAction={{
                  label: 'Show all',
                  onClick: () => {
                    setFilter('all');
                    setSearch('');
                  },
                }}
              />
            )
          }
        />
      </div>
      <RowDetails row={opened} isGoing={going} onClose={() => setOpened(null)} />
    </section>
  );
}
