import { createContext, useContext } from 'react';
import type { WorkspaceView } from '../../../shared/workspaces/workspace-view';
import type { WorkerClient } from '../../worker/worker-client';
import type { NewBatchEvent, NewBatchState, NewBatchStep } from './new-batch-state';

/** What every step of the wizard works with. */
export interface NewBatch {
  readonly state: NewBatchState;
  readonly tell: (event: NewBatchEvent) => void;
  readonly goTo: (step: NewBatchStep) => void;
  /** The worker that holds the file, its rows and everything that was mended. */
  readonly sheet: WorkerClient;
  /** Where people would be invited; null without a workspace: then everything but sending can be done. */
  readonly workspace: WorkspaceView | null;
  /** Keeps what is not kept yet. Answers the draft that it is kept as; null where it cannot be kept. */
  readonly keep: () => Promise<string | null>;
  /** The run has begun: the batch is done with. */
  readonly onStarted: (runId: string) => void;
  /** It stands among the ready batches now, and is out of hand. */
  readonly onKeptReady: () => void;
}

export const NewBatchContext = createContext<NewBatch | null>(null);

/** @throws Error outside of the wizard. */
export function useNewBatch(): NewBatch {
  const newBatch = useContext(NewBatchContext);
  if (newBatch === null) throw new Error('useNewBatch is for the steps of a new batch only.');
  return newBatch;
}
