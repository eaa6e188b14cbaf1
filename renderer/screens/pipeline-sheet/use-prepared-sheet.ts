import { useCallback, useEffect, useRef, useState } from 'react';
import type { RequestOutput } from '../../../shared/ipc/contract';
import type {
  PipelineDefaults,
  PipelineSheetOperation,
  PipelineSheetRow,
} from '../../../shared/pipeline/pipeline-sheet';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import type { EditedField } from '../../worker/edited-pipeline-row';
import type { WorkerClient } from '../../worker/worker-client';

export type PreparedSheet = RequestOutput<'pipeline:prepare-sheet'>;

/** How the preparing stands. Nothing is sent in any of these states. */
export type Preparing =
  | { readonly kind: 'handing-over'; readonly done: number; readonly total: number }
  | { readonly kind: 'reading-pipeline' }
  | {
      readonly kind: 'ready';
      readonly prepared: PreparedSheet;
      /** The rows that are left out, as far as they are shown. */
      readonly rows: readonly PipelineSheetRow[];
      /** A row was changed by hand, and the answer is on its way. */
      readonly isChanging: boolean;
      /** What could be taken back or made again, in words. */
      readonly undoes: string | null;
      readonly redoes: string | null;
    }
  | { readonly kind: 'failed'; readonly failure: BridgeFailure };

interface PreparedSheetInput {
  readonly sheet: WorkerClient;
  readonly workspaceId: string;
  readonly operation: PipelineSheetOperation;
  readonly place: PipelineDefaults;
  /** Told when a row was changed by hand. */
  readonly onChanged: () => void;
}

interface SheetPreparation {
  readonly preparing: Preparing;
  readonly prepareAgain: () => void;
  /** Puts a value into a row, and looks at all rows again. */
  readonly changeCell: (rowNumber: number, field: EditedField, value: string) => void;
  /** Takes the last change back, or makes it again. */
  readonly stepBack: (way: 'undo' | 'redo') => void;
}

/** Hands the sheet's rows to the main process, part by part, which reads the pipeline and says what would happen; and rows that are changed. */
export function usePreparedSheet(input: PreparedSheetInput): SheetPreparation {
  const { sheet, workspaceId, operation, place, onChanged } = input;
  const [preparing, setPreparing] = useState<Preparing>({ kind: 'handing-over', done: 0, total: 0 });
  const latest = useRef(0);
  const inHand = useRef<string | null>(null);
  const atWork = useRef<Promise<void>>(Promise.resolve());

  /** Only what was asked for last is shown. */
  const begin = useCallback(() => {
    latest.current += 1;
    const mine = latest.current;
    return () => mine === latest.current;
  }, []);
  const show = useCallback(
    async (prepared: PreparedSheet, isWanted: () => boolean) => {
      const numbers = prepared.conflicts.map(({ rowNumber }) => rowNumber);
      const rows = await sheet.ask('pipelineRowsNumbered', operation, numbers);
      const steps = await sheet.ask('stepPipeline', 'stay');
      if (isWanted()) setPreparing({ kind: 'ready', prepared, rows, isChanging: false, ...steps });
    },
    [sheet, operation],
  );
  const fail = useCallback((thrown: unknown, isWanted: () => boolean) => {
    if (isWanted()) setPreparing({ kind: 'failed', failure: toBridgeFailure(thrown) });
  }, []);

  const handOver = useCallback(
    async (isWanted: () => boolean, tell: (next: Preparing) => void) => {
      const total = await sheet.ask('pipelineRowCount', operation);
      tell({ kind: 'handing-over', done: 0, total });
      const source = await sheet.ask('batchSource');
      const { sheetId } = await bridge.ask('pipeline:begin-sheet', {
        workspaceId,
        operation,
        source,
        defaults: place,
      });
      for (let from = 0; from < total && isWanted(); ) {
        const rows = await sheet.ask('pipelineRows', operation, from);
        if (rows.length === 0) break;
        await bridge.ask('pipeline:add-sheet-rows', { sheetId, rows });
        from += rows.length;
        tell({ kind: 'handing-over', done: from, total });
      }
      if (!isWanted()) return;
      tell({ kind: 'reading-pipeline' });
      const prepared = await bridge.ask('pipeline:prepare-sheet', { sheetId });
      inHand.current = sheetId;
      await show(prepared, isWanted);
    },
    [sheet, workspaceId, operation, place, show],
  );
  const prepareAgain = useCallback(() => {
    const isWanted = begin();
    const tell = (next: Preparing) => {
      if (isWanted()) setPreparing(next);
    };
    handOver(isWanted, tell).catch((thrown: unknown) => fail(thrown, isWanted));
  }, [begin, handOver, fail]);

  useEffect(() => {
    prepareAgain();
    return () => {
      latest.current += 1;
    };
  }, [prepareAgain]);

  /** One change after the other, so that each is looked at with those before it. */
  const change = useCallback(
    (work: (sheetId: string) => Promise<PreparedSheet | null>) => {
      const isWanted = begin();
      setPreparing((before) => (before.kind === 'ready' ? { ...before, isChanging: true } : before));
      atWork.current = atWork.current
        .then(async () => {
          if (inHand.current === null) return;
          const prepared = await work(inHand.current);
          onChanged();
          if (prepared === null) await handOver(isWanted, () => undefined);
          else await show(prepared, isWanted);
        })
        .catch((thrown: unknown) => fail(thrown, isWanted));
    },
    [begin, show, fail, handOver, onChanged],
  );

  return {
    preparing,
    prepareAgain,
    changeCell: (rowNumber, field, value) =>
      change(async (sheetId) => {
        const rows = await sheet.ask('editPipeline', operation, rowNumber, field, value);
        return rows.length === 0 ? null : await bridge.ask('pipeline:change-sheet-rows', { sheetId, rows });
      }),
    // Which rows a step has changed only the worker knows, so all are handed over again.
    stepBack: (way) =>
      change(async () => {
        await sheet.ask('stepPipeline', way);
        return null;
      }),
  };
}
