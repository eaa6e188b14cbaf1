import { type Dispatch, useCallback, useEffect, useRef, useState } from 'react';
import { bridge, toBridgeFailure } from '../../bridge';
import { type WorkerClient, WorkerStopped } from '../../worker/worker-client';
import type { DraftKeeper } from './draft-keeper';
import type { NewBatchEvent } from './new-batch-state';
import { DraftNotOpened, openDraft, readDraftFile, type StoredDraft } from './open-draft';

/** How far it is with a draft that is to be gone on with. */
export type DraftOpening =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly fileName: string; readonly fraction: number }
  /** The kept bytes are no use: the recruiter has to choose the file again. `message`: what was wrong with the last choice. */
  | { readonly kind: 'needs-file'; readonly stored: StoredDraft; readonly message: string | null }
  | { readonly kind: 'failed'; readonly title: string; readonly message: string };

interface DraftOpeningInput {
  /** The draft to begin with; null for none. */
  readonly draftId: string | null;
  readonly sheet: WorkerClient;
  readonly keeper: DraftKeeper;
  readonly tell: Dispatch<NewBatchEvent>;
  readonly workspaceId: string | null;
}

const tooMuch =
  'It needs more memory than there is, so the reading was ended. The draft was left as it is, and nothing was sent. Close other programs and try again.';

/** Brings a draft back: its file, its choices and its changes, or says what is missing. */
export function useDraftOpening({ draftId, sheet, keeper, tell, workspaceId }: DraftOpeningInput): {
  readonly opening: DraftOpening;
  readonly open: (draftId: string) => void;
  /** The recruiter's answer to `needs-file`. */
  readonly useFile: (stored: StoredDraft, file: Blob) => void;
} {
  const [opening, setOpening] = useState<DraftOpening>({ kind: 'none' });
  const latest = useRef(0);
  const workspace = useRef(workspaceId);
  workspace.current = workspaceId;

  /** Ends with the state that `work` leads to, unless something else has been opened meanwhile. */
  const run = useCallback(
    (title: string, work: (isWanted: () => boolean) => Promise<DraftOpening>, stored?: StoredDraft) => {
      latest.current += 1;
      const mine = latest.current;
      const isWanted = () => mine === latest.current;
      work(isWanted).then(
        (next) => isWanted() && setOpening(next),
        (thrown: unknown) => {
          if (!isWanted()) return;
          const message = toMessage(thrown);
          setOpening(
            stored === undefined || !(thrown instanceof DraftNotOpened)
              ? { kind: 'failed', title, message }
              : { kind: 'needs-file', stored, message },
          );
        },
      );
    },
    [],
  );

  const bringBack = useCallback(
    async (stored: StoredDraft, bytes: Blob, isFileKept: boolean, isWanted: () => boolean) => {
      const opened = await openDraft(sheet, stored, bytes, workspace.current);
      const work = await sheet.ask('keptWork');
      if (work === null || !isWanted()) return none;
      await keeper.adopt(stored.draft.draftId, work, isFileKept);
      tell({ kind: 'draft-opened', opened });
      return none;
    },
    [sheet, keeper, tell],
  );

  const open = useCallback(
    (wanted: string) =>
      run('The draft cannot be opened', async (isWanted) => {
        const stored = await bridge.ask('drafts:open', { draftId: wanted });
        if (stored.fileState !== 'whole') return { kind: 'needs-file', stored, message: null };
        const { fileName } = stored.source;
        const bytes = await readDraftFile(stored, (fraction) => {
          if (isWanted()) setOpening({ kind: 'reading', fileName, fraction });
        });
        return bringBack(stored, bytes, true, isWanted);
      }),
    [run, bringBack],
  );

  const useFile = useCallback(
    (stored: StoredDraft, file: Blob) => {
      setOpening({ kind: 'reading', fileName: stored.source.fileName, fraction: 0 });
      run(
        `${stored.draft.name} cannot be opened`,
        (isWanted) => bringBack(stored, file, false, isWanted),
        stored,
      );
    },
    [run, bringBack],
  );

  useEffect(() => {
    if (draftId !== null) open(draftId);
    return () => {
      latest.current += 1;
    };
  }, [draftId, open]);

  return { opening, open, useFile };
}

const none: DraftOpening = { kind: 'none' };

function toMessage(thrown: unknown): string {
  if (thrown instanceof DraftNotOpened) return thrown.message;
  if (thrown instanceof WorkerStopped) return tooMuch;
  return toBridgeFailure(thrown).sentence;
}
