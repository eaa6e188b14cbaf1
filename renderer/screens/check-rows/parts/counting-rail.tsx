import { SkeletonRows } from '../../../components/skeleton-rows';
import styles from './problem-rail.module.css';

/** Where the problems will be listed once they are counted. */
export function CountingRail() {
  return (
    <nav className={styles.rail} aria-label="Problems">
      <SkeletonRows rowHeight={28} rowCount={8} label="Checking the rows" />
    </nav>
  );
}
