import type { ReactNode } from 'react';
import styles from './reading-page.module.css';

interface ReadingPageProps {
  /** `reading`: wide margins, few things. `work`: the normal margin. */
  readonly kind?: 'reading' | 'work';
  readonly children: ReactNode;
}

/** A screen that is read from top to bottom and moves as a whole. */
export function ReadingPage({ kind = 'reading', children }: ReadingPageProps) {
  return (
    <div className={styles.scroller}>
      <div className={styles.page} data-kind={kind}>
        {children}
      </div>
    </div>
  );
}
