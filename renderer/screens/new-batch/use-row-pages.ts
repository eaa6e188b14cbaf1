import { useCallback, useEffect, useRef, useState } from 'react';

/** Rows asked for at once: several screens, and far below what stalls the window. */
const pageSize = 200;

interface RowPagesInput<Row> {
  /** Reads rows `from` up to, not including, `to`. */
  readonly read: (from: number, to: number) => Promise<readonly Row[]>;
  readonly rowCount: number;
  /** Another list: what was read before is of no use. */
  readonly listKey: string;
  /** The same list with changed rows: they are read again, and stay readable meanwhile. */
  readonly revision: number;
}

interface RowPages<Row> {
  readonly rowAt: (rowIndex: number) => Row | undefined;
  readonly onRangeChange: (from: number, to: number) => void;
}

/** Keeps the rows around those that a grid shows, and asks for them as it moves. */
export function useRowPages<Row>({ read, rowCount, listKey, revision }: RowPagesInput<Row>): RowPages<Row> {
  const pages = useRef(new Map<number, { readonly rows: readonly Row[]; readonly revision: number }>());
  const asked = useRef(new Set<string>());
  const range = useRef({ from: 0, to: pageSize });
  const key = useRef(listKey);
  const wanted = useRef(revision);
  wanted.current = revision;
  const [, setDrawn] = useState(0);

  if (key.current !== listKey) {
    key.current = listKey;
    pages.current.clear();
    asked.current.clear();
  }

  const readRange = useCallback(() => {
    const first = Math.floor(range.current.from / pageSize);
    const last = Math.floor(
      Math.max(range.current.from, Math.min(range.current.to, rowCount) - 1) / pageSize,
    );
    for (let page = first; page <= last; page++) {
      const question = `${listKey} ${revision} ${page}`;
      if (
        page * pageSize >= rowCount ||
        asked.current.has(question) ||
        pages.current.get(page)?.revision === revision
      )
        continue;
      asked.current.add(question);
      void read(page * pageSize, Math.min((page + 1) * pageSize, rowCount))
        .then((rows) => {
          if (key.current !== listKey || wanted.current !== revision) return;
          pages.current.set(page, { rows, revision });
          setDrawn((count) => count + 1);
        })
        .catch(() => undefined)
        .finally(() => asked.current.delete(question));
    }
    for (const page of pages.current.keys())
      if (page < first - 1 || page > last + 1) pages.current.delete(page);
  }, [read, rowCount, listKey, revision]);

  useEffect(readRange, [readRange]);

  const onRangeChange = useCallback(
    (from: number, to: number) => {
      range.current = { from, to };
      readRange();
    },
    [readRange],
  );
  const rowAt = useCallback(
    (rowIndex: number) => pages.current.get(Math.floor(rowIndex / pageSize))?.rows[rowIndex % pageSize],
    [],
  );
  return { rowAt, onRangeChange };
}
