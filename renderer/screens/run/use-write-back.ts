import { useEffect, useRef, useState } from 'react';
import type { RequestOutput } from '../../../shared/ipc/contract';
import { BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import { type EndableWorker, WorkerClient, WorkerStopped } from '../../worker/worker-client';
import type { FillEnd } from '../../worker/write-back-session';

/** A copy that is ready to be saved. */
export type FilledFile = Extract<FillEnd, { kind: 'filled' }>;

/** How the work on the recruiter's file stands. Nothing is written before `saved`, and never over the file itself. */
export type WriteBack =
  | { readonly kind: 'at-work'; readonly step: 'reading' | 'filling' | 'saving'; readonly fraction: number }
  /** The app has not kept the file: the recruiter chooses it. */
  | { readonly kind: 'needs-file'; readonly fileName: string }
  | { readonly kind: 'no-file' }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'filled'; readonly filled: FilledFile }
  | {
      readonly kind: 'saved';
      readonly fileName: string;
      readonly savedId: string;
      readonly filled: FilledFile;
    }
  /** With the copy that is still there, where only saving it failed. */
  | { readonly kind: 'failed'; readonly failure: BridgeFailure; readonly filled: FilledFile | null };

export interface WriteBackInHand {
  readonly state: WriteBack;
  readonly fill: (file: File) => void;
  readonly save: () => void;
  readonly showInFolder: () => void;
}

const reading: WriteBack = { kind: 'at-work', step: 'reading', fraction: 0 };

const unreadable =
  'The work on this file did not come to its end. Nothing was saved, and your file is as it was. Try again, or use Save as XLSX.';

type Tell = (state: WriteBack) => void;
type Work = (sheet: WorkerClient, tell: Tell) => Promise<WriteBack>;

/** Opens the run's own file, or one that is chosen, in the sandbox, and saves the copy that comes of it. Starts by itself. */
export function useWriteBack(runId: string, startWorker: () => EndableWorker): WriteBackInHand {
  const [state, setState] = useState<WriteBack>(reading);
  const goOn = useRef<((work: Work) => void) | null>(null);
  useEffect(() => {
    const sheet = new WorkerClient(startWorker);
    let isOver = false;
    const go = (work: Work) => void attempt(work, sheet, tell).catch(() => undefined);
    // Work that nobody waits for any more ends at its next step, before anything is saved.
    const tell: Tell = (next) => {
      if (isOver) throw new WorkerStopped('stopped');
      setState(next);
    };
    goOn.current = go;
    go((...parts) => start(runId, ...parts));
    return () => {
      isOver = true;
      sheet.stop();
    };
  }, [runId, startWorker]);

  return {
    state,
    fill: (file) => goOn.current?.((sheet, tell) => fillWith(file, file.name, sheet, tell)),
    save: () => {
      const filled = state.kind === 'filled' || state.kind === 'failed' ? state.filled : null;
      if (filled !== null) goOn.current?.((sheet, tell) => saveFilled(filled, sheet, tell));
    },
    showInFolder: () => {
      if (state.kind !== 'saved') return;
      goOn.current?.(async () => {
        await bridge.ask('results:show-in-folder', { savedId: state.savedId });
        return state;
      });
    },
  };
}

/** Tells how the work ended. Rejects where nobody is told. */
async function attempt(work: Work, sheet: WorkerClient, tell: Tell): Promise<void> {
  const end = await work(sheet, tell).catch(
    (thrown: unknown): WriteBack =>
      thrown instanceof WorkerStopped
        ? { kind: 'refused', sentence: unreadable }
        : { kind: 'failed', failure: toBridgeFailure(thrown), filled: null },
  );
  tell(end);
}

async function start(runId: string, sheet: WorkerClient, tell: Tell): Promise<WriteBack> {
  const { order, rowCount, fileState } = await bridge.ask('copies:open', { runId });
  const { source } = order;
  if (source.sizeBytes === 0) return { kind: 'no-file' };
  await sheet.ask('beginWriteBack', order);
  await sendRows(sheet, runId, rowCount, tell);
  if (fileState !== 'whole') return { kind: 'needs-file', fileName: source.fileName };
  return await fillWith(await readSource(runId, source.sizeBytes), source.fileName, sheet, tell);
}

/** Where everybody was found and there is nothing to say, the copy is saved at once. */
async function fillWith(
  source: Blob | Uint8Array<ArrayBuffer>,
  fileName: string,
  sheet: WorkerClient,
  tell: Tell,
): Promise<WriteBack> {
  tell({ kind: 'at-work', step: 'filling', fraction: 0 });
  sheet.onReading = (fraction) => tell({ kind: 'at-work', step: 'filling', fraction });
  const end = await sheet.ask('fillFile', source, fileName);
  if (end.kind === 'refused') return end;
  const isAsExpected = end.missing.length === 0 && end.notices.length === 0;
  return isAsExpected ? await saveFilled(end, sheet, tell) : { kind: 'filled', filled: end };
}

/** @throws Error where not every row of the run came. */
async function sendRows(sheet: WorkerClient, runId: string, rowCount: number, tell: Tell): Promise<void> {
  let sent = 0;
  for (let fromOrdinal: number | null = 0; fromOrdinal !== null; ) {
    const page: RequestOutput<'copies:list-rows'> = await bridge.ask('copies:list-rows', {
      runId,
      fromOrdinal,
    });
    sent = await sheet.ask('addResultRows', page.rows);
    fromOrdinal = page.nextOrdinal;
    tell({ kind: 'at-work', step: 'reading', fraction: sent / Math.max(1, rowCount) });
  }
  if (sent !== rowCount) throw new Error('Not every row of the run came.');
}

async function readSource(runId: string, sizeBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(sizeBytes);
  for (let offset = 0; offset < sizeBytes; ) {
    const { bytes } = await bridge.ask('copies:read-source', { runId, offset });
    whole.set(bytes, offset);
    offset += bytes.length;
  }
  return whole;
}

/** Hands the copy over and asks where to save it; where that was given up, the copy stays ready. */
async function saveFilled(filled: FilledFile, sheet: WorkerClient, tell: Tell): Promise<WriteBack> {
  const { sizeBytes, sha256, sourceSha256, name, rowCount } = filled;
  tell({ kind: 'at-work', step: 'saving', fraction: 0 });
  const copyId = crypto.randomUUID();
  for (let offset = 0; offset < sizeBytes; ) {
    const bytes = await sheet.ask('copyBytes', offset);
    ({ heldBytes: offset } = await bridge.ask('copies:add-bytes', { copyId, offset, bytes }));
  }
  const order = { copyId, sha256, sourceSha256, ...name, rowCount };
  const answer = await bridge.ask('copies:save', order).catch(toBridgeFailure);
  if (answer instanceof BridgeFailure) return { kind: 'failed', failure: answer, filled };
  return answer.kind === 'saved'
    ? { kind: 'saved', fileName: answer.fileName, savedId: answer.savedId, filled }
    : { kind: 'filled', filled };
}
