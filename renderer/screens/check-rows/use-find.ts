import { useCallback, useEffect, useRef, useState } from 'react';
import type { CellQuery } from '../../worker/cell-query';
import type { RowsDone } from '../../worker/cell-span';
import type { Hit, HitPlace } from '../../worker/find-hits';
import type { CheckSummary } from '../../worker/session-types';
import { useNewBatch } from '../new-batch/use-new-batch';
import type { CheckGridHandle } from './parts/check-grid';

/** Between two letters typed quickly nothing is looked for. */
const findAfterMs = 150;

export interface UseFindInput {
  /** Stays the same function. */
  readonly grid: () => CheckGridHandle | null;
  readonly act: (done: Promise<CheckSummary | RowsDone>) => Promise<void>;
  /** Another list, or changed rows: what was found is counted again. */
  readonly listKey: string;
  readonly revision: number;
}

interface UseFind {
  readonly query: CellQuery;
  readonly setQuery: (change: Partial<CellQuery>) => void;
  readonly by: string;
  readonly setBy: (by: string) => void;
  /** Undefined while nothing is looked for, or it is being looked for; null where nothing was found. */
  readonly found: { readonly hit: Hit; readonly total: number } | null | undefined;
  readonly go: (way: 'next' | 'before') => Promise<void>;
  readonly replace: () => Promise<void>;
  readonly replaceAll: () => Promise<void>;
}

const nothing: CellQuery = { text: '', matchesCase: false, wholeCell: false, field: null };

/** Finding and replacing in the rows that are shown. The hit is marked in the grid; the focus stays where one types. */
export function useFind({ grid, act, listKey, revision }: UseFindInput): UseFind {
  const { sheet } = useNewBatch();
  const [query, setWholeQuery] = useState(nothing);
  const [by, setBy] = useState('');
  const [found, setFound] = useState<UseFind['found']>(undefined);
  const asked = useRef(0);
  const last = useRef<HitPlace | null>(null);
  const wanted = useRef(query);
  wanted.current = query;

  const look = useCallback(
    async (way: 'here' | 'next' | 'before', isShown: boolean) => {
      asked.current += 1;
      const mine = asked.current;
      const from = last.current ?? grid()?.hitPlace() ?? { rowIndex: 0, field: null };
      if (wanted.current.text === '') return setFound(undefined);
      const answer = await sheet.ask('nextHit', wanted.current, from, way);
      if (mine !== asked.current) return;
      setFound(answer);
      if (answer === null || !isShown) return;
      last.current = answer.hit;
      grid()?.chooseHit(answer.hit);
    },
    [sheet, grid],
  );

  useEffect(() => {
    const timer = setTimeout(() => void look('here', query.text !== '').catch(() => undefined), findAfterMs);
    return () => clearTimeout(timer);
  }, [look, query]);

  // The same words in other rows: counted, but the grid stays where it is.
  useEffect(() => {
    last.current = null;
    if (listKey !== '') void look('here', false).catch(() => undefined);
  }, [look, listKey]);
  useEffect(() => {
    if (revision > 0) void look('here', false).catch(() => undefined);
  }, [look, revision]);

  return {
    query,
    setQuery: (change) => setWholeQuery((before) => ({ ...before, ...change })),
    by,
    setBy,
    found,
    go: (way) => look(way, true),
    replace: async () => {
      if (found == null) return;
      last.current = { rowIndex: found.hit.rowIndex, field: found.hit.field };
      await act(sheet.ask('replaceHit', query, by, last.current));
      await look('next', true);
    },
    replaceAll: () => act(sheet.ask('replaceAll', query, by)),
  };
}
