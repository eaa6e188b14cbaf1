import { Button } from '@mantine/core';
import { IconAlertCircleFilled } from '@tabler/icons-react';
import { FooterBar } from '../../../components/footer-bar';
import { formatCount, formatNumber } from '../../../components/format-number';
import type { CheckSummary } from '../../../worker/session-types';
import { isHistoryAsked } from '../../new-batch/new-batch-state';
import { useNewBatch } from '../../new-batch/use-new-batch';
import styles from './check-footer.module.css';

interface CheckFooterProps {
  /** Null while the rows are being checked. */
  readonly check: CheckSummary | null;
  readonly onShowNext: () => void;
  readonly onLeaveOut: () => void;
}

/** Counts that add up, and the one way on: to the next problem while one is open. */
export function CheckFooter({ check, onShowNext, onLeaveOut }: CheckFooterProps) {
  const { state, goTo } = useNewBatch();
  if (check === null)
    return (
      <FooterBar
        onBack={() => goTo('map-columns')}
        main={{ label: 'Go on', onClick: () => undefined, offBecause: 'The rows are being checked.' }}
      />
    );
  const { total, willBeSent, leftOut, needYou } = check;
  const main =
    needYou > 0
      ? {
          label: needYou === 1 ? 'Show it' : `Show the next of ${formatNumber(needYou)}`,
          onClick: onShowNext,
        }
      : {
          label: `Go on with ${formatCount(willBeSent, 'person', 'people')}`,
          onClick: () => goTo('target'),
          ...offBecause(check, isHistoryAsked(state)),
        };
  return (
    <FooterBar
      onBack={() => goTo('map-columns')}
      actions={
        needYou > 0 && (
          <Button onClick={onLeaveOut}>
            {needYou === 1 ? 'Leave it out' : `Leave out the ${formatNumber(needYou)}`}
          </Button>
        )
      }
      main={main}
    >
      <span>
        <b>{formatNumber(total)}</b> {total === 1 ? 'row' : 'rows'}
      </span>
      <span className={styles.sent}>
        <b>{formatNumber(willBeSent)}</b> will be sent
      </span>
      <span>
        <b>{formatNumber(leftOut)}</b> left out
      </span>
      {needYou > 0 && (
        <span className={styles.needYou}>
          <IconAlertCircleFilled size={14} aria-hidden="true" />
          <b>{formatNumber(needYou)}</b> {needYou === 1 ? 'needs' : 'need'} you
        </span>
      )}
    </FooterBar>
  );
}

function offBecause({ willBeSent }: CheckSummary, isAsked: boolean): { offBecause?: string } {
  if (willBeSent === 0)
    return { offBecause: 'Nobody would be sent. Take somebody in again, or open another file.' };
  return isAsked ? {} : { offBecause: 'Your runs are being looked through.' };
}
