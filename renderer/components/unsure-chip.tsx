import { IconHelpCircleFilled } from '@tabler/icons-react';
import { formatNumber } from './format-number';
import styles from './unsure-chip.module.css';

/** Of how many people of a run nobody is sure and nobody has decided; nothing where there are none. */
export function UnsureChip({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <span className={`${styles.chip} type-second`}>
      <IconHelpCircleFilled size={14} aria-hidden="true" />
      {formatNumber(count)} not sure
    </span>
  );
}
