import { Button, Popover, TextInput } from '@mantine/core';
import { IconArrowNarrowDown, IconArrowNarrowUp, IconChevronDown, IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import {
  type ColumnFilter,
  type RowArrangement,
  type RowSort,
  type SortColumn,
  sheetOrder,
} from '../../../worker/row-arrangement';
import { columnWords, orderWords } from '../arrangement-words';
import styles from './column-menu.module.css';

interface ColumnMenuProps {
  readonly column: SortColumn;
  readonly arrangement: RowArrangement;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onArrange: (arrangement: RowArrangement) => void;
}

/** A column's header: its name, its order and its filter, and the menu that changes them. */
export function ColumnMenu({ column, arrangement, isOpen, onOpen, onArrange }: ColumnMenuProps) {
  const { sort, columns } = arrangement;
  const words = columnWords(column);
  const filter = column === 'wrong' ? undefined : columns[column];
  const own = sort?.column === column ? sort.direction : null;
  const arrange = (next: RowArrangement) => {
    onArrange(next);
    onOpen(false);
  };
  const header = (
    <button
      type="button"
      tabIndex={-1}
      className={styles.header}
      aria-label={`${words}: sort and filter`}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={() => onOpen(!isOpen)}
    >
      <span className={styles.name}>{words}</span>
      {filter !== undefined && (
        <IconFilter size={14} className={styles.sign} aria-label="Filtered" role="img" />
      )}
      {own === 'ascending' && <IconArrowNarrowUp size={14} className={styles.sign} aria-hidden="true" />}
      {own === 'descending' && <IconArrowNarrowDown size={14} className={styles.sign} aria-hidden="true" />}
      <IconChevronDown size={14} className={styles.open} aria-hidden="true" />
    </button>
  );
  // Seven menus that are closed would be drawn with every step through the rows.
  if (!isOpen) return header;
  return (
    <Popover opened={isOpen} onChange={onOpen} position="bottom-start" width={244} shadow="md" trapFocus>
      <Popover.Target>{header}</Popover.Target>
      <Popover.Dropdown aria-label={`${words}: sort and filter`} className={styles.menu}>
        {(['ascending', 'descending'] as const).map((direction) => (
          <Button
            key={direction}
            variant={own === direction ? 'light' : 'subtle'}
            size="xs"
            justify="start"
            aria-pressed={own === direction}
            leftSection={
              direction === 'ascending' ? <IconArrowNarrowUp size={14} /> : <IconArrowNarrowDown size={14} />
            }
            onClick={() => arrange({ ...arrangement, sort: { column, direction } })}
          >
            {sortLabel(column, direction)}
          </Button>
        ))}
        {sort !== null && (
          <Button
            variant="subtle"
            size="xs"
            justify="start"
            onClick={() => arrange({ ...arrangement, sort: sheetOrder.sort })}
          >
            Show in sheet order
          </Button>
        )}
        {column !== 'wrong' && (
          <FilterForm
            words={words}
            filter={filter}
            onFilter={(next) => {
              const { [column]: _, ...others } = columns;
              arrange({ ...arrangement, columns: next === null ? others : { ...others, [column]: next } });
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function sortLabel(column: SortColumn, direction: RowSort['direction']): string {
  if (column !== 'wrong') return `Sort ${orderWords[direction]}`;
  return direction === 'ascending' ? 'Those that need you first' : 'Fine rows first';
}

interface FilterFormProps {
  readonly words: string;
  readonly filter: ColumnFilter | undefined;
  readonly onFilter: (filter: ColumnFilter | null) => void;
}

function FilterForm({ words, filter, onFilter }: FilterFormProps) {
  const [text, setText] = useState(filter?.kind === 'contains' ? filter.text : '');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onFilter(text.trim() === '' ? null : { kind: 'contains', text: text.trim() });
      }}
    >
      <TextInput
        size="xs"
        label="Contains"
        aria-label={`${words} contains`}
        data-autofocus
        maxLength={1000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.choices}>
        <Button size="xs" type="submit">
          Show these
        </Button>
        <Button size="xs" aria-pressed={filter?.kind === 'empty'} onClick={() => onFilter({ kind: 'empty' })}>
          Empty
        </Button>
        <Button
          size="xs"
          aria-pressed={filter?.kind === 'filled'}
          onClick={() => onFilter({ kind: 'filled' })}
        >
          Not empty
        </Button>
      </div>
      {filter !== undefined && (
        <Button variant="subtle" size="xs" justify="start" onClick={() => onFilter(null)}>
          Show all
        </Button>
      )}
    </form>
  );
}
