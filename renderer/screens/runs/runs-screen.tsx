import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconSend } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import type { FoundPerson } from '../../../shared/history/history';
import type { RunSummary } from '../../../shared/runs/progress';
import type { DataGridHandle } from '../../components/data-grid/data-grid-types';
import { EmptyState } from '../../components/empty-state';
import { ErrorPanel } from '../../components/error-panel';
import { formatCount, formatNumber } from '../../components/format-number';
import { isEnded } from '../../components/run-words';
import { SkeletonRows } from '../../components/skeleton-rows';
import { useNavigate } from '../../components/use-navigate';
import { useRuns } from '../../components/use-runs';
import { isChosen, noChoice, toHistoryFilter } from './history-choice';
import { DeletedNote } from './parts/deleted-note';
import { FoundPeople } from './parts/found-people';
import { HistoryFilters } from './parts/history-filters';
import { PersonStory } from './parts/person-story';
import { type RunFilter, RunList } from './parts/run-list';
import { SaveHistoryButtons } from './parts/save-history-buttons';
import { SavedNote } from './parts/saved-note';
import { SearchField } from './parts/search-field';
import styles from './runs-screen.module.css';
import { useHistorySearch } from './use-history-search';
import { useSaveHistory } from './use-save-history';

/** The most that one reading gives. */
const readCount = 500;

/** People that something was sent for: neither skipped nor not sent. */
function sentCount({ total, counts }: RunSummary): number {
  return total - counts.skipped - counts.notSent;
}

interface RunsScreenProps {
  /** A run that was deleted just now, with how to bring it back. */
  readonly deletedRunId?: string | undefined;
}

/** All runs, newest first, one search over everybody ever sent to, and beside them one person's whole story. */
export function RunsScreen({ deletedRunId }: RunsScreenProps) {
  const navigate = useNavigate();
  const { asked, askAgain } = useRuns(readCount);
  const isNarrow = useMediaQuery('(max-width: 1100px)');
  const [choice, setChoice] = useState(noChoice);
  const [runFilter, setRunFilter] = useState<RunFilter>('all');
  const [person, setPerson] = useState<FoundPerson | null>(null);
  const [isStoryOpen, setIsStoryOpen] = useState(false);
  const [isMessageShown, setIsMessageShown] = useState(false);
  const filter = useMemo(() => toHistoryFilter(choice, Date.now()), [choice]);
  const peopleGrid = useRef<DataGridHandle>(null);
  const search = useHistorySearch(filter);
  const save = useSaveHistory();
  const allRuns = useMemo(() => (asked.kind === 'ready' ? asked.value : []), [asked]);
  const runs = useMemo(() => allRuns.filter((run) => isChosen(run, filter)), [allRuns, filter]);
  const isEmpty = asked.kind === 'ready' && allRuns.length === 0;
  const isReady = asked.kind === 'ready' && !isEmpty;
  const isSearching = search.words.length > 0;
  const found = search.asked.kind === 'ready' ? search.asked.value : null;
  const people = isSearching ? (found?.people ?? []) : [];
  const chosen = people.find((one) => person !== null && isSame(one, person)) ?? null;
  const sent = runs.reduce((sum, run) => sum + sentCount(run), 0);
  const matches = useMemo(
    () => new Map((isSearching ? (found?.runs ?? []) : []).map(({ runId, count }) => [runId, count])),
    [found, isSearching],
  );
  const filters: Readonly<Record<RunFilter, (run: RunSummary) => boolean>> = {
    all: () => true,
    'with-match': ({ runId }) => matches.has(runId),
    unfinished: ({ state }) => !isEnded(state),
    'with-unknown': ({ counts }) => counts.unknown > 0,
  };
  const shownFilter = runFilter === 'with-match' && !isSearching ? 'all' : runFilter;
  const isOneWorkspace = new Set(allRuns.map(({ workspaceId }) => workspaceId)).size < 2;
  const narrow = isOneWorkspace ? 'narrow-one-workspace' : 'narrow';
  const room = isNarrow ? narrow : chosen === null ? 'wide' : 'beside-a-story';
  const openRun = (runId: string) => navigate({ kind: 'run', runId });

  const story = chosen !== null && (
    <PersonStory
      person={chosen.person}
      isSaving={save.isAtWork}
      onShowMessage={setIsMessageShown}
      onOpenRun={openRun}
      onSave={() => void save.save('xlsx', filter, chosen.person)}
    />
  );

  return (
    <div className={styles.split}>
      <div className={styles.screen}>
        <div className={styles.head}>
          <div>
            <h1 className="type-screen">Runs</h1>
            <p className="text-2">
              {isReady
                ? `Everything this app has sent from this computer: ${formatCount(runs.length, 'run')}, ${formatCount(sent, 'person', 'people')}.`
                : 'Everything this app has sent from this computer.'}
            </p>
          </div>
          {isReady && (
            <SaveHistoryButtons
              isAtWork={save.isAtWork}
              onSave={(format) => void save.save(format, filter, null)}
            />
          )}
        </div>
        <div className={styles.padded}>
          {deletedRunId !== undefined && <DeletedNote runId={deletedRunId} onBroughtBack={askAgain} />}
          <SavedNote save={save} />
          {asked.kind === 'loading' && <SkeletonRows rowHeight={36} rowCount={8} label="Reading the runs" />}
          {asked.kind === 'failed' && <ErrorPanel failure={asked.failure} onRetry={askAgain} />}
          {isReady && (
            <>
              <SearchField
                text={search.text}
                onChange={search.setText}
                onGoDown={() => peopleGrid.current?.focusCell({ rowIndex: 0, columnId: 'name' })}
              />
              <HistoryFilters runs={allRuns} choice={choice} onChange={setChoice} />
            </>
          )}
        </div>
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
        {isReady && isSearching && (
          <FoundPeople
            search={search}
            people={people}
            chosen={chosen}
            isNarrow={isNarrow === true}
            gridRef={peopleGrid}
            onChoose={setPerson}
            onOpen={(one) => {
              setPerson(one);
              setIsStoryOpen(true);
            }}
          />
        )}
        {isReady && (
          <RunList
            runs={runs.filter(filters[shownFilter])}
            counts={{
              all: formatNumber(runs.length),
              'with-match': formatNumber(runs.filter(filters['with-match']).length),
              unfinished: formatNumber(runs.filter(filters.unfinished).length),
              'with-unknown': formatNumber(runs.filter(filters['with-unknown']).length),
            }}
            filter={shownFilter}
            onFilter={setRunFilter}
            matches={isSearching ? matches : null}
            room={room}
            onOpen={openRun}
            onShowAll={() => {
              setRunFilter('all');
              setChoice(noChoice);
            }}
          />
        )}
      </div>
      {story && !isNarrow && (
        <aside className={styles.side} aria-label="One person">
          {story}
        </aside>
      )}
      <Drawer
        opened={isNarrow === true && isStoryOpen && chosen !== null}
        onClose={() => setIsStoryOpen(false)}
        // Esc closes the message that lies on top, and only that one.
        closeOnEscape={!isMessageShown}
        position="right"
        size={400}
        title="One person"
        closeButtonProps={{ 'aria-label': 'Close' }}
        classNames={{ title: 'type-section' }}
      >
        {story}
      </Drawer>
    </div>
  );
}

function isSame(left: FoundPerson, right: FoundPerson): boolean {
  return JSON.stringify(left.person) === JSON.stringify(right.person);
}
