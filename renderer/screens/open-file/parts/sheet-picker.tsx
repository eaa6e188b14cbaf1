import { Select } from '@mantine/core';
import { formatNumber } from '../../../components/format-number';
import { Segmented } from '../../../components/segmented';
import type { SheetChoice } from '../../../worker/session-types';
import styles from './choice-line.module.css';

/** More sheets than these are a list: they would not fit side by side. */
const mostSideBySide = 5;
/** A longer sheet name makes the row too wide in a small window. */
const mostCharactersSideBySide = 70;

interface SheetPickerProps {
  readonly sheets: readonly SheetChoice[];
  readonly chosen: number;
  readonly onChoose: (sheetIndex: number) => void;
}

/** Which sheet of the workbook, with the number of people found in each. */
export function SheetPicker({ sheets, chosen, onChoose }: SheetPickerProps) {
  const choices = sheets.map(({ sheetIndex, name, visibility, peopleCount }) => ({
    value: String(sheetIndex),
    label: name ?? `Sheet ${sheetIndex + 1}`,
    count: `(${[visibility === 'hidden' ? 'hidden' : '', peopleCount === 0 ? 'nobody' : formatNumber(peopleCount)].filter(Boolean).join(', ')})`,
  }));
  const length = choices.reduce((sum, { label, count }) => sum + label.length + count.length, 0);
  if (choices.length <= mostSideBySide && length <= mostCharactersSideBySide) {
    return (
      <div className={styles.line}>
        <span className="text-2">Sheet</span>
        <Segmented
          label="Sheet"
          choices={choices}
          value={String(chosen)}
          onChange={(value) => onChoose(Number(value))}
        />
      </div>
    );
  }
  return (
    <div className={styles.line}>
      <span className="text-2">Sheet</span>
      <Select
        className={styles.select}
        aria-label="Sheet"
        allowDeselect={false}
        searchable={choices.length > 10}
        data={choices.map(({ value, label, count }) => ({ value, label: `${label} ${count}` }))}
        value={String(chosen)}
        onChange={(value) => value !== null && onChoose(Number(value))}
      />
    </div>
  );
}
