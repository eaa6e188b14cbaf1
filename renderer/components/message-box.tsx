import { type Icon, IconAlertTriangle, IconCheck, IconInfoCircle, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './message-box.module.css';

export type MessageTone = 'info' | 'done' | 'warning' | 'refused' | 'unknown';

const toneIcons: Readonly<Record<MessageTone, Icon>> = {
  info: IconInfoCircle,
  done: IconCheck,
  warning: IconAlertTriangle,
  refused: IconX,
  unknown: IconAlertTriangle,
};

interface MessageBoxProps {
  readonly tone: MessageTone;
  /** Another icon than the tone's own. */
  readonly Icon?: Icon;
  /** The first sentence, in semibold. */
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** What stands at the end of the line: buttons, a clock. */
  readonly end?: ReactNode;
  /** Errors are announced at once; the rest politely; `off` for what was there when the screen opened. */
  readonly announce?: 'polite' | 'at-once' | 'off';
}

const announceRoles = { polite: 'status', 'at-once': 'alert', off: undefined } as const;

/** A message inside a screen, on the spot it concerns. */
export function MessageBox({
  tone,
  Icon = toneIcons[tone],
  title,
  children,
  end,
  announce = 'off',
}: MessageBoxProps) {
  return (
    <div className={styles.box} data-tone={tone} role={announceRoles[announce]}>
      <div className={styles.content}>
        <div className={styles.text}>
          <Icon className={styles.icon} size={18} stroke={1.8} aria-hidden="true" />
          <div className={styles.words}>
            {title && <b>{title}</b>}
            {title && children ? ' ' : null}
            {children}
          </div>
        </div>
        {end && <div className={styles.end}>{end}</div>}
      </div>
    </div>
  );
}
