import { NumberInput } from '@mantine/core';
import { useState } from 'react';

interface NumberFieldProps {
  readonly id: string;
  /** Null: nothing is set, and the field is empty. */
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  /** An empty field means that nothing is set, which `emptyLabel` says. */
  readonly emptyLabel?: string;
  readonly decimals?: number;
  readonly onKeep: (value: number | null) => void;
}

/** A number that is kept when it is allowed; anything else goes back to what holds. */
export function NumberField({ id, value, min, max, emptyLabel, decimals = 0, onKeep }: NumberFieldProps) {
  const [typed, setTyped] = useState<number | string>(value ?? '');
  const keep = () => {
    if (typed === '' && emptyLabel !== undefined) {
      if (value !== null) onKeep(null);
      return;
    }
    const factor = 10 ** decimals;
    const number = Math.round(Number(typed) * factor) / factor;
    const isWhole = decimals > 0 || number === Number(typed);
    if (typed === '' || Number.isNaN(number) || !isWhole || number < min || number > max)
      setTyped(value ?? '');
    else if (number !== value) onKeep(number);
  };
  return (
    <NumberInput
      id={id}
      aria-describedby={`${id}-sentence`}
      w={emptyLabel === undefined ? 88 : 112}
      min={min}
      max={max}
      placeholder={emptyLabel}
      allowDecimal={decimals > 0}
      decimalScale={decimals}
      allowNegative={false}
      // A number on its way to 12 begins with a 1, which is below some least: what is typed is judged when it is left.
      clampBehavior="none"
      value={typed}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
      onKeyUp={(event) => (event.key === 'ArrowUp' || event.key === 'ArrowDown') && keep()}
      onPointerUp={() => requestAnimationFrame(keep)}
    />
  );
}
