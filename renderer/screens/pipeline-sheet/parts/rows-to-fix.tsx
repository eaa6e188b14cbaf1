import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { PipelineSheetRow } from '../../../../shared/pipeline/pipeline-sheet';
import type { PreparedPipeline } from '../../../../shared/pipeline/prepared-pipeline';
import { DataGrid } from '../../../components/data-grid/data-grid';
import type { CellPlace } from '../../../components/data-grid/data-grid-types';
import {
  conflictSentence,
  conflictsHeading,
  moreConflicts,
} from '../../../components/pipeline-review/pipeline-review-words';
import {
  type FixableField,
  isFixableField,
  type RowToFix,
  toFixColumns,
  whyColumnId,
} from '../rows-to-fix-columns';
import styles from './rows-to-fix.module.css';

interface RowsToFixProps {
  readonly prepared: PreparedPipeline;
  readonly rows: readonly PipelineSheetRow[];
  readonly fields: readonly FixableField[];
  readonly isChanging: boolean;
  readonly undoes: string | null;
  readonly redoes: string | null;
  readonly onChange: (rowNumber: number, field: FixableField, value: string) => void;
  readonly onStep: (way: 'undo' | 'redo') => void;
}

/** The rows that are left out, as in a spreadsheet: a cell is changed in place or chosen for, and every row is looked at again at once. */
export function RowsToFix(props: RowsToFixProps) {
  const { prepared, rows, fields, isChanging, undoes, redoes, onChange, onStep } = props;
  const { conflicts, conflictCount } = prepared;
  const [place, setPlace] = useState<CellPlace | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const hadRows = useRef(conflictCount > 0);
  const columns = useMemo(() => toFixColumns(fields), [fields]);
  const list = useMemo(() => {
    const byNumber = new Map(rows.map((row) => [row.rowNumber, row]));
    return conflicts.flatMap((conflict): RowToFix[] => {
      const row = byNumber.get(conflict.rowNumber);
      return row === undefined ? [] : [{ row, conflict }];
    });
  }, [rows, conflicts]);

  useEffect(() => {
    // The grid in which somebody worked is gone: the keyboard stays here.
    if (hadRows.current && conflictCount === 0) heading.current?.focus();
    hadRows.current = conflictCount > 0;
  }, [conflictCount]);

  if (conflictCount === 0 && undoes === null && redoes === null) return null;
  const pointed = place === null ? undefined : list[place.rowIndex];
  const choice = pointed?.conflict.choice ?? null;
  const hasPopUp =
    place !== null && choice !== null && (place.columnId === choice.field || place.columnId === whyColumnId);
  const onOtherKey = (event: KeyboardEvent): boolean => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return false;
    onStep(key === 'y' || event.shiftKey ? 'redo' : 'undo');
    return true;
  };
  const more = moreConflicts(conflicts.length, conflictCount);
  return (
    <section className={styles.section} aria-label="People left out">
      <h2 ref={heading} tabIndex={-1} className={`type-section ${styles.heading}`}>
        {conflictCount > 0 && <IconAlertTriangle size={16} aria-hidden="true" />}
        {conflictCount > 0 ? conflictsHeading(conflictCount) : 'Nobody is left out any more'}
      </h2>
      {conflictCount > 0 && (
        <>
          <p className="text-2">
            Change a cell and the row is looked at again at once. Your file stays as it is.
          </p>
          <div className={styles.grid}>
            <DataGrid
              label="Rows that are left out"
              kind="sheet"
              columns={columns}
              rowCount={list.length}
              rowAt={(rowIndex) => list[rowIndex]}
              rowHeight={32}
              place={place}
              onPlaceChange={setPlace}
              onEdit={({ rowIndex, columnId }, text) => {
                const edited = list[rowIndex];
                if (edited !== undefined && isFixableField(columnId))
                  onChange(edited.row.rowNumber, columnId, text);
              }}
              onOtherKey={onOtherKey}
              popUp={
                hasPopUp && pointed !== undefined
                  ? {
                      at: place,
                      content: (
                        <>
                          <p>{conflictSentence(pointed.conflict.sentence)}</p>
                          <div className={styles.options}>
                            {choice.options.map(({ value, label }) => (
                              <Button
                                key={value}
                                size="xs"
                                onClick={() => onChange(pointed.row.rowNumber, choice.field, value)}
                              >
                                {label}
                              </Button>
                            ))}
                          </div>
                        </>
                      ),
                    }
                  : null
              }
            />
          </div>
        </>
      )}
      {more !== null && <p className="type-second text-2">{more}</p>}
      <div className={styles.steps}>
        {undoes !== null && (
          <Button size="xs" disabled={isChanging} onClick={() => onStep('undo')}>
            Undo: {undoes}
          </Button>
        )}
        {redoes !== null && (
          <Button size="xs" disabled={isChanging} onClick={() => onStep('redo')}>
            Redo: {redoes}
          </Button>
        )}
        <span className="type-second text-2" role="status">
          {isChanging ? 'Looking at all rows again.' : ''}
        </span>
      </div>
    </section>
  );
}
