import styles from './outcome.module.css';
import { type OutcomeName, outcomeLook } from './outcome-look';

/** One outcome: always its icon and its word together. */
export function OutcomeBadge({ outcome }: { readonly outcome: OutcomeName }) {
  const { label, Icon, color } = outcomeLook[outcome];
  return (
    <span className={styles.badge} style={{ color }}>
      <Icon size={16} aria-hidden="true" />
      {label}
    </span>
  );
}
