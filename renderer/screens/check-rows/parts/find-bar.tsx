import { ActionIcon, Button, Checkbox, CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { PersonField } from '../../../../shared/operations/field';
import { formatNumber } from '../../../components/format-number';
import { gridFields } from '../../../worker/grid-fields';
import { columnWords } from '../arrangement-words';
import { type UseFindInput, useFind } from '../use-find';
import styles from './find-bar.module.css';

interface FindBarProps extends UseFindInput {
  readonly replaces: boolean;
  /** Whether fewer rows than the file has are shown, and so searched. */
  readonly isFiltered: boolean;
  /** Another number puts the focus into the first field again. */
  readonly opened: number;
  readonly onReplaces: () => void;
  readonly onClose: () => void;
}

/** Find and replace in the rows that are shown. Enter goes on, Shift Enter back, Esc returns to the rows. */
export function FindBar({ replaces, isFiltered, opened, onReplaces, onClose, ...input }: FindBarProps) {
  const find = useFind(input);
  const { query, setQuery, by, setBy, found, go, replace, replaceAll } = find;
  const findBox = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (opened === 0) return;
    findBox.current?.focus();
    findBox.current?.select();
  }, [opened]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  };
  const hasHits = found != null;
  // Off, but not disabled: a button that is pressed must keep the focus when nothing is left to find.
  const off = hasHits ? {} : { 'aria-disabled': true, 'data-disabled': true };
  return (
    <search className={styles.bar} aria-label="Find and replace" onKeyDown={onKeyDown}>
      <div className={styles.line}>
        <TextInput
          ref={findBox}
          className={styles.field}
          size="xs"
          placeholder="Find"
          aria-label="Find"
          maxLength={1000}
          value={query.text}
          onChange={(event) => setQuery({ text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void go(event.shiftKey ? 'before' : 'next');
          }}
        />
        <ActionIcon
          variant="subtle"
          size={28}
          aria-label="Previous"
          title="Previous (Shift Enter)"
          {...off}
          onClick={() => void go('before')}
        >
          <IconChevronUp size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          size={28}
          aria-label="Next"
          title="Next (Enter)"
          {...off}
          onClick={() => void go('next')}
        >
          <IconChevronDown size={16} />
        </ActionIcon>
        <span className={styles.count} role="status">
          {countWords(find, isFiltered)}
        </span>
        <CloseButton size="sm" aria-label="Close find" title="Close (Esc)" onClick={onClose} />
      </div>
      <div className={styles.line}>
        {replaces ? (
          <>
            <TextInput
              className={styles.field}
              size="xs"
              placeholder="Replace with"
              aria-label="Replace with"
              maxLength={32_767}
              value={by}
              onChange={(event) => setBy(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') void replace();
              }}
            />
            <Button size="xs" {...off} onClick={() => void replace()}>
              Replace
            </Button>
            <Button size="xs" {...off} onClick={() => void replaceAll()}>
              {hasHits && found.total > 1 ? `Replace all ${formatNumber(found.total)}` : 'Replace all'}
            </Button>
          </>
        ) : (
          <Button size="xs" variant="subtle" onClick={onReplaces}>
            Replace…
          </Button>
        )}
        <NativeSelect
          className={styles.column}
          size="xs"
          aria-label="In which column"
          data={[
            { value: '', label: 'All columns' },
            ...gridFields.map((field) => ({ value: field, label: columnWords(field) })),
          ]}
          value={query.field ?? ''}
          onChange={({ currentTarget: { value } }) =>
            setQuery({ field: value === '' ? null : (value as PersonField) })
          }
        />
        <Checkbox
          size="xs"
          label="Match case"
          checked={query.matchesCase}
          onChange={(event) => setQuery({ matchesCase: event.currentTarget.checked })}
        />
        <Checkbox
          size="xs"
          label="Whole cell"
          checked={query.wholeCell}
          onChange={(event) => setQuery({ wholeCell: event.currentTarget.checked })}
        />
      </div>
    </search>
  );
}

function countWords({ query, found }: ReturnType<typeof useFind>, isFiltered: boolean): string {
  if (query.text === '' || found === undefined) return isFiltered ? 'Looks in the rows shown' : '';
  const where = isFiltered ? ' in the rows shown' : '';
  if (found === null) return `Not found${where}`;
  return `${formatNumber(found.hit.number)} of ${formatNumber(found.total)}${where}`;
}
