import { useEffect, useState } from 'react';
import styles from './skeleton-rows.module.css';

/** Below this a flash of grey is more restless than an empty place. */
const quietMs = 200;

/** Per cent of the row: names differ in length. */
const nameWidths = [38, 30, 44, 34, 26];

interface SkeletonRowsProps {
  readonly rowHeight?: 28 | 32 | 36 | 44;
  readonly rowCount?: number;
  /** What is being read, for screen readers. */
  readonly label?: string;
}

/** Nothing for 200 ms, then still grey rows where the list will be. */
export function SkeletonRows({ rowHeight = 36, rowCount = 5, label = 'Reading' }: SkeletonRowsProps) {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), quietMs);
    return () => clearTimeout(timer);
  }, []);
  if (!isShown) return <div style={{ height: rowHeight * rowCount }} />;
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: rowCount }, (_, index) => index).map((ordinal) => (
        <div
          key={ordinal}
          className={styles.row}
          style={{ height: rowHeight, opacity: 1 - ordinal / (rowCount + 1) }}
        >
          <span style={{ width: `${nameWidths[ordinal % nameWidths.length]}%` }} />
          <span style={{ width: '18%' }} />
          <span style={{ width: '9%' }} />
        </div>
      ))}
    </div>
  );
}
