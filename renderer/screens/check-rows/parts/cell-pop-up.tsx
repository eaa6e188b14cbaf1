import { Button } from '@mantine/core';
import { IconAlertCircleFilled, IconAlertTriangleFilled, IconMinus } from '@tabler/icons-react';
import { formatNumber } from '../../../components/format-number';
import type { Fix, GridRow } from '../../../worker/session-types';
import { problemAt } from '../person-cells';
import styles from './cell-pop-up.module.css';

interface CellPopUpProps {
  readonly row: GridRow;
  readonly columnId: string;
  readonly onFix: (fix: Fix) => void;
  readonly onLeaveOut: () => void;
  readonly onTakeIn: () => void;
  readonly onOpenRun: (runId: string) => void;
  /** The other rows with this problem; null where there are none, or only they are shown. */
  readonly alike: {
    readonly count: number;
    /** How many of them one click can mend; 0 where none, or only this one. */
    readonly fixableCount: number;
    readonly onSeeAll: () => void;
    readonly onFixAll: () => void;
  } | null;
}

/** Whether there is anything to say at this cell. */
export function hasPopUp(row: GridRow, columnId: string): boolean {
  if (columnId === 'row') return false;
  return (
    problemAt(row, columnId) !== null ||
    (row.status === 'left-out' && (columnId === 'wrong' || columnId === 'sign'))
  );
}

/** What is wrong at a cell, in a sentence, and what one click can do about it. */
export function CellPopUp({ row, columnId, onFix, onLeaveOut, onTakeIn, onOpenRun, alike }: CellPopUpProps) {
  const problem = problemAt(row, columnId);
  const isLeftOut = row.status === 'left-out';
  const run = problem?.run ?? null;
  const fixes = isLeftOut ? [] : (problem?.fixes ?? []);
  return (
    <>
      <div className={styles.sentence}>
        <Sign isLeftOut={isLeftOut} isBlocking={problem?.blocking === true} />
        <p>{problem?.message ?? (row.inShort === '' ? 'You left this row out.' : `${row.inShort}.`)}</p>
      </div>
      <div className={styles.actions}>
        {fixes.map((fix, index) => (
          <Button
            key={fix.label}
            className={styles.fix}
            size="xs"
            variant={index === 0 ? 'filled' : 'default'}
            title={fix.label}
            onClick={() => onFix(fix)}
          >
            {fix.label}
          </Button>
        ))}
        {isLeftOut ? (
          <Button size="xs" onClick={onTakeIn}>
            Take it in again
          </Button>
        ) : (
          <Button size="xs" onClick={onLeaveOut}>
            Leave row out
          </Button>
        )}
        {run !== null && (
          <Button size="xs" onClick={() => onOpenRun(run.runId)}>
            Open run {formatNumber(run.runNumber)}
          </Button>
        )}
        {alike !== null && alike.fixableCount > 0 && fixes.length > 0 && (
          <Button
            size="xs"
            onClick={alike.onFixAll}
          >{`Fix all ${formatNumber(alike.fixableCount)} alike`}</Button>
        )}
        {alike !== null && (
          <Button
            size="xs"
            variant="subtle"
            onClick={alike.onSeeAll}
          >{`See all ${formatNumber(alike.count)}`}</Button>
        )}
      </div>
    </>
  );
}

function Sign({ isLeftOut, isBlocking }: { readonly isLeftOut: boolean; readonly isBlocking: boolean }) {
  if (isLeftOut) return <IconMinus className={styles.sign} size={16} aria-hidden="true" />;
  if (isBlocking)
    return <IconAlertCircleFilled className={`${styles.sign} tone-refused`} size={16} aria-hidden="true" />;
  return <IconAlertTriangleFilled className={`${styles.sign} tone-warning`} size={16} aria-hidden="true" />;
}
