/**
 * What a new batch begins with: the sample, a draft, or a batch file that was double-clicked is opened without asking. `after-loss`: it says that the work on the last
 * file ended by itself.
 */
export type NewBatchOpens =
  | 'nothing'
  | 'sample-file'
  | 'after-loss'
  | { readonly draftId: string }
  | { readonly openedId: string; readonly fileName: string };

/** Where the window is. A run's screen shows its progress while it goes on, and its results when it has ended. */
export type Screen =
  | { readonly kind: 'home' }
  | {
      readonly kind: 'connect' /** The workspace whose key is replaced; null for a new one. */;
      readonly replacesWorkspaceId: string | null;
      /** The run that waits for the new key: shown again once it is saved. */
      readonly returnsToRunId?: string;
    }
  | {
      readonly kind: 'new-batch';
      readonly opens: NewBatchOpens;
    }
  | {
      readonly kind: 'run';
      readonly runId: string;
      /** A new key has just been put in for it, so that it can go on. */
      readonly hasNewKey?: boolean;
    }
  | {
      /** "Not sure about 3 people": what is known about the unknown people of a run. */
      readonly kind: 'unsure';
      readonly runId: string;
    }
  | { readonly kind: 'pipeline' }
  | { readonly kind: 'batches' }
  | {
      readonly kind: 'runs';
      /** Was deleted just now: can be brought back here. */
      readonly deletedRunId?: string;
    }
  | { readonly kind: 'settings' };
