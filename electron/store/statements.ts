// Prepared statements of one connection, each prepared once.
import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';

/** Answers the prepared form of a statement. */
export type Statements = (sql: string) => StatementSyncInstance;

/** Remembers every statement that it prepared; the program holds a fixed number of them. */
export function createStatements(database: DatabaseSyncInstance): Statements {
  const prepared = new Map<string, StatementSyncInstance>();
  return (sql) => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
}
