import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PipelineDefaults } from '../../../../shared/pipeline/pipeline-sheet';
import type { PreparedPipeline } from '../../../../shared/pipeline/prepared-pipeline';
import type { RunSummary } from '../../../../shared/runs/progress';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../../bridge';
import { ErrorPanel } from '../../../components/error-panel';
import { PipelinePlaceFields } from '../../../components/pipeline-place/pipeline-place-fields';
import { PipelineReview } from '../../../components/pipeline-review/pipeline-review';
import { useStartPrepared } from '../../../components/pipeline-review/use-start-prepared';
import { useNavigate } from '../../../components/use-navigate';
import styles from './chain-form.module.css';

interface ChainFormProps {
  readonly run: RunSummary;
  readonly onStarted: (runId: string) => void;
  readonly onClose: () => void;
}

const nowhere: PipelineDefaults = { projectId: null, jobPostId: null, stageId: null };

/** Where to, then what would happen, then the start. */
export function ChainForm({ run, onStarted, onClose }: ChainFormProps) {
  const [place, setPlace] = useState(nowhere);
  const [prepared, setPrepared] = useState<PreparedPipeline | null>(null);
  const [isPreparing, setIsPreparing] = useState(false);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const starting = useStartPrepared(onStarted);
  const navigate = useNavigate();

  if (prepared !== null)
    return (
      <PipelineReview
        prepared={prepared}
        workspace={{ name: run.workspaceName, environment: run.environment }}
        from="sheet"
        heading={2}
        isStarting={starting.isStarting}
        failure={starting.failure}
        onStart={(typedNumber) => starting.start(prepared, typedNumber)}
        onKeepReady={() => starting.keepReady(prepared, null, () => navigate({ kind: 'batches' }))}
        onCancel={() => setPrepared(null)}
      />
    );

  const { projectId, jobPostId, stageId } = place;
  const prepare = async () => {
    if (projectId === null) return;
    setIsPreparing(true);
    setFailure(null);
    try {
      const target = { projectId, jobPostId, stageId };
      setPrepared(await bridge.ask('pipeline:prepare-chain', { runId: run.runId, target }));
    } catch (thrown) {
      setFailure(toBridgeFailure(thrown));
    } finally {
      setIsPreparing(false);
    }
  };
  return (
    <div className={styles.form}>
      <p className="text-2">A new run adds who was invited by this one. This run stays as it is.</p>
      <PipelinePlaceFields workspaceId={run.workspaceId} place={place} use="add" onChange={setPlace} />
      {failure && <ErrorPanel failure={failure} />}
      <div className={styles.actions}>
        <Button onClick={onClose}>Add nobody</Button>
        <Button variant="filled" disabled={projectId === null || isPreparing} onClick={prepare}>
          Review
        </Button>
      </div>
    </div>
  );
}
