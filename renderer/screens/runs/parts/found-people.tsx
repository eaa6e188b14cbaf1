import { type Ref, useMemo } from 'react';
import type { FoundPerson } from '../../../../shared/history/history';
import { DataGrid } from '../../../components/data-grid/data-grid';
import type { DataGridHandle } from '../../../components/data-grid/data-grid-types';
import { ErrorPanel } from '../../../components/error-panel';
import { formatCount, formatNumber } from '../../../components/format-number';
import { toPeopleColumns } from '../people-columns';
import type { useHistorySearch } from '../use-history-search';
import styles from './found-people.module.css';

/** As many people as stand above the runs without pushing them out of the window. */
const mostShownRows = 6;
const rowHeight = 32;

interface FoundPeopleProps {
  readonly search: ReturnType<typeof useHistorySearch>;
  readonly people: readonly FoundPerson[];
  readonly chosen: FoundPerson | null;
  readonly isNarrow: boolean;
  readonly gridRef: Ref<DataGridHandle>;
  /** The focus is on this person. */
  readonly onChoose: (person: FoundPerson) => void;
  /** Their story is wanted. */
  readonly onOpen: (person: FoundPerson) => void;
}

/** The people that the search has found; arrows go through them, and their story follows. */
export function FoundPeople(props: FoundPeopleProps) {
  const { search, people, chosen, isNarrow, gridRef, onChoose, onOpen } = props;
  const { asked, words } = search;
  const columns = useMemo(() => toPeopleColumns(words, isNarrow), [words, isNarrow]);
  const found = asked.kind === 'ready' ? asked.value : null;
  const prepared = found?.preparedFraction ?? null;
  const shownRows = Math.min(people.length, mostShownRows);
  return (
    <section className={styles.found} aria-label="People found">
      <h2 className={styles.title}>
        People, {formatNumber(people.length)}
        {found?.isCut && ' or more'}
      </h2>
      <p className="sr-only" role="status">
        {found === null ? '' : `${formatCount(people.length, 'person', 'people')} found`}
      </p>
      {found?.isCut && (
        <p className="type-second text-2">The latest are here. More letters find the others.</p>
      )}
      {prepared !== null && (
        <p className="type-second text-2">
          Runs of an earlier version are being taken in, {Math.floor(prepared * 100)} %. Until then not
          everybody is found.
        </p>
      )}
      {asked.kind === 'failed' ? (
        <ErrorPanel failure={asked.failure} onRetry={search.askAgain} />
      ) : people.length === 0 ? (
        <p className="text-2">
          {found === null ? '' : 'Nobody found. No run was made for such a person; fewer letters find more.'}
        </p>
      ) : (
        <div className={styles.grid} style={{ height: rowHeight * (shownRows + 1) + 1 }}>
          <DataGrid
            ref={gridRef}
            label="People"
            columns={columns}
            rowCount={people.length}
            rowAt={(rowIndex) => people[rowIndex]}
            rowHeight={rowHeight}
            rowLook={(person) => (person === chosen ? 'selected' : 'normal')}
            onPlaceChange={({ rowIndex }) => {
              const person = people[rowIndex];
              if (person !== undefined) onChoose(person);
            }}
            onActivate={onOpen}
          />
        </div>
      )}
    </section>
  );
}
