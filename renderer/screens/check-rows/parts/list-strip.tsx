import { Button, CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PersonField } from '../../../../shared/operations/field';
import { formatNumber } from '../../../components/format-number';
import { type ColumnFilter, type RowArrangement, sheetOrder } from '../../../worker/row-arrangement';
import type { CheckSummary, RowFilter } from '../../../worker/session-types';
import { columnFilterWords, sortWords } from '../arrangement-words';
import { adviceOn } from '../problem-advice';
import type { CheckView } from '../use-check';
import styles from './list-strip.module.css';

interface ListStripProps {
  readonly check: CheckSummary;
  readonly view: CheckView;
  readonly onArrange: (arrangement: RowArrangement) => void;
  readonly onShowAll: () => void;
  readonly onFixAlike: (filter: RowFilter & { readonly kind: 'problem' }) => void;
  readonly onLeaveOut: (filter: RowFilter) => void;
  readonly onTakeIn: (filter: RowFilter) => void;
}

/** Under the toolbar: what to do about the problem that is shown, how the rows are sorted and filtered, and the way back. */
export function ListStrip({
  check,
  view,
  onArrange,
  onShowAll,
  onFixAlike,
  onLeaveOut,
  onTakeIn,
}: ListStripProps) {
  const { filter, arrangement } = view;
  const { sort, columns } = arrangement;
  const filters = Object.entries(columns) as [PersonField, ColumnFilter][];
  return (
    <>
      <GroupLine {...{ check, filter, onShowAll, onFixAlike, onLeaveOut, onTakeIn }} />
      {(sort !== null || filters.length > 0) && (
        <div className={styles.strip}>
          {sort !== null && (
            <>
              <span>{sortWords(sort)}</span>
              <Button
                size="xs"
                variant="light"
                onClick={() => onArrange({ ...arrangement, sort: sheetOrder.sort })}
              >
                Show in sheet order
              </Button>
            </>
          )}
          {filters.map(([field, columnFilter]) => {
            const { [field]: _, ...others } = columns;
            const words = columnFilterWords(field, columnFilter);
            return (
              <span key={field} className={styles.chip}>
                <span title={words}>{words}</span>
                <CloseButton
                  size="xs"
                  aria-label={`Take away the filter: ${words}`}
                  onClick={() => onArrange({ ...arrangement, columns: others })}
                />
              </span>
            );
          })}
        </div>
      )}
    </>
  );
}

type GroupLineProps = Pick<
  ListStripProps,
  'check' | 'onShowAll' | 'onFixAlike' | 'onLeaveOut' | 'onTakeIn'
> & {
  readonly filter: RowFilter;
};

/** The rows of one problem: what to do about them, and what one click does to all of them. */
function GroupLine({ check, filter, onShowAll, onFixAlike, onLeaveOut, onTakeIn }: GroupLineProps) {
  if (filter.kind === 'problem') {
    const groups = filter.status === 'needs-you' ? check.needYouGroups : check.worthALookGroups;
    const group = groups.find(({ problem }) => problem === filter.problem);
    if (group === undefined) return <Done words="No row has this any more." onShowAll={onShowAll} />;
    const { count, fixableCount } = group;
    return (
      <Line advice={adviceOn(filter.problem)}>
        {fixableCount > 0 && (
          <Button size="xs" variant="light" onClick={() => onFixAlike(filter)}>
            {fixableCount === 1 ? 'Fix one' : `Fix all ${formatNumber(fixableCount)} alike`}
          </Button>
        )}
        <Button size="xs" onClick={() => onLeaveOut(filter)}>
          {count === 1 ? 'Leave this row out' : `Leave these ${formatNumber(count)} rows out`}
        </Button>
      </Line>
    );
  }
  if (filter.kind === 'left-out') {
    const count = check.leftOutGroups.find(({ why }) => why === filter.why)?.count ?? 0;
    if (count === 0) return <Done words="No row is left out for this any more." onShowAll={onShowAll} />;
    return (
      <Line
        advice={
          filter.why === 'left-out-by-you'
            ? 'You left these rows out. Nothing is sent to them.'
            : adviceOn(filter.why)
        }
      >
        <Button size="xs" onClick={() => onTakeIn(filter)}>
          {count === 1 ? 'Take it in again' : `Take these ${formatNumber(count)} in again`}
        </Button>
      </Line>
    );
  }
  return null;
}

/** All of the list is dealt with. Its rows stay, so that it is seen what became of them; this is the way on. */
function Done({ words, onShowAll }: { readonly words: string; readonly onShowAll: () => void }) {
  return (
    <Line advice={words}>
      <Button size="xs" variant="light" onClick={onShowAll}>
        Show all rows
      </Button>
    </Line>
  );
}

function Line({ advice, children }: { readonly advice: string; readonly children: ReactNode }) {
  return (
    <div className={styles.strip}>
      <p className={styles.advice}>{advice}</p>
      {children}
    </div>
  );
}
