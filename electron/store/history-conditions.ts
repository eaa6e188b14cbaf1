// The recruiter's choice of runs and rows as SQL. Of `r` (runs), `b` (batches) and `q` (run_rows). Reads nothing.
import type { HistoryFilter } from '../../shared/history/history';
import { statesOf } from './run-records';

/** Everything that a filter leaves out is left out; goes on behind a WHERE with its own AND. */
export function toHistoryConditions(filter: HistoryFilter): {
  readonly where: string;
  readonly values: (string | number)[];
} {
  const { where, values } = toRunConditions(filter);
  if (filter.outcome === null) return { where, values };
  return {
    where: `${where} AND q.state IN (SELECT value FROM json_each(?))`,
    values: [...values, JSON.stringify(statesOf(filter.outcome))],
  };
}

/** As `toHistoryConditions`, without a look at rows. */
export function toRunConditions(filter: HistoryFilter): {
  readonly where: string;
  readonly values: (string | number)[];
} {
  const parts: string[] = [];
  const values: (string | number)[] = [];
  const add = (condition: string, value: string | number | null) => {
    if (value === null) return;
    parts.push(`AND ${condition}`);
    values.push(value);
  };
  add('r.workspace_id = ?', filter.workspaceId);
  add('b.operation = ?', filter.operation);
  add('coalesce(r.started_at_ms, r.created_at_ms) >= ?', filter.fromMs);
  add('coalesce(r.started_at_ms, r.created_at_ms) < ?', filter.toMs);
  return { where: parts.join(' '), values };
}
