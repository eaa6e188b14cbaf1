import { useCallback, useEffect, useRef, useState } from 'react';
import { type BridgeFailure, toBridgeFailure } from '../../bridge';
import type { CheckSummary, RowFilter } from '../../worker/session-types';
import { useNewBatch } from '../new-batch/use-new-batch';

/** The list in the grid: those of a filter in which the searched text is found. */
export interface CheckView {
  readonly filter: RowFilter;
  readonly search: string;
  /** Null while it is looked for. */
  readonly rowCount: number | null;
  /** Another key, another list. */
  readonly key: string;
}

/** Between two letters typed quickly nothing is looked for. */
const searchAfterMs = 150;

const allRows: RowFilter = { kind: 'all' };

interface UseCheck {
  readonly view: CheckView;
  readonly show: (filter: RowFilter, search: string) => Promise<void>;
  /** What stands in the find box; the list follows a moment later. */
  readonly typed: string;
  readonly type: (typed: string) => void;
  /** Does something to rows; the counts follow. */
  readonly act: (done: Promise<CheckSummary>) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  /** What happened last, to be read out and shown. */
  readonly said: string | null;
  readonly failure: BridgeFailure | null;
  readonly forgetFailure: () => void;
}

/** Checks the rows when the step opens, and keeps the list that the grid shows. */
export function useCheck(): UseCheck {
  const { sheet, tell } = useNewBatch();
  const [view, setView] = useState<CheckView>({ filter: allRows, search: '', rowCount: null, key: '0' });
  const [said, setSaid] = useState<string | null>(null);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const [typed, setTyped] = useState('');
  const asked = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const take = useCallback((check: CheckSummary) => tell({ kind: 'checked', check }), [tell]);
  const fail = useCallback((thrown: unknown) => setFailure(toBridgeFailure(thrown)), []);

  const show = useCallback(
    async (filter: RowFilter, search: string) => {
      clearTimeout(timer.current);
      setTyped(search);
      asked.current += 1;
      const mine = asked.current;
      setView((before) => ({ ...before, filter, search }));
      try {
        const rowCount = await sheet.ask('find', filter, search);
        if (mine === asked.current) setView({ filter, search, rowCount, key: String(mine) });
      } catch (thrown) {
        fail(thrown);
      }
    },
    [sheet, fail],
  );

  const type = useCallback(
    (text: string) => {
      setTyped(text);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void show(view.filter, text), searchAfterMs);
    },
    [show, view.filter],
  );

  useEffect(() => {
    sheet.ask('check').then(take, fail);
    void show(allRows, '');
    return () => clearTimeout(timer.current);
  }, [sheet, take, fail, show]);

  const act = useCallback(
    async (done: Promise<CheckSummary>) => {
      try {
        const check = await done;
        take(check);
        setSaid(check.undoes);
      } catch (thrown) {
        fail(thrown);
      }
    },
    [take, fail],
  );

  const step = useCallback(
    async (method: 'undo' | 'redo', words: string) => {
      try {
        const { sentence, summary } = await sheet.ask(method);
        take(summary);
        if (sentence !== null) setSaid(`${words}: ${sentence}`);
      } catch (thrown) {
        fail(thrown);
      }
    },
    [sheet, take, fail],
  );

  return {
    view,
    show,
    typed,
    type,
    act,
    undo: useCallback(() => step('undo', 'Taken back'), [step]),
    redo: useCallback(() => step('redo', 'Done again'), [step]),
    said,
    failure,
    forgetFailure: useCallback(() => setFailure(null), []),
  };
}
