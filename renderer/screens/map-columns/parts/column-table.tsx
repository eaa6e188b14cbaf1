import { Button, NativeSelect } from '@mantine/core';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { type InviteField, inviteFields } from '../../../../shared/operations/field';
import { formatCount } from '../../../components/format-number';
import { HiddenSign } from '../../../components/hidden-sign';
import { oneLine } from '../../../components/one-line';
import { Truncated } from '../../../components/truncated';
import type { ColumnView } from '../../../worker/session-types';
import { columnName, fieldChoice } from '../mapping-words';
import styles from './column-table.module.css';

/** More are drawn when they are asked for: some exports have thousands of columns. */
const firstKept = 60;
const notUsed = 'not-used';
/** A field of Mantine's is described by what stands in its own wrapper, and by nothing else unless it is told not to. */
const noOwnDescription = { withAria: false };

interface ColumnTableProps {
  readonly columns: readonly ColumnView[];
  readonly onAssign: (columnIndex: number, field: InviteField | null) => void;
}

/** The columns that are used, then those that are only kept, each with three values and where it goes. */
export function ColumnTable({ columns, onAssign }: ColumnTableProps) {
  const [showsAll, setShowsAll] = useState(false);
  const used = columns.filter(({ field }) => field !== null);
  const kept = columns.filter(({ field }) => field === null);
  const shownKept = showsAll ? kept : kept.slice(0, firstKept);

  // Between used and kept a row is drawn anew, and its field would lose the focus to the top of the step.
  const table = useRef<HTMLTableElement>(null);
  const assigned = useRef<Pick<ColumnView, 'columnIndex' | 'field'> | null>(null);
  useLayoutEffect(() => {
    const { columnIndex, field } = assigned.current ?? {};
    if (!columns.some((column) => column.columnIndex === columnIndex && column.field === field)) return;
    assigned.current = null;
    if (document.activeElement !== document.body) return;
    table.current?.querySelector<HTMLElement>(`select[data-column="${columnIndex}"]`)?.focus();
  }, [columns]);
  const assign = (columnIndex: number, field: InviteField | null) => {
    assigned.current = { columnIndex, field };
    onAssign(columnIndex, field);
  };
  return (
    <>
      <table ref={table} className={styles.table} aria-label="Columns">
        <thead className={styles.head}>
          <tr>
            <th scope="col" className={styles.letterHead}>
              <span className="sr-only">Letter</span>
            </th>
            <th scope="col" className={styles.nameHead}>
              Column
            </th>
            <th scope="col" className={styles.valuesHead}>
              First three values
            </th>
            <th scope="col">Goes to</th>
          </tr>
        </thead>
        <tbody>
          {used.map((column) => (
            <ColumnRow key={column.columnIndex} column={column} columns={columns} onAssign={assign} />
          ))}
        </tbody>
        {kept.length > 0 && (
          <tbody>
            <tr className={styles.group}>
              <th colSpan={4} scope="rowgroup" className={`${styles.groupName} type-label text-2`}>
                Kept for the results, not sent
              </th>
            </tr>
            {shownKept.map((column) => (
              <ColumnRow key={column.columnIndex} column={column} columns={columns} onAssign={assign} />
            ))}
          </tbody>
        )}
      </table>
      {shownKept.length < kept.length && (
        <div className={styles.more}>
          <Button size="xs" onClick={() => setShowsAll(true)}>
            Show {formatCount(kept.length - shownKept.length, 'more column')}
          </Button>
        </div>
      )}
    </>
  );
}

interface ColumnRowProps extends Pick<ColumnTableProps, 'columns' | 'onAssign'> {
  readonly column: ColumnView;
}

function ColumnRow({ column, columns, onAssign }: ColumnRowProps) {
  const isUsed = column.field !== null;
  const name = columnName(column);
  const reasonId = useId();
  return (
    <tr className={styles.row} data-used={isUsed || undefined}>
      <td className={styles.letter}>
        {column.isHidden ? <HiddenSign text={column.letter} what="column" /> : column.letter}
      </td>
      <th scope="row" className={styles.name}>
        <Truncated text={name} />
      </th>
      <td className={styles.values}>
        {isUsed ? (
          column.values.map((value) => <Truncated key={value} text={oneLine(value)} />)
        ) : (
          <Truncated text={oneLine(column.values.join(', '))} />
        )}
        {column.values.length === 0 && <span className="text-3">empty</span>}
      </td>
      <td className={styles.goesTo}>
        <div className={styles.choice}>
          <NativeSelect
            className={styles.select}
            aria-label={`${name} goes to`}
            data-column={column.columnIndex}
            {...noOwnDescription}
            aria-describedby={reasonId}
            size={isUsed ? 'sm' : 'xs'}
            data={[
              ...inviteFields.map((field) => ({ value: field, label: fieldChoice(field, columns, column) })),
              { value: notUsed, label: 'Not used' },
            ]}
            value={column.field ?? notUsed}
            onChange={(event) => onAssign(column.columnIndex, toField(event.currentTarget.value))}
          />
          <span id={reasonId} className={styles.reason}>
            {column.reason}
          </span>
        </div>
      </td>
    </tr>
  );
}

function toField(value: string): InviteField | null {
  return inviteFields.find((field) => field === value) ?? null;
}
