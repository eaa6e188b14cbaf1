// What a run was started with, beside its summary. Reads only.
import { AppError } from '../../shared/errors/app-error';
import type { RunFacts } from '../../shared/history/history';
import { toBatchOrder } from './batch-store';
import type { Statements } from './statements';

export interface RunFactsStore {
  /** @throws AppError `run/not-found`. */
  readRunFacts(runId: string): RunFacts;
}

interface FactsRecord {
  readonly run_id: string;
  readonly parent_run_id: string | null;
  readonly operation: string;
  readonly order_json: string;
  readonly send_invite: 0 | 1;
  readonly started_by: string | null;
  readonly started_from: RunFacts['startedFrom'];
  readonly concurrency: number;
  readonly people_per_request: number;
}

type RunNamed = NonNullable<RunFacts['parent']>;

export function createRunFactsStore(sql: Statements): RunFactsStore {
  return {
    readRunFacts: (runId) => {
      const record = sql(
        `SELECT r.run_id, r.parent_run_id, b.operation, b.order_json, b.send_invite, r.started_by, r.started_from, r.concurrency,
           r.people_per_request FROM runs r JOIN batches b ON b.batch_no = r.batch_no WHERE r.run_id = ?`,
      ).get(runId) as FactsRecord | undefined;
      if (record === undefined) throw new AppError('run/not-found');
      const named = (where: string, id: string | null) =>
        (
          sql(`SELECT run_id AS runId, run_no AS runNumber FROM runs WHERE ${where} = ? ORDER BY run_no`).all(
            id,
          ) as unknown as RunNamed[]
        ).map((run) => ({ ...run }));
      const work = toBatchOrder(record.operation, record.order_json);
      return {
        runId: record.run_id,
        startedBy: record.started_by,
        startedFrom: record.started_from,
        concurrency: record.concurrency,
        peoplePerRequest: record.people_per_request,
        message: work.operation === 'invite' && record.send_invite === 1 ? work.order.message : null,
        parent: named('run_id', record.parent_run_id)[0] ?? null,
        children: named('parent_run_id', record.run_id),
      };
    },
  };
}
