import type { ReactNode } from 'react';
import type { RunSummary } from '../../../../shared/runs/progress';
import { formatNumber } from '../../../components/format-number';
import { EnvironmentChip } from '../../../components/shell/environment-chip';
import { Truncated } from '../../../components/truncated';
import { useNavigate } from '../../../components/use-navigate';
import { useWorkspaces } from '../../../components/use-workspaces';
import { toEndSentence } from '../run-sentences';
import styles from './run-head.module.css';

interface RunHeadProps {
  readonly run: RunSummary;
  readonly actions: ReactNode;
}

/** What the run is, where it belongs, and what can be done with it now. */
export function RunHead({ run, actions }: RunHeadProps) {
  const navigate = useNavigate();
  const { current } = useWorkspaces();
  const isElsewhere = current !== null && current.workspaceId !== run.workspaceId;
  const endSentence = toEndSentence(run, Date.now());
  const { parentRunId } = run;
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        <p className={`${styles.trail} type-second text-2`}>
          <button type="button" className="link-button" onClick={() => navigate({ kind: 'runs' })}>
            Runs
          </button>
          <span aria-hidden="true">/</span>
          <span>Run {formatNumber(run.runNumber)}</span>
          <span aria-hidden="true">/</span>
          <Truncated text={`Invite to ${run.targetTitle}`} />
          {isElsewhere && (
            <>
              <EnvironmentChip place={run.environment} />
              <Truncated text={run.workspaceName} />
            </>
          )}
        </p>
        <h1 className="type-screen">
          <Truncated text={run.batchName} />
        </h1>
        {endSentence !== null && <p className="text-2">{endSentence}</p>}
        {parentRunId !== null && (
          <p className="text-2">
            Run again of an earlier run.{' '}
            <button
              type="button"
              className="link-button"
              onClick={() => navigate({ kind: 'run', runId: parentRunId })}
            >
              See the earlier run
            </button>
          </p>
        )}
      </div>
      <div className={styles.actions}>{actions}</div>
    </div>
  );
}
