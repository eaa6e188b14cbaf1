import { Checkbox, NumberInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import styles from './choice-line.module.css';

interface HeaderRowFieldProps {
  /** Excel's row number; null where there is no header. */
  readonly headerRow: number | null;
  readonly lineCount: number;
  readonly onChange: (headerRow: number | null) => void;
}

/** The number of the header row, or that there is none. */
export function HeaderRowField({ headerRow, lineCount, onChange }: HeaderRowFieldProps) {
  const [typed, setTyped] = useState<string | number>(headerRow ?? '');
  useEffect(() => setTyped(headerRow ?? ''), [headerRow]);
  // Whoever takes the tick away again wants the header that was there, not the first line.
  const lastHeader = useRef(1);
  if (headerRow !== null) lastHeader.current = headerRow;
  return (
    <div className={styles.line}>
      <span className="text-2" aria-hidden="true">
        Header in row
      </span>
      <NumberInput
        className={styles.number}
        aria-label="Header in row"
        min={1}
        max={Math.max(1, lineCount)}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        hideControls={headerRow === null}
        placeholder="none"
        value={typed}
        onChange={(value) => {
          setTyped(value);
          if (typeof value === 'number' && value >= 1 && value !== headerRow) onChange(value);
        }}
        onBlur={() => setTyped(headerRow ?? '')}
      />
      <span className="type-second text-2">or click a row</span>
      <Checkbox
        size="xs"
        classNames={{ label: 'type-body' }}
        label="There is no header"
        checked={headerRow === null}
        onChange={(event) => onChange(event.currentTarget.checked ? null : lastHeader.current)}
      />
    </div>
  );
}
