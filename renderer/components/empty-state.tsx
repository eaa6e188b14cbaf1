import { Button } from '@mantine/core';
import { type Icon, IconSend } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface Action {
  readonly label: string;
  readonly onClick: () => void;
}

interface EmptyStateProps {
  readonly Icon?: Icon;
  /** What is not here yet. */
  readonly title: string;
  /** What will be here. */
  readonly sentence: ReactNode;
  readonly mainAction?: Action;
  readonly otherAction?: Action;
  /** The heading's level; 1 where it is the screen's only one. */
  readonly level?: 1 | 2 | 3;
}

/** One icon, what will be here, the way to it. */
export function EmptyState({
  Icon = IconSend,
  title,
  sentence,
  mainAction,
  otherAction,
  level = 2,
}: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={styles.empty}>
      <Icon size={24} stroke={1.6} color="var(--text-2)" aria-hidden="true" />
      <Heading className="type-section">{title}</Heading>
      <p className="text-2">{sentence}</p>
      {(mainAction || otherAction) && (
        <div className={styles.actions}>
          {mainAction && (
            <Button variant="filled" onClick={mainAction.onClick}>
              {mainAction.label}
            </Button>
          )}
          {otherAction && <Button onClick={otherAction.onClick}>{otherAction.label}</Button>}
        </div>
      )}
    </div>
  );
}
