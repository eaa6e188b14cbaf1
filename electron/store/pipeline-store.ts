// What is there before rows of a pipeline run are sent. Every change of a row's state goes through the transition table.
import { AppError } from '../../shared/errors/app-error';
import { nextRowState, type RowState } from '../../shared/runs/row-state';
import { noIds } from '../operations/operation';
import type { RunLedger } from '../runs/run-ledger';
import type { GroupCommit } from './group-commit';
import { type RowToSendRecord, rowToSendColumns, toRowToSend } from './row-to-send';
import type { Statements } from './statements';
import { writeRow } from './write-row';

type PipelineStore = Pick<RunLedger, 'readOpenRows' | 'noteBefore' | 'readDoneWork'>;

export function createPipelineStore(sql: Statements, commit: GroupCommit): PipelineStore {
  const find = (runId: string) => {
    const run = sql('SELECT run_no, batch_no FROM runs WHERE run_id = ?').get(runId);
    if (run === undefined) throw new AppError('run/not-found');
    return run as { readonly run_no: number; readonly batch_no: number };
  };
  return {
    readOpenRows: (runId, fromOrdinal, limit) => {
      const { run_no: runNo, batch_no: batchNo } = find(runId);
      const records = sql(
        `SELECT ${rowToSendColumns} FROM run_rows q JOIN batch_rows p ON p.batch_no = ? AND p.ordinal = q.ordinal
         WHERE q.run_no = ? AND q.ordinal >= ? AND q.state IN ('pending', 'retry-wait') ORDER BY q.ordinal LIMIT ?`,
      ).all(batchNo, runNo, fromOrdinal, limit) as RowToSendRecord[];
      return records.map(toRowToSend);
    },
    readDoneWork: (runId) => {
      const { run_no: runNo, batch_no: batchNo } = find(runId);
      const records = sql(
        `SELECT ${rowToSendColumns}, p.cells_json FROM run_rows q JOIN batch_rows p ON p.batch_no = ? AND p.ordinal = q.ordinal
         WHERE q.run_no = ? AND q.state = 'done' AND p.work_json IS NOT NULL ORDER BY q.ordinal`,
      ).all(batchNo, runNo) as RowToSendRecord[];
      return records.flatMap((record) => {
        const { work, ...row } = toRowToSend(record);
        return work === null ? [] : { ...row, work, cells: JSON.parse(record.cells_json) as string[] };
      });
    },
    noteBefore: (runId, rows, atMs) => {
      const { run_no: runNo } = find(runId);
      return commit.enqueue(() => {
        let leftOutCount = 0;
        for (const { ordinal, before, leaveOut } of rows) {
          const { state } = sql('SELECT state FROM run_rows WHERE run_no = ? AND ordinal = ?').get(
            runNo,
            ordinal,
          ) as { state: RowState };
          if (state !== 'pending' && state !== 'retry-wait') continue;
          sql('UPDATE run_rows SET before_json = ? WHERE run_no = ? AND ordinal = ?').run(
            JSON.stringify(before),
            runNo,
            ordinal,
          );
          if (leaveOut === null) continue;
          writeRow(sql, runNo, nextRowState(state, 'left-out'), { ordinal, ids: noIds, ...leaveOut }, atMs);
          leftOutCount += 1;
        }
        return leftOutCount;
      });
    },
  };
}
