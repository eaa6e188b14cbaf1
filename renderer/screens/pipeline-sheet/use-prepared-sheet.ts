import { useCallback, useEffect, useRef, useState } from 'react';
import type { RequestOutput } from '../../../shared/ipc/contract';
import type { PipelineDefaults, PipelineSheetOperation } from '../../../shared/pipeline/pipeline-sheet';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import type { WorkerClient } from '../../worker/worker-client';

/** How the preparing stands. Nothing is sent in any of these states. */
export type Preparing =
  | { readonly kind: 'handing-over'; readonly done: number; readonly total: number }
  | { readonly kind: 'reading-pipeline' }
  | { readonly kind: 'ready'; readonly prepared: RequestOutput<'pipeline:prepare-sheet'> }
  | { readonly kind: 'failed'; readonly failure: BridgeFailure };

interface PreparedSheetInput {
  readonly sheet: WorkerClient;
  readonly workspaceId: string;
  readonly operation: PipelineSheetOperation;
  readonly place: PipelineDefaults;
}

/** Hands the sheet's rows to the main process, part by part, which reads the pipeline and says what would happen. */
export function usePreparedSheet({ sheet, workspaceId, operation, place }: PreparedSheetInput): {
  readonly preparing: Preparing;
  readonly prepareAgain: () => void;
} {
  const [preparing, setPreparing] = useState<Preparing>({ kind: 'handing-over', done: 0, total: 0 });
  const latest = useRef(0);

  const prepare = useCallback(() => {
    latest.current += 1;
    const mine = latest.current;
    const isWanted = () => mine === latest.current;
    const tell = (next: Preparing) => {
      if (isWanted()) setPreparing(next);
    };
    const handOver = async () => {
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
      tell({ kind: 'ready', prepared: await bridge.ask('pipeline:prepare-sheet', { sheetId }) });
    };
    handOver().catch((thrown: unknown) => tell({ kind: 'failed', failure: toBridgeFailure(thrown) }));
  }, [sheet, workspaceId, operation, place]);

  useEffect(() => {
    prepare();
    return () => {
      latest.current += 1;
    };
  }, [prepare]);

  return { preparing, prepareAgain: prepare };
}
