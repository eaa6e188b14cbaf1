import { Radio } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { NameOrder } from '../../../../shared/operations/mapping';
import { formatCount, formatNumber } from '../../../components/format-number';
import { MessageBox } from '../../../components/message-box';
import { Truncated } from '../../../components/truncated';
import type { ColumnsView, NameExamples } from '../../../worker/session-types';
import { useNewBatch } from '../../new-batch/use-new-batch';
import styles from './name-split.module.css';

const orders: readonly {
  readonly order: NameOrder;
  readonly label: string;
  readonly description?: string;
}[] = [
  {
    order: 'decide',
    label: 'Decide for each name',
    description: 'Vietnamese, Chinese, Korean, Hungarian and comma order are known',
  },
  { order: 'last-word-is-family', label: 'Last word is the last name' },
  { order: 'first-word-is-family', label: 'First word is the last name' },
];

interface NameSplitProps {
  readonly columns: ColumnsView;
  /** False where the words stand above it already. */
  readonly hasHeading: boolean;
  readonly onChange: (order: NameOrder) => void;
}

/** How whole names are split, with one example of each kind, so that a wrong one is seen at once. */
export function NameSplit({ columns, hasHeading, onChange }: NameSplitProps) {
  const { sheet } = useNewBatch();
  const [found, setFound] = useState<NameExamples | null>(null);

  useEffect(() => {
    if (!columns.splitsNames) return;
    let isWanted = true;
    sheet.ask('nameExamples').then(
      (examples) => isWanted && setFound(examples),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [sheet, columns]);

  return (
    <div className={styles.split}>
      {hasHeading && <h2 className="type-section">How full names are split</h2>}
      <p className="type-second text-2">The first name is what people see in the message.</p>
      <Radio.Group
        aria-label="How full names are split"
        value={columns.nameOrder}
        onChange={(order) => onChange(order as NameOrder)}
      >
        <div className={styles.orders}>
          {orders.map(({ order, label, description }) => (
            <Radio
              key={order}
              size="xs"
              classNames={{ label: 'type-body', description: 'type-second' }}
              value={order}
              label={label}
              description={description}
            />
          ))}
        </div>
      </Radio.Group>
      {found !== null && <Examples found={found} />}
    </div>
  );
}

function Examples({ found }: { readonly found: NameExamples }) {
  const { examples, total, withoutFamilyName } = found;
  return (
    <>
      <table className={styles.examples} aria-label="One name of each kind">
        <thead>
          <tr>
            <th scope="col">In the sheet</th>
            <th scope="col">First</th>
            <th scope="col">Last</th>
          </tr>
        </thead>
        <tbody>
          {examples.map(({ fullName, firstname, lastname }) => (
            <tr key={fullName}>
              <td>
                <Truncated text={fullName} />
              </td>
              <NamePart text={firstname} />
              <NamePart text={lastname} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="type-second text-2">One of each kind, out of {formatNumber(total)}.</p>
      {withoutFamilyName > 0 && (
        <MessageBox tone="info">
          {formatCount(withoutFamilyName, 'name')} {withoutFamilyName === 1 ? 'has' : 'have'} one word only.{' '}
          {withoutFamilyName === 1 ? 'It' : 'They'} can be sent; you will see{' '}
          {withoutFamilyName === 1 ? 'it' : 'them'} in the next step.
        </MessageBox>
      )}
    </>
  );
}

function NamePart({ text }: { readonly text: string | null }) {
  if (text !== null) {
    return (
      <td className={styles.part}>
        <Truncated text={text} />
      </td>
    );
  }
  return (
    <td className="tone-warning">
      <span className={styles.none}>
        <IconAlertTriangle size={14} aria-hidden="true" /> none
      </span>
    </td>
  );
}
