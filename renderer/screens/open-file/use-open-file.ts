import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReadingChoice } from '../../../shared/spreadsheets/spreadsheet';
import { bridge } from '../../bridge';
import type { FileSummary } from '../../worker/session-types';
import { type WorkerClient, type WorkerEnd, WorkerStopped } from '../../worker/worker-client';
import { useNewBatch } from '../new-batch/use-new-batch';

/** What is to be opened. A path never comes in: the worker gets the file itself. */
export interface FileSource {
  readonly fileName: string;
  readonly source: Blob | Uint8Array;
  readonly choice?: ReadingChoice;
}

export type Reading =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly fileName: string; readonly fraction: number }
  | { readonly kind: 'unreadable'; readonly fileName: string; readonly message: string };

const endedSentences: Readonly<Record<Exclude<WorkerEnd, 'stopped'>, string>> = {
  died: 'It needs more memory than there is, so the reading was ended. Nothing was read. Split the list into smaller files and open them one after another.',
  hung: 'Reading it came to a standstill for a minute, so it was ended. Nothing was read. Open it in Excel, save it as an Excel workbook (.xlsx), and open that file here.',
};

/** Opens a file in the worker and goes on to the preview, or says why it cannot be read. */
export function useOpenFile(): {
  reading: Reading;
  open: (file: FileSource) => void;
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
    ({ fileName, source, choice = {} }: FileSource) => {
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
        (file) => {
          if (mine !== latest.current) return;
          const blocking = file.notices.find((notice) => notice.blocking);
          if (file.table === null || blocking !== undefined) {
            tell({ kind: 'file-closed' });
            setReading({
              kind: 'unreadable',
              fileName,
              message: blocking?.message ?? 'We found no rows in it. Nothing was read. Open another file.',
            });
          } else {
            setReading({ kind: 'none' });
            tell({ kind: 'file-opened', file });
          }
        },
        (thrown: unknown) => {
          if (mine !== latest.current) return;
          tell({ kind: 'file-closed' });
          const why = thrown instanceof WorkerStopped ? thrown.why : null;
          setReading(
            why === 'stopped'
              ? { kind: 'none' }
              : { kind: 'unreadable', fileName, message: why === null ? unreadable : endedSentences[why] },
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

const unreadable =
  'It could not be read to the end. It may have been moved, changed or taken away meanwhile. Nothing was read. Open it again.';

/** Opens a file and takes in what is remembered of headers. Without the ledger's answer columns are proposed, which is no loss. */
async function openWithMappings(
  sheet: WorkerClient,
  { fileName, source, choice = {} }: FileSource,
): Promise<FileSummary> {
  const [file, saved] = await Promise.all([
    sheet.ask('open', source, fileName, choice),
    bridge.ask('mappings:list', {}).catch(() => ({ mappings: [] })),
  ]);
  return file.table === null || saved.mappings.length === 0
    ? file
    : sheet.ask('recallMappings', saved.mappings);
}
