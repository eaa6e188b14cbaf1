import { IconEyeOff } from '@tabler/icons-react';
import styles from './hidden-sign.module.css';

interface HiddenSignProps {
  /** The row's number or the column's letter. */
  readonly text: string;
  /** Read out before it. */
  readonly what: 'row' | 'column';
}

/** A row or column that the spreadsheet hides: it is there all the same, and the sign says so. */
export function HiddenSign({ text, what }: HiddenSignProps) {
  return (
    <span className={styles.sign} title="Hidden in the sheet">
      <IconEyeOff size={12} role="img" aria-label={`Hidden in the sheet, ${what}`} />
      {text}
    </span>
  );
}
