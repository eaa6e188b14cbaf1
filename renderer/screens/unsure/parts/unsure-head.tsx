import { Button } from '@mantine/core';
import { IconCopy, IconRefresh } from '@tabler/icons-react';
import type { RunSummary } from '../../../../shared/runs/progress';
import { formatCount } from '../../../components/format-number';
import { Truncated } from '../../../components/truncated';
import { useNavigate } from '../../../components/use-navigate';
import { canDecide, isLookingUp, toLeadSentences } from '../decision-words';
import styles from '../unsure-screen.module.css';
import type { Unsure } from '../use-unsure';
import type { UnsureList } from '../use-unsure-list';

interface UnsureHeadProps {
  readonly run: RunSummary;
  readonly list: UnsureList;
  readonly unsure: Unsure;
}

/** How many people, why nothing is sent to them again, and what can be tried for all of them. */
export function UnsureHead({ run, list, unsure }: UnsureHeadProps) {
  const navigate = useNavigate();
  const looks = list.personAt(0)?.evidence?.looksAtMs.length ?? 0;
  const isLooking = unsure.work === 'looking-up' || isLookingUp(run);
  const toRun = () => navigate({ kind: 'run', runId: run.runId });
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        <p className={`${styles.trail} type-second text-2`}>
          <button type="button" className="link-button" onClick={() => navigate({ kind: 'runs' })}>
            Runs
          </button>
          <span aria-hidden="true">/</span>
          <button type="button" className="link-button" onClick={toRun}>
            <Truncated text={run.batchName} />
          </button>
        </p>
        <h1 className="type-screen">
          {list.count === 0
            ? 'Everybody is accounted for'
            : `Not sure about ${formatCount(list.count, 'person', 'people')}`}
        </h1>
        {list.count > 0 && <p className="text-2">{toLeadSentences(run, looks)}</p>}
      </div>
      {list.count > 0 && (
        <div className={styles.actions}>
          <Button
            leftSection={<IconRefresh size={16} aria-hidden="true" />}
            disabled={!canDecide(run)}
            aria-busy={isLooking}
            onClick={unsure.lookAgain}
          >
            {isLooking ? 'Looking' : 'Look again'}
          </Button>
          <Button leftSection={<IconCopy size={16} aria-hidden="true" />} onClick={unsure.copyAddresses}>
            Copy addresses
          </Button>
        </div>
      )}
    </div>
  );
}
