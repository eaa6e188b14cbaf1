import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { PipelineSheetUse } from '../../../shared/pipeline/pipeline-field';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import { ErrorPanel } from '../../components/error-panel';
import { FooterBar } from '../../components/footer-bar';
import { formatCount } from '../../components/format-number';
import { PipelinePlaceFields } from '../../components/pipeline-place/pipeline-place-fields';
import { SkeletonRows } from '../../components/skeleton-rows';
import type { PipelineColumnsView } from '../../worker/session-types';
import type { WorkerClient } from '../../worker/worker-client';
import styles from '../map-columns/map-columns-step.module.css';
import { whatIsMissing } from '../new-batch/new-batch-state';
import { HandOverResult } from '../new-batch/parts/hand-over-result';
import { saveHandOver } from '../new-batch/save-hand-over';
import { batchNameOf } from '../new-batch/to-batch-name';
import { toHandOverWork } from '../new-batch/to-hand-over-work';
import { useHandOver } from '../new-batch/use-hand-over';
import { useNewBatch } from '../new-batch/use-new-batch';
import { NoWorkspace } from './parts/no-workspace';
import { PipelineColumnTable } from './parts/pipeline-column-table';
import ownStyles from './pipeline-columns-step.module.css';

/** Who and where stands in which column of a sheet of adds, moves or rejections; and where it is not in the sheet, where to. */
export function PipelineColumnsStep() {
  const { state, workspace, goTo } = useNewBatch();
  const { use } = state;
  if (use === 'invite' || use === 'as-edited') return null;
  if (workspace === null) return <NoWorkspace onBack={() => goTo('preview')} />;
  return <Columns key={use} use={use} workspaceId={workspace.workspaceId} />;
}

const placeSentences: Readonly<Record<PipelineSheetUse, string>> = {
  add: 'For rows that name no project, job post or stage themselves.',
  move: 'For rows that name no project or stage themselves.',
  reject: 'For rows that name neither an application nor a project.',
};

function Columns({ use, workspaceId }: { readonly use: PipelineSheetUse; readonly workspaceId: string }) {
  const { state, sheet, tell, goTo } = useNewBatch();
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const { handingOver, handOver, forget } = useHandOver();
  const { pipelineColumns, file } = state;
  const isMissing = pipelineColumns === null;

  const change = useCallback(
    (changed: Promise<PipelineColumnsView>) => {
      changed.then(
        (columns) => {
          setFailure(null);
          tell({ kind: 'pipeline-columns-changed', columns });
        },
        (thrown: unknown) => setFailure(toBridgeFailure(thrown)),
      );
    },
    [tell],
  );
  useEffect(() => {
    if (!isMissing) return;
    // Without the ledger's answer columns are proposed, which is no loss.
    const saved = bridge.ask('mappings:list-pipeline', {}).catch(() => ({ mappings: [] }));
    change(saved.then(({ mappings }) => sheet.ask('recallPipeline', use, mappings)));
  }, [isMissing, change, sheet, use]);

  const missing = whatIsMissing(state);
  return (
    <>
      <div className={styles.head}>
        <div>
          <h1 className="type-screen">Who is meant, and where?</h1>
          <p className="text-2">
            Projects, job posts and stages may stand in the sheet by their title or their ID.
          </p>
        </div>
        {pipelineColumns?.isRecalled === true && (
          <p className="text-2">
            Used as last time with these headers.{' '}
            <Button size="xs" onClick={() => change(sheet.ask('proposePipelineAnew', use))}>
              Propose anew
            </Button>
          </p>
        )}
      </div>
      {failure && <ErrorPanel failure={failure} onClose={() => setFailure(null)} />}
      <div className={styles.body}>
        <div className={styles.table}>
          {pipelineColumns === null ? (
            <SkeletonRows rowHeight={44} label="Looking at the columns" />
          ) : (
            <PipelineColumnTable
              use={use}
              columns={pipelineColumns.columns}
              onAssign={(columnIndex, field) => change(sheet.ask('assignPipeline', use, columnIndex, field))}
            />
          )}
        </div>
        <aside className={styles.side} aria-label="Where to">
          <h2 className="type-section">Where to</h2>
          <p className={`text-2 ${ownStyles.hint}`}>{placeSentences[use]}</p>
          <PipelinePlaceFields
            workspaceId={workspaceId}
            place={state.place}
            use={use}
            onChange={(place) => tell({ kind: 'place-changed', place })}
          />
        </aside>
      </div>
      {handingOver.kind !== 'none' && handingOver.kind !== 'packing' && (
        <HandOverResult result={handingOver} onClose={forget} />
      )}
      <FooterBar
        onBack={() => goTo('preview')}
        actions={
          file !== null && (
            <Button
              loading={handingOver.kind === 'packing'}
              onClick={() => handOver(() => saveHandOver(sheet, batchNameOf(file), toHandOverWork(state)))}
            >
              Hand over as a file
            </Button>
          )
        }
        main={{
          label: `Review ${formatCount(state.file?.table?.peopleCount ?? 0, 'row')}`,
          onClick: () => {
            remember(sheet);
            goTo('pipeline-review');
          },
          ...(missing === null ? {} : { offBecause: missing }),
        }}
      >
        <p>
          Remembered for the next file with these headers. Nothing is sent before you have seen what would
          happen.
        </p>
      </FooterBar>
    </>
  );
}

/** Keeps these columns for the next sheet with this header. Where that fails nothing is lost but a convenience, so the way on stays open. */
function remember(sheet: WorkerClient): void {
  sheet
    .ask('pipelineMappingToRemember')
    .then((mapping) => (mapping === null ? null : bridge.ask('mappings:remember-pipeline', { mapping })))
    .catch(() => undefined);
}
