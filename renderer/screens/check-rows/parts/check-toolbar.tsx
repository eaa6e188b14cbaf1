import { ActionIcon, Button, CloseButton, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconFilter, IconSearch } from '@tabler/icons-react';
import type { CellRange } from '../../../components/data-grid/data-grid-types';
import { formatCount, formatNumber } from '../../../components/format-number';
import type { SpanFacts } from '../../../worker/cell-span';
import type { CheckSummary } from '../../../worker/session-types';
import { filterWords } from '../filter-words';
import type { CheckView, Said } from '../use-check';
import styles from './check-toolbar.module.css';
import { KeysHelp } from './keys-help';

interface ChosenCells {
  readonly range: CellRange;
  readonly facts: SpanFacts;
  /** What had been said when they were selected: something newer is said first. */
  readonly saidBefore: Said | null;
}

interface CheckToolbarProps {
  readonly view: CheckView;
  readonly check: Pick<CheckSummary, 'total' | 'undoes' | 'redoes'>;
  readonly said: Said | null;
  /** The selected cells and what could be done to them; null where a single cell is selected. */
  readonly chosen: ChosenCells | null;
  readonly onFix: () => void;
  readonly onLeaveOut: () => void;
  readonly onTakeIn: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onFind: () => void;
  /** What stands in the filter box; the list follows a moment later. */
  readonly typed: string;
  readonly onType: (typed: string) => void;
}

/** With numbers of five digits in the title and here there is no room for the columns. */
const crowdedFrom = 10_000;

/** Above the grid: which rows, what was done last and the way back, what can be done to the selected rows, the filter box. */
export function CheckToolbar(props: CheckToolbarProps) {
  const { view, check, said, chosen, onUndo, onRedo, onFind, typed, onType } = props;
  const { undoes, redoes } = check;
  const isPart = view.rowCount !== null && view.rowCount !== check.total;
  return (
    <div className={styles.toolbar}>
      <h2 className={styles.title}>
        {filterWords(view.filter)}{' '}
        <span className="text-2">
          {view.rowCount === null || view.isLooking
            ? ''
            : isPart
              ? `${formatNumber(view.rowCount)} of ${formatNumber(check.total)}`
              : formatNumber(view.rowCount)}
        </span>
      </h2>
      <span className="sr-only" role="status">
        {view.isFirst || view.rowCount === null
          ? ''
          : `${filterWords(view.filter)}: ${formatNumber(view.rowCount)} of ${formatCount(check.total, 'row')} shown`}
      </span>
      {chosen === null ? (
        <span className={styles.said} role="status" title={said?.words}>
          {said?.words ?? undoes}
        </span>
      ) : (
        <ChosenRows {...props} {...chosen} />
      )}
      <Button
        size="xs"
        leftSection={<IconArrowBackUp size={14} />}
        disabled={undoes === null}
        title={undoes === null ? undefined : `Take back: ${undoes}`}
        onClick={onUndo}
      >
        Undo
      </Button>
      <ActionIcon
        className={styles.icon}
        variant="subtle"
        size={28}
        aria-label="Redo"
        title={redoes === null ? 'Redo' : `Do again: ${redoes}`}
        disabled={redoes === null}
        onClick={onRedo}
      >
        <IconArrowForwardUp size={16} />
      </ActionIcon>
      <ActionIcon
        className={styles.icon}
        variant="subtle"
        size={28}
        aria-label="Find and replace"
        title="Find and replace"
        onClick={onFind}
      >
        <IconSearch size={16} />
      </ActionIcon>
      <KeysHelp />
      <TextInput
        className={styles.find}
        size="xs"
        leftSection={<IconFilter size={14} aria-hidden="true" />}
        rightSection={
          typed === '' ? null : (
            <CloseButton size="xs" aria-label="Clear the filter" onClick={() => onType('')} />
          )
        }
        placeholder="Filter rows"
        aria-label="Filter rows"
        maxLength={1000}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typed !== '') onType('');
        }}
      />
    </div>
  );
}

type ChosenRowsProps = Pick<CheckToolbarProps, 'said' | 'onFix' | 'onLeaveOut' | 'onTakeIn'> & ChosenCells;

/** How many cells are selected, and what can be done to their rows. */
function ChosenRows({ said, saidBefore, range, facts, onFix, onLeaveOut, onTakeIn }: ChosenRowsProps) {
  const { rowCount, canLeaveOut, canTakeIn, fixable } = facts;
  const rows = formatCount(rowCount, 'row', 'rows');
  const columns = formatCount(range.columnIds.length, 'column', 'columns');
  const news = said === saidBefore ? null : said;
  return (
    <div className={styles.chosen}>
      <span className={styles.said} role="status" title={news?.words}>
        {news !== null ? (
          news.words
        ) : (
          <>
            {rows}
            <span className={styles.columns} data-crowded={rowCount >= crowdedFrom || undefined}>
              , {columns}
            </span>{' '}
            selected
          </>
        )}
      </span>
      {fixable > 0 && (
        <Button size="xs" variant="light" onClick={onFix}>
          {fixable === 1 ? 'Fix it' : `Fix ${formatNumber(fixable)}`}
        </Button>
      )}
      {canLeaveOut > 0 && (
        <Button size="xs" onClick={onLeaveOut}>
          {`Leave ${formatCount(canLeaveOut, 'row', 'rows')} out`}
        </Button>
      )}
      {canTakeIn > 0 && (
        <Button size="xs" onClick={onTakeIn}>
          {`Take ${formatNumber(canTakeIn)} in again`}
        </Button>
      )}
    </div>
  );
}
