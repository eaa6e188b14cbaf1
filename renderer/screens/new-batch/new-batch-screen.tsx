import { IconFileSpreadsheet } from '@tabler/icons-react';
import { startTransition, useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import { ErrorPanel } from '../../components/error-panel';
import { formatCount, formatSize } from '../../components/format-number';
import type { NewBatchOpens } from '../../components/screen';
import { StepBar } from '../../components/step-bar';
import { Truncated } from '../../components/truncated';
import { useWorkspaces } from '../../components/use-workspaces';
import { startSheetWorker } from '../../worker/start-sheet-worker';
import { type EndableWorker, WorkerClient } from '../../worker/worker-client';
import { CheckRowsStep } from '../check-rows/check-rows-step';
import { LastLookStep } from '../last-look/last-look-step';
import { MapColumnsStep } from '../map-columns/map-columns-step';
import { OpenFileStep } from '../open-file/open-file-step';
import { PreviewStep } from '../open-file/preview-step';
import { readOpenedFile } from '../open-file/read-opened-file';
import { readSampleFile } from '../open-file/read-sample-file';
import type { FileToOpen } from '../open-file/use-open-file';
import { PipelineColumnsStep } from '../pipeline-sheet/pipeline-columns-step';
import { PipelineReviewStep } from '../pipeline-sheet/pipeline-review-step';
import { TargetStep } from '../target/target-step';
import styles from './new-batch-screen.module.css';
import {
  type NewBatchEvent,
  type NewBatchState,
  type NewBatchStep,
  newBatchStart,
  nextNewBatchState,
  type SheetUse,
} from './new-batch-state';
import { DraftOpeningView } from './parts/draft-opening-view';
import { HandedOverNote } from './parts/handed-over-note';
import { useDraftOpening } from './use-draft-opening';
import { useEarlierInvites } from './use-earlier-invites';
import { useHandedOverPlace } from './use-handed-over-place';
import { useHandedOverTarget } from './use-handed-over-target';
import { useKeptDraft } from './use-kept-draft';
import { type NewBatch, NewBatchContext } from './use-new-batch';
import { useSheetRules } from './use-sheet-rules';
import { useStepFocus } from './use-step-focus';
import { useWorkspaceChange } from './use-workspace-change';

interface NewBatchProps {
  readonly opens: NewBatchOpens;
  /** The batch in hand is kept as this draft. */
  readonly onKept?: (draftId: string) => void;
  /** The run has begun: the batch in hand is done with. */
  readonly onStarted: (runId: string) => void;
  /** It stands among the ready batches now. */
  readonly onKeptReady?: () => void;
  /** The recruiter gives the batch up. */
  readonly onLeave: () => void;
  /** Starts the worker that holds the file. */
  readonly startWorker?: () => EndableWorker;
}

const stepNames = ['File', 'Columns', 'Check rows', 'Target and message', 'Last look'];
const stepIndexes: Readonly<Record<NewBatchStep, number>> = {
  'open-file': 0,
  preview: 0,
  'map-columns': 1,
  'check-rows': 2,
  target: 3,
  'last-look': 4,
  'pipeline-columns': 1,
  'pipeline-review': 2,
};
const pipelineStepNames = ['File', 'Columns', 'Review'];
const editsStepNames = ['File', 'Review'];

/** The names on the bar; what was edited in an exported pipeline needs no columns to be chosen. */
function toBar(step: NewBatchStep, use: SheetUse): { steps: readonly string[]; currentIndex: number } {
  const currentIndex = stepIndexes[step];
  if (use === 'invite') return { steps: stepNames, currentIndex };
  if (use === 'as-edited') return { steps: editsStepNames, currentIndex: Math.min(currentIndex, 1) };
  return { steps: pipelineStepNames, currentIndex };
}

/** The way from a file to people invited: one step at a time, and back without losing anything. */
export function NewBatchScreen({
  opens,
  onKept = () => {},
  onStarted,
  onKeptReady = () => {},
  onLeave,
  startWorker = startSheetWorker,
}: NewBatchProps) {
  const [state, dispatch] = useReducer(nextNewBatchState, {
    ...newBatchStart,
    isFileLost: opens === 'after-loss',
  });
  const tell = useCallback((event: NewBatchEvent) => {
    // A chooser for each column is much to draw: bit by bit, so that the window goes on answering.
    if (event.kind === 'columns-changed' || event.kind === 'columns-counted')
      startTransition(() => dispatch(event));
    else dispatch(event);
  }, []);
  const [sheet] = useState(() => new WorkerClient(startWorker));
  useEffect(() => sheet.start(), [sheet]);
  useSheetRules(sheet);
  const [opensFile, setOpensFile] = useState(() => toFileToOpen(opens));
  const onFileOpened = useCallback(() => setOpensFile(null), []);
  const { current: workspace } = useWorkspaces();

  const workspaceId = workspace?.workspaceId ?? null;

  useEffect(() => {
    sheet.onDied = () => tell({ kind: 'file-lost' });
  }, [sheet, tell]);

  useWorkspaceChange(workspaceId, () => {
    tell({ kind: 'workspace-changed' });
    if (state.file === null) return;
    // Where the worker has gone meanwhile, there is nothing to forget.
    sheet.ask('forgetEarlierInvites').catch(() => undefined);
    sheet.ask('chooseTarget', null).then(
      (check) => tell({ kind: 'checked', check }),
      () => undefined,
    );
  });
  const { keeper, keeping } = useKeptDraft({ sheet, state, workspaceId, onKept });
  const { opening, open, useFile } = useDraftOpening({
    draftId: typeof opens === 'object' && 'draftId' in opens ? opens.draftId : null,
    sheet,
    keeper,
    tell,
    workspaceId,
  });
  const handedOverTarget = useHandedOverTarget({ state, sheet, tell, workspaceId });
  useHandedOverPlace({ state, tell, workspaceId });
  useEarlierInvites({ sheet, tell, workspaceId, revision: state.check?.revision ?? null });

  const root = useStepFocus(state.step);

  const keep = useCallback(async () => {
    await keeper.flush();
    return keeper.draftId;
  }, [keeper]);

  const newBatch = useMemo<NewBatch>(
    () => ({
      state,
      tell,
      goTo: (step) => tell({ kind: 'went-to', step }),
      sheet,
      workspace,
      keep,
      onStarted: (runId) => {
        keeper.end();
        onStarted(runId);
      },
      onKeptReady,
    }),
    [state, tell, sheet, workspace, keeper, keep, onStarted, onKeptReady],
  );

  return (
    <NewBatchContext.Provider value={newBatch}>
      <div className={styles.wizard}>
        <StepBar {...toBar(state.step, state.use)} end={<FileInHand state={state} />} />
        <div ref={root} className={styles.step} tabIndex={-1}>
          {keeping.kind === 'failed' && (
            <div className={styles.notKept}>
              <ErrorPanel failure={keeping.failure} onRetry={() => keeper.touch(state, workspaceId)} />
            </div>
          )}
          {state.file?.handedOver && opening.kind === 'none' && state.step !== 'open-file' && (
            <HandedOverNote handedOver={state.file.handedOver} target={handedOverTarget} />
          )}
          {opening.kind !== 'none' ? (
            <DraftOpeningView opening={opening} onFile={useFile} onLeave={onLeave} />
          ) : state.step === 'open-file' ? (
            <OpenFileStep
              opensFile={opensFile}
              onFileOpened={onFileOpened}
              onLeave={onLeave}
              onGoOn={keeping.kind === 'kept' ? () => open(keeping.draftId) : null}
            />
          ) : (
            <LaterStep step={state.step} />
          )}
        </div>
      </div>
    </NewBatchContext.Provider>
  );
}

/** What is opened without asking; null for nothing. */
function toFileToOpen(opens: NewBatchOpens): FileToOpen | null {
  if (opens === 'sample-file') return readSampleFile();
  return typeof opens === 'object' && 'openedId' in opens ? readOpenedFile(opens) : null;
}

function LaterStep({ step }: { readonly step: Exclude<NewBatchStep, 'open-file'> }) {
  switch (step) {
    case 'preview':
      return <PreviewStep />;
    case 'map-columns':
      return <MapColumnsStep />;
    case 'check-rows':
      return <CheckRowsStep />;
    case 'target':
      return <TargetStep />;
    case 'last-look':
      return <LastLookStep />;
    case 'pipeline-columns':
      return <PipelineColumnsStep />;
    case 'pipeline-review':
      return <PipelineReviewStep />;
  }
}

function FileInHand({ state }: { readonly state: NewBatchState }) {
  const { file, step } = state;
  if (file === null || step === 'open-file') return null;
  const size =
    step === 'preview' ? formatSize(file.sizeBytes) : formatCount(file.table?.peopleCount ?? 0, 'row');
  return (
    <>
      <IconFileSpreadsheet className={styles.fileIcon} size={16} stroke={1.6} aria-hidden="true" />
      <Truncated className={styles.fileName} text={file.fileName} />
      <span className="text-2">{size}</span>
    </>
  );
}
