import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './footer-bar.module.css';

interface FooterBarProps {
  readonly onBack?: () => void;
  readonly backLabel?: string;
  /** The counts or the sentence beside Back. */
  readonly children?: ReactNode;
  /** Quiet buttons before the main one. */
  readonly actions?: ReactNode;
  readonly main?: {
    /** A verb, with the number: "Check 318 rows". */
    readonly label: string;
    readonly onClick: () => void;
    /** Why it is off; said beside the button. Absent where it is on. */
    readonly offBecause?: string | undefined;
    readonly hasArrow?: boolean;
  };
}

/** The bar at the foot of a step: back, what is counted, the one main action. */
export function FooterBar({ onBack, backLabel = 'Back', children, actions, main }: FooterBarProps) {
  return (
    <footer className={styles.bar}>
      {onBack && (
        <Button leftSection={<IconArrowLeft size={16} />} onClick={onBack}>
          {backLabel}
        </Button>
      )}
      <div className={styles.text}>{children}</div>
      <div className={styles.actions}>
        {main?.offBecause !== undefined && <span className={styles.why}>{main.offBecause}</span>}
        {actions}
        {main && (
          <Button
            variant="filled"
            disabled={main.offBecause !== undefined}
            rightSection={main.hasArrow === false ? undefined : <IconArrowRight size={16} />}
            onClick={main.onClick}
          >
            {main.label}
          </Button>
        )}
      </div>
    </footer>
  );
}
