import { useCallback, useEffect, useRef, useState } from 'react';
import { type BridgeFailure, toBridgeFailure } from '../../bridge';
import type { RowsDone } from '../../worker/cell-span';
import { type RowArrangement, sheetOrder } from '../../worker/row-arrangement';
import type { CheckSummary, RowFilter } from '../../worker/session-types';
import { useNewBatch } from '../new-batch/use-new-batch';

/** The list in the grid: those of a filter in which the searched text is found, sorted and filtered by column. */
export interface CheckView {
  readonly filter: RowFilter;
  readonly search: string;
  readonly arrangement: RowArrangement;
  /** Null while it is looked for. */
  readonly rowCount: number | null;
  /** While another list is looked for, the one before is still shown, and counted. */
  readonly isLooking: boolean;
  /** Another key, another list. */
  readonly key: string;
  /** The list that the step has opened with: nobody has to be told of it. */
  readonly isFirst: boolean;
}

export interface Said {
  readonly words: string;
}

/** Between two letters typed quickly nothing is looked for. */
const searchAfterMs = 150;

const allRows: RowFilter = { kind: 'all' };
/** The list that the step opens with: the first that is asked for. */
const firstKey = '1';

interface UseCheck {
  readonly view: CheckView;
  /** Left out, the arrangement stays as it is. */
  readonly show: (filter: RowFilter, search: string, arrangement?: RowArrangement) => Promise<void>;
  /** What stands in the find box; the list follows a moment later. */
  readonly typed: string;
  readonly type: (typed: string) => void;
  /** Does something to rows; the counts follow, and what was done is said. */
  readonly act: (done: Promise<CheckSummary | RowsDone>) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  /** What happened last, to be read out and shown; each time another object, also where the words are the same. */
  readonly said: Said | null;
  readonly say: (words: string) => void;
  readonly failure: BridgeFailure | null;
  readonly forgetFailure: () => void;
}

/** Checks the rows when the step opens, and keeps the list that the grid shows. */
export function useCheck(): UseCheck {
  const { state, sheet, tell } = useNewBatch();
  const [view, setView] = useState<CheckView>(() => ({
    filter: allRows,
    search: '',
    arrangement: sheetOrder,
    // All rows in the sheet's order: how many they are is known before they are checked.
    rowCount: state.check === null ? (state.file?.table?.peopleCount ?? null) : null,
    isLooking: true,
    key: firstKey,
    isFirst: true,
  }));
  const [said, setSaid] = useState<Said | null>(null);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const [typed, setTyped] = useState('');
  const asked = useRef(0);
  const arranged = useRef(sheetOrder);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const take = useCallback((check: CheckSummary) => tell({ kind: 'checked', check }), [tell]);
  const fail = useCallback((thrown: unknown) => setFailure(toBridgeFailure(thrown)), []);

  const show = useCallback(
    async (filter: RowFilter, search: string, arrangement = arranged.current) => {
      arranged.current = arrangement;
      clearTimeout(timer.current);
      setTyped(search);
      asked.current += 1;
      const mine = asked.current;
      setView((before) => ({ ...before, filter, search, arrangement, isLooking: true }));
      try {
        const rowCount = await sheet.ask('find', filter, search, arrangement);
        if (mine === asked.current)
          setView({
            ...{ filter, search, arrangement, rowCount, isLooking: false },
            key: String(mine),
            isFirst: String(mine) === firstKey,
          });
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
    async (done: Promise<CheckSummary | RowsDone>) => {
      try {
        const answer = await done;
        const { summary, sentence } =
          'summary' in answer ? answer : { summary: answer, sentence: answer.undoes };
        take(summary);
        setSaid(sentence === null ? null : { words: sentence });
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
        if (sentence !== null) setSaid({ words: `${words}: ${sentence}` });
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
    say: useCallback((words: string) => setSaid({ words }), []),
    failure,
    forgetFailure: useCallback(() => setFailure(null), []),
  };
}
