// How long runs are kept, and whether the ledger's file still has to be written anew after a deletion. Nothing of people.
import { type KeepMonths, keepMonthsSchema } from '../../shared/history/retention';
import type { GroupCommit } from './group-commit';
import type { Statements } from './statements';

const keepMonthsName = 'history.keepMonths';
const mustCompactName = 'history.mustCompact';

export interface RetentionStore {
  /** For ever, unless somebody chose otherwise. */
  getKeepMonths(): KeepMonths;
  setKeepMonths(months: KeepMonths): void;
  /** Something was deleted since the file was written anew. */
  mustCompact(): boolean;
  setMustCompact(must: boolean): void;
}

export function createRetentionStore(sql: Statements, commit: GroupCommit): RetentionStore {
  const read = (name: string): unknown => {
    const record = sql('SELECT value_json FROM settings WHERE name = ?').get(name);
    return record === undefined ? null : JSON.parse((record as { value_json: string }).value_json);
  };
  const write = (name: string, value: unknown) =>
    commit.now(() => {
      sql(
        'INSERT INTO settings (name, value_json) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value_json = excluded.value_json',
      ).run(name, JSON.stringify(value));
    });
  return {
    getKeepMonths: () => keepMonthsSchema.catch(null).parse(read(keepMonthsName)),
    setKeepMonths: (months) => write(keepMonthsName, months),
    mustCompact: () => read(mustCompactName) === true,
    setMustCompact: (must) => write(mustCompactName, must),
  };
}
