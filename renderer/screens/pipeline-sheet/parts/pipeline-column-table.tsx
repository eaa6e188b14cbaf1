import { NativeSelect } from '@mantine/core';
import {
  fieldsOf,
  type PipelineField,
  type PipelineSheetUse,
  pipelineFieldLabels,
} from '../../../../shared/pipeline/pipeline-field';
import { HiddenSign } from '../../../components/hidden-sign';
import { Truncated } from '../../../components/truncated';
import type { PipelineColumnsView } from '../../../worker/session-types';
import styles from '../../map-columns/parts/column-table.module.css';

interface PipelineColumnTableProps {
  readonly use: PipelineSheetUse;
  readonly columns: PipelineColumnsView['columns'];
  readonly onAssign: (columnIndex: number, field: PipelineField | null) => void;
}

const notUsed = 'not-used';

/** The columns that are used, then the others, each with three values and what it is used as. */
export function PipelineColumnTable({ use, columns, onAssign }: PipelineColumnTableProps) {
  const sorted = [...columns].sort(
    (left, right) => Number(left.field === null) - Number(right.field === null),
  );
  const choices = [
    ...fieldsOf(use).map((field) => ({ value: field, label: pipelineFieldLabels[field] })),
    { value: notUsed, label: 'Not used' },
  ];
  return (
    <table className={styles.table} aria-label="Columns">
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
        {sorted.map(({ columnIndex, letter, header, values, field, reason, isHidden }) => {
          const name = header === '' ? `Column ${letter}` : header;
          return (
            <tr key={columnIndex} className={styles.row} data-used={field !== null || undefined}>
              <td className={styles.letter}>
                {isHidden ? <HiddenSign text={letter} what="column" /> : letter}
              </td>
              <th scope="row" className={styles.name}>
                <Truncated text={name} />
              </th>
              <td className={styles.values}>
                <Truncated text={values.join(', ')} />
                {values.length === 0 && <span className="text-3">empty</span>}
              </td>
              <td className={styles.goesTo}>
                <div className={styles.choice}>
                  <NativeSelect
                    className={styles.select}
                    aria-label={`${name} goes to`}
                    size={field === null ? 'xs' : 'sm'}
                    data={choices}
                    value={field ?? notUsed}
                    onChange={({ currentTarget: { value } }) =>
                      onAssign(columnIndex, fieldsOf(use).find((one) => one === value) ?? null)
                    }
                  />
                  <span className={styles.reason}>{reason}</span>
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
