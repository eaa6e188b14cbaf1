import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReadingChoice } from '../../../shared/spreadsheets/spreadsheet';
import { BridgeFailure, bridge } from '../../bridge';
import { formatSize } from '../../components/format-number';
import { type WorkerClient, type WorkerEnd, WorkerStopped } from '../../worker/worker-client';
import type { NewBatchEvent } from '../new-batch/new-batch-state';
import { toHandedOverOrder } from '../new-batch/to-handed-over-order';
import { useNewBatch } from '../new-batch/use-new-batch';

/** What is to be opened. A path never comes in: the worker gets the file itself. */
export interface FileSource {
  readonly fileName: string;
  readonly source: Blob | Uint8Array;
  readonly choice?: ReadingChoice;
}

/** The same, perhaps with bytes that are still to be fetched. */
export interface FileToOpen extends Omit<FileSource, 'source'> {
  readonly source: FileSource['source'] | (() => Promise<Blob>);
}

export type Reading =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly fileName: string; readonly fraction: number }
  /** `holdsNobody`: it could be read, and there is nobody in it. */
  | {
      readonly kind: 'unreadable';
      readonly fileName: string;
      readonly message: string;
      readonly holdsNobody: boolean;
    };

const endedSentences: Readonly<Record<Exclude<WorkerEnd, 'stopped'>, string>> = {
  died: 'It needs more memory than there is, so the reading was ended. Nothing was read. Split the list into smaller files and open them one after another.',
  hung: 'Reading it came to a standstill for a minute, so it was ended. Nothing was read. Open it in Excel, save it as an Excel workbook (.xlsx), and open that file here.',
};

/** Opens a file in the worker and goes on to the preview, or says why it cannot be read. */
export function useOpenFile(): {
  reading: Reading;
  open: (file: FileToOpen) => void;
  stop: () => void;
  forget: () => void;
} {
  const { sheet, tell, keep } = useNewBatch();
  const [reading, setReading] = useState<Reading>({ kind: 'none' });
  const latest = useRef(0);

  useEffect(() => {
    sheet.onReading = (fraction) =>
      setReading((before) => (before.kind === 'reading' ? { ...before, fraction } : before));
    return () => {
      sheet.onReading = () => undefined;
    };
  }, [sheet]);

  const open = useCallback(
    ({ fileName, source, choice = {} }: FileToOpen) => {
      latest.current += 1;
      const mine = latest.current;
      setReading({ kind: 'reading', fileName, fraction: 0 });
      sheet.makeRoom();
      // The worker forgets the file before, so what was done to it is kept first.
      const opened = keep().then(() => {
        if (mine !== latest.current) throw new WorkerStopped('stopped');
        return openWithMappings(sheet, { fileName, source, choice });
      });
      opened.then(
        (opened) => {
          if (mine !== latest.current) return;
          const { file } = opened;
          const blocking = file.notices.find((notice) => notice.blocking);
          if (file.table === null || blocking !== undefined) {
            tell({ kind: 'file-closed' });
            setReading({
              kind: 'unreadable',
              fileName,
              message: blocking?.message ?? 'We found no rows in it. Nothing was read. Open another file.',
              holdsNobody:
                blocking === undefined || blocking.kind === 'no-rows' || blocking.kind === 'file-empty',
            });
          } else {
            setReading({ kind: 'none' });
            tell(opened);
          }
        },
        (thrown: unknown) => {
          if (mine !== latest.current) return;
          tell({ kind: 'file-closed' });
          const why = thrown instanceof WorkerStopped ? thrown.why : null;
          setReading(
            why === 'stopped'
              ? { kind: 'none' }
              : { kind: 'unreadable', fileName, message: toMessage(thrown), holdsNobody: false },
          );
        },
      );
    },
    [sheet, tell, keep],
  );

  return {
    reading,
    open,
    stop: useCallback(() => {
      latest.current += 1;
      sheet.stop();
      tell({ kind: 'file-closed' });
      setReading({ kind: 'none' });
    }, [sheet, tell]),
    forget: useCallback(() => setReading({ kind: 'none' }), []),
  };
}

function toMessage(thrown: unknown): string {
  if (thrown instanceof BridgeFailure || thrown instanceof FarTooLarge) return thrown.sentence;
  return thrown instanceof WorkerStopped && thrown.why !== 'stopped'
    ? endedSentences[thrown.why]
    : unreadable;
}

const unreadable =
  'It could not be read to the end. It may have been moved, changed or taken away meanwhile. Nothing was read. Open it again.';

/** Ten times what is opened at most: such a file would only fill the memory, or fail to, before it is refused. */
const mostBytes = 1024 ** 3;

class FarTooLarge extends Error {
  readonly sentence: string;
  constructor(sizeBytes: number) {
    super('far too large');
    this.sentence = `It has ${formatSize(sizeBytes)}, and at most 100 MB can be opened. Nothing was read. Split the list, or delete columns and sheets that are not needed, and open it again.`;
  }
}

/** Opens a file and takes in what is remembered of headers. Without the ledger's answer columns are proposed, which is no loss. */
async function openWithMappings(
  sheet: WorkerClient,
  { fileName, source, choice = {} }: FileToOpen,
): Promise<FileOpened> {
  const bytes = typeof source === 'function' ? await source() : source;
  if ('size' in bytes && bytes.size > mostBytes) throw new FarTooLarge(bytes.size);
  const [file, saved] = await Promise.all([
    sheet.ask('open', bytes, fileName, choice),
    bridge.ask('mappings:list', {}).catch(() => ({ mappings: [] })),
  ]);
  const work = file.handedOver?.work;
  if (work !== undefined) {
    const columns = work.operation === 'invite' ? await sheet.ask('columns') : null;
    return { kind: 'batch-file-opened', file, columns, order: toHandedOverOrder(work) };
  }
  return {
    kind: 'file-opened',
    file:
      file.table === null || saved.mappings.length === 0
        ? file
        : await sheet.ask('recallMappings', saved.mappings),
  };
}

type FileOpened = Extract<NewBatchEvent, { kind: 'file-opened' | 'batch-file-opened' }>;
