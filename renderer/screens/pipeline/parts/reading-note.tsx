import { Button, Progress } from '@mantine/core';
import type { SnapshotProgress } from '../../../../shared/pipeline/snapshot';
import { toReadingSentence } from '../pipeline-words';
import styles from './reading-note.module.css';

interface ReadingNoteProps {
  readonly progress: SnapshotProgress | null;
  readonly isStopping: boolean;
  readonly onStop: () => void;
}

/** A reading that goes on: what is read, how far it is, and Stop. */
export function ReadingNote({ progress, isStopping, onStop }: ReadingNoteProps) {
  const total = progress?.total ?? null;
  return (
    <div className={styles.note}>
      <span className={styles.words} role="status">
        {toReadingSentence(progress)}
      </span>
      <Progress
        className={styles.bar ?? ''}
        value={progress === null || total === null || total === 0 ? 0 : (progress.done / total) * 100}
        aria-label="Read so far"
      />
      <Button size="xs" disabled={isStopping} onClick={onStop}>
        {isStopping ? 'Stopping' : 'Stop'}
      </Button>
    </div>
  );
}
