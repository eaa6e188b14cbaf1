import { ActionIcon, Popover } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { Fragment } from 'react';
import styles from './keys-help.module.css';

const isMac = navigator.userAgent.includes('Macintosh');
const control = isMac ? '⌘' : 'Ctrl';

const keys: readonly (readonly [keys: string, does: string])[] = [
  ['Type, F2', 'Replace the cell, change it'],
  ['Enter, Tab', 'Next cell; with Shift the one before'],
  [`${control} + arrow`, 'To the edge of what is filled'],
  ['Shift + arrow', `Select cells; ${control} A selects all`],
  [`${control} C, X, V`, 'Copy, cut and paste, also from and to Excel'],
  [`${control} D`, 'Fill down'],
  [`${control} Enter`, 'Put what you type into all selected cells'],
  ['Delete', 'Clear'],
  ['Space', 'Leave rows out, or take them in again'],
  [`${control} Z, Y`, 'Undo, redo'],
  // On a Mac ⌘ H hides the app.
  [`${control} F, Ctrl H`, 'Find, replace'],
  [`${control} Shift L`, 'Sort or filter the column'],
  ['Alt + ↓', 'Go to what is wrong at the cell'],
  ['Shift F10', 'Menu of the selected cells'],
  ['F6', 'Into the rows, and out of them; with Shift backwards'],
];

/** What keys do in the rows. */
export function KeysHelp() {
  return (
    <Popover position="bottom-end" width={400} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon className={styles.icon} variant="subtle" size={28} aria-label="Keys" title="Keys">
          <IconKeyboard size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label="Keys" tabIndex={-1} data-autofocus>
        <dl className={styles.keys}>
          {keys.map(([key, does]) => (
            <Fragment key={key}>
              <dt>{key}</dt>
              <dd>{does}</dd>
            </Fragment>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}
