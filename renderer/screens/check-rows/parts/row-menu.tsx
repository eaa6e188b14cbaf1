import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatNumber } from '../../../components/format-number';
import type { SpanFacts } from '../../../worker/cell-span';
import type { Fix } from '../../../worker/session-types';
import styles from './row-menu.module.css';

/** What the menu offers beyond what every cell has. */
interface RowMenuProps {
  /** In pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly facts: SpanFacts;
  /** Excel's number of the row, where one is chosen. */
  readonly rowNumber: number | null;
  /** Of the problem at the cell, where one cell is chosen. */
  readonly fixes: readonly Fix[];
  /** "See all 7: Slip in the email"; null where the cell has no problem that others have too. */
  readonly seeAll: string | null;
  /** The header of the column, where one can be sorted by. */
  readonly column: string | null;
  readonly onClose: () => void;
  readonly onDo: (what: RowMenuChoice) => void;
  readonly onFix: (fix: Fix) => void;
}

export type RowMenuChoice =
  | 'fix'
  | 'leave-out'
  | 'take-in'
  | 'see-all'
  | 'copy'
  | 'cut'
  | 'paste'
  | 'fill-down'
  | 'clear'
  | 'sort'
  | 'find';

const isMac = navigator.userAgent.includes('Macintosh');
const control = isMac ? '⌘' : 'Ctrl ';

/** The menu of the chosen cells, under the pointer or the cell. */
export function RowMenu({ at, facts, rowNumber, fixes, seeAll, column, onClose, onDo, onFix }: RowMenuProps) {
  const { rowCount, canLeaveOut, canTakeIn, fixable } = facts;
  const isOne = rowCount === 1;
  const entry = (what: RowMenuChoice, words: string, keys?: string) => (
    <Menu.Item rightSection={keys && <Keys>{keys}</Keys>} onClick={() => onDo(what)}>
      {words}
    </Menu.Item>
  );
  return (
    <Menu
      opened
      onChange={(isOpen) => isOpen || onClose()}
      position="bottom-start"
      offset={0}
      width={280}
      shadow="md"
    >
      <Menu.Target>
        <div className={styles.place} style={{ left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={isOne ? `Row ${rowNumber ?? ''}` : `${formatNumber(rowCount)} rows`}>
        {fixes.map((fix) => (
          <Menu.Item key={fix.label} onClick={() => onFix(fix)}>
            {fix.label}
          </Menu.Item>
        ))}
        {fixes.length === 0 &&
          fixable > 0 &&
          entry('fix', fixable === 1 ? 'Fix it' : `Fix ${formatNumber(fixable)}`)}
        {canLeaveOut > 0 &&
          entry(
            'leave-out',
            isOne ? `Leave row ${rowNumber ?? ''} out` : `Leave ${formatNumber(canLeaveOut)} rows out`,
            'Space',
          )}
        {canTakeIn > 0 &&
          entry(
            'take-in',
            isOne ? `Take row ${rowNumber ?? ''} in again` : `Take ${formatNumber(canTakeIn)} rows in again`,
            canLeaveOut === 0 ? 'Space' : undefined,
          )}
        {seeAll !== null && entry('see-all', seeAll)}
        <Menu.Divider />
        {entry('copy', 'Copy', `${control}C`)}
        {entry('cut', 'Cut', `${control}X`)}
        {entry('paste', 'Paste', `${control}V`)}
        {entry('fill-down', 'Fill down', `${control}D`)}
        {entry('clear', 'Clear', 'Del')}
        <Menu.Divider />
        {entry('find', 'Find and replace', 'Ctrl H')}
        {column !== null &&
          entry('sort', `Sort or filter by ${column}`, `${control}${isMac ? '⇧' : 'Shift '}L`)}
      </Menu.Dropdown>
    </Menu>
  );
}

function Keys({ children }: { readonly children: ReactNode }) {
  return <kbd className={styles.keys}>{children}</kbd>;
}
