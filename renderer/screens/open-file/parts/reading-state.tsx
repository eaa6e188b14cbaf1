import { Button, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import styles from './reading-state.module.css';

/** Below this a flash is more restless than an empty place. */
const quietMs = 200;
/** Whoever waits longer than this wants to know how far it is. */
const patienceMs = 2000;

interface ReadingStateProps {
  readonly fileName: string;
  /** 0 to 1. */
  readonly fraction: number;
  readonly onStop: () => void;
}

/** A file is being read: nothing at first, then its name, a bar and a way to stop, after two seconds also how far it is. Escape stops at any time. */
export function ReadingState({ fileName, fraction, onStop }: ReadingStateProps) {
  const [phase, setPhase] = useState<'quiet' | 'shown' | 'long'>('quiet');
  useEffect(() => {
    const shown = setTimeout(() => setPhase('shown'), quietMs);
    const long = setTimeout(() => setPhase('long'), patienceMs);
    return () => {
      clearTimeout(shown);
      clearTimeout(long);
    };
  }, []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onStop();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onStop]);
  const percent = Math.round(fraction * 100);
  return (
    <div className={styles.reading} data-quiet={phase === 'quiet' || undefined}>
      <div role="status" className={styles.text}>
        <h1 className="type-section">Reading {fileName}</h1>
        {phase === 'long' && <p className="text-2">{percent} % of it. Large files take some seconds.</p>}
      </div>
      {phase !== 'quiet' && <Button onClick={onStop}>Stop reading</Button>}
      <Progress
        className={styles.bar}
        value={percent}
        size={6}
        aria-label="Part of the file that has been read"
      />
    </div>
  );
}
