import { Button } from '@mantine/core';
import { IconAlertCircleFilled, IconAlertTriangleFilled, IconHistory, IconMinus } from '@tabler/icons-react';
import { Children, type ReactNode } from 'react';
import type { ProblemKind } from '../../../../shared/operations/problem';
import { formatTime } from '../../../components/format-date';
import { formatNumber } from '../../../components/format-number';
import type { CheckSummary, LeftOutReason, RowFilter } from '../../../worker/session-types';
import { filterWords, isSameFilter, statusWords } from '../filter-words';
import { LinkCheck } from './link-check';
import styles from './problem-rail.module.css';
import { TakeInAll } from './take-in-all';

type HistoryState = 'asking' | 'complete' | 'incomplete';
type FixableStatus = 'needs-you' | 'worth-a-look';

interface ProblemRailProps {
  readonly check: CheckSummary;
  readonly filter: RowFilter;
  /** Whether the run history has been asked for everybody. */
  readonly history: HistoryState;
  readonly checkedAtMs: number;
  /** Whether the set is chosen whose people are left out. */
  readonly hasTarget: boolean;
  readonly onShow: (filter: RowFilter) => void;
  readonly onFixAlike: (status: FixableStatus, kind: ProblemKind) => void;
  readonly onTakeInAll: (why: LeftOutReason) => void;
}

/** With numbers of four digits the button has no room beside the words. */
const stackedFrom = 1000;

/** The problems by what they mean for sending; each entry shows its rows. */
export function ProblemRail(props: ProblemRailProps) {
  const { check, filter, history, checkedAtMs, hasTarget, onShow, onFixAlike, onTakeInAll } = props;
  const entry = (to: RowFilter, title: string, count: number, sign: ReactNode, fix?: ReactNode) => (
    <li
      className={styles.entry}
      data-stacked={(fix !== undefined && fix !== false && count >= stackedFrom) || undefined}
      data-chosen={isSameFilter(to, filter) || undefined}
      key={JSON.stringify(to)}
    >
      <button
        type="button"
        className={styles.show}
        aria-pressed={isSameFilter(to, filter)}
        onClick={() => onShow(to)}
      >
        <span className={styles.sign}>{sign}</span>
        <span className={styles.name}>{title}</span>
        <span className="sr-only">, {formatNumber(count)}</span>
      </button>
      {fix}
      <span className={styles.count} aria-hidden="true">
        {formatNumber(count)}
      </span>
    </li>
  );
  const problems = (status: FixableStatus) =>
    (status === 'needs-you' ? check.needYouGroups : check.worthALookGroups).map(
      ({ problem, title, count, fixableCount }) => {
        const words = fixWords(fixableCount, count);
        return entry(
          { kind: 'problem', status, problem },
          title,
          count,
          status === 'needs-you' ? (
            <IconAlertCircleFilled size={14} className="tone-refused" aria-hidden="true" />
          ) : (
            <IconAlertTriangleFilled size={14} className="tone-warning" aria-hidden="true" />
          ),
          fixableCount > 0 && (
            <Button
              className={styles.fix}
              size="xs"
              variant="light"
              aria-label={`${words}: ${title}`}
              onClick={() => onFixAlike(status, problem)}
            >
              {words}
            </Button>
          ),
        );
      },
    );

  return (
    <nav className={styles.rail} aria-label="Problems">
      <ul>{entry({ kind: 'all' }, filterWords({ kind: 'all' }), check.total, null)}</ul>
      {check.needYou > 0 && (
        <Group
          title={statusWords['needs-you']}
          count={check.needYou}
          tone="tone-refused"
          onShow={() => onShow({ kind: 'status', status: 'needs-you' })}
        >
          {problems('needs-you')}
        </Group>
      )}
      {check.worthALook > 0 && (
        <Group
          title={statusWords['worth-a-look']}
          count={check.worthALook}
          tone="tone-warning"
          onShow={() => onShow({ kind: 'status', status: 'worth-a-look' })}
        >
          {problems('worth-a-look')}
        </Group>
      )}
      {check.leftOut > 0 && (
        <Group
          title={statusWords['left-out']}
          count={check.leftOut}
          tone="text-2"
          onShow={() => onShow({ kind: 'status', status: 'left-out' })}
        >
          {check.leftOutGroups.map(({ why, title, count }) =>
            entry(
              { kind: 'left-out', why },
              title,
              count,
              <IconMinus size={14} aria-hidden="true" />,
              <TakeInAll className={styles.fix} count={count} onTakeIn={() => onTakeInAll(why)} />,
            ),
          )}
        </Group>
      )}
      <Group
        title={statusWords.fine}
        count={check.fine}
        tone="text-2"
        onShow={() => onShow({ kind: 'status', status: 'fine' })}
      >
        {check.invitedBefore > 0 &&
          entry(
            { kind: 'invited-before' },
            'Invited before',
            check.invitedBefore,
            <IconHistory size={14} aria-hidden="true" />,
          )}
      </Group>
      <LinkCheck revision={check.revision} />
      <p className={styles.note}>{checkedWords(history, checkedAtMs, hasTarget)}</p>
    </nav>
  );
}

interface GroupProps {
  readonly title: string;
  readonly count: number;
  readonly tone: string;
  readonly onShow: () => void;
  readonly children: ReactNode;
}

function Group({ title, count, tone, onShow, children }: GroupProps) {
  return (
    <section className={styles.group}>
      <h2 className="type-label">
        <button type="button" className={`${styles.heading} ${tone}`} onClick={onShow}>
          <span>{title}</span>
          <span className="text-2">{formatNumber(count)}</span>
        </button>
      </h2>
      {Children.toArray(children).length > 0 && <ul>{children}</ul>}
    </section>
  );
}

/** One of several is no "it". */
function fixWords(fixableCount: number, count: number): string {
  if (fixableCount > 1) return `Fix ${formatNumber(fixableCount)} alike`;
  return count === 1 ? 'Fix it' : `Fix 1 of ${formatNumber(count)}`;
}

function checkedWords(history: HistoryState, atMs: number, hasTarget: boolean): string {
  const at = `Checked at ${formatTime(atMs)}`;
  if (history === 'complete' && hasTarget)
    return `${at} against this file, your runs and what you chose to invite to.`;
  if (history === 'complete')
    return `${at} against this file and your runs. Who was invited to the set is left out once you choose it.`;
  if (history === 'asking') return `${at} against this file. Your runs are being looked through.`;
  return `${at} against this file only.`;
}
