import { TextInput } from '@mantine/core';
import { useId } from 'react';
import { formatNumber } from '../../../components/format-number';
import styles from './run-dialog.module.css';

interface TypedNumberFieldProps {
  /** What is to be typed. */
  readonly count: number;
  /** "to run it": what the number stands for. */
  readonly forWhat: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The number of people, typed by hand, where a habit click must not do. */
export function TypedNumberField({ count, forWhat, value, onChange }: TypedNumberFieldProps) {
  const id = useId();
  return (
    <div className={styles.typed}>
      <label htmlFor={id}>
        Type <b>{formatNumber(count)}</b> {forWhat}
      </label>
      <TextInput
        id={id}
        w={112}
        inputMode="numeric"
        autoComplete="off"
        maxLength={40}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
