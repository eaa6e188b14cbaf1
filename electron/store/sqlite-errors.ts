// Which of SQLite's errors mean what. Codes are SQLite's own (sqlite.org/rescode.html).
const sqliteBusy = 5;

function codeOf(error: unknown): number | null {
  const code = error instanceof Error ? (error as { errcode?: unknown }).errcode : null;
  return typeof code === 'number' ? code & 0xff : null;
}

/** Another process, or another connection, holds the lock. */
export function isBusy(error: unknown): boolean {
  return codeOf(error) === sqliteBusy;
}
