// A batch of adds, moves or rejections in a ledger, for programs that send them.
import { readFileSync } from 'node:fs';
import type { Ledger } from '../../../electron/store/ledger';
import type { PipelineKind } from '../../../shared/operations/operation-kind';
import type { PipelineWork } from '../../../shared/operations/pipeline-work';

export interface Asks {
  readonly operation: PipelineKind;
  /** `label`: the address that stands for the row in its sheet. */
  readonly asks: readonly { readonly label: string; readonly work: PipelineWork }[];
}

/** Reads what `writeAsks` wrote. */
export function readAsks(path: string): Asks {
  return JSON.parse(readFileSync(path, 'utf8')) as Asks;
}

/** Stores a batch of one row an ask; answers the batch's id. */
export function storeAsks(ledger: Ledger, workspaceId: string, { operation, asks }: Asks): string {
  const source = {
    fileName: 'changes.csv',
    sizeBytes: 1,
    sha256: '0'.repeat(64),
    sheetName: null,
    headerRow: 1,
    columns: [{ letter: 'A', header: 'Email' }],
  };
  const batchId = ledger.batches.begin({
    workspaceId,
    name: 'Survival',
    source,
    work: { operation, order: { title: 'Survival' } },
    rowCount: asks.length,
  });
  const rows = asks.map(({ label, work }, index) => ({
    rowNumber: index + 2,
    cells: [label],
    person: { email: label, firstname: null, lastname: null, cv_link: null, ats_candidate_id: null },
    work,
    skip: null,
  }));
  const rowsPerChunk = 500;
  for (let from = 0; from < rows.length; from += rowsPerChunk)
    ledger.batches.addRows(batchId, from, rows.slice(from, from + rowsPerChunk));
  return batchId;
}
