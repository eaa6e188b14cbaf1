import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconSearch } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { formatNumber } from '../../../components/format-number';
import { filterWords } from '../filter-words';
import type { CheckView } from '../use-check';
import styles from './check-toolbar.module.css';

interface CheckToolbarProps {
  readonly view: CheckView;
  readonly said: string | null;
  readonly undoes: string | null;
  readonly onUndo: () => void;
  /** What stands in the find box; the list follows a moment later. */
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly findBox: RefObject<HTMLInputElement | null>;
}

/** Above the grid: which rows, what was done last and the way back, the find box. */
export function CheckToolbar({ view, said, undoes, onUndo, typed, onType, findBox }: CheckToolbarProps) {
  return (
    <div className={styles.toolbar}>
      <h2 className={styles.title}>
        {filterWords(view.filter)}{' '}
        <span className="text-2">{view.rowCount === null ? '' : formatNumber(view.rowCount)}</span>
      </h2>
      <span className={styles.said} role="status">
        {said ?? undoes}
      </span>
      <Button
        size="xs"
        leftSection={<IconArrowBackUp size={14} />}
        disabled={undoes === null}
        title={undoes === null ? undefined : `Take back: ${undoes}`}
        onClick={onUndo}
      >
        Undo
      </Button>
      <TextInput
        ref={findBox}
        className={styles.find}
        size="xs"
        leftSection={<IconSearch size={14} aria-hidden="true" />}
        rightSection={
          typed === '' ? null : (
            <CloseButton size="xs" aria-label="Clear the find box" onClick={() => onType('')} />
          )
        }
        placeholder="Find in rows"
        aria-label="Find in rows"
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typed !== '') onType('');
        }}
      />
    </div>
  );
}
