import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { HistoryFilter, HistorySearch } from '../../../shared/history/history';
import { type AskedWord, toAskedWords } from '../../../shared/history/search-words';
import { bridge } from '../../bridge';
import { type Asked, useAsked } from '../../components/use-asked';

/** The search answers in milliseconds: just long enough that a word typed in one go is asked for once. */
const restMs = 90;
/** How often it is asked again while earlier runs are still being taken in. */
const preparingMs = 1000;

const nobody: HistorySearch = { people: [], isCut: false, runs: [], preparedFraction: null };

/** The search for people over all runs, as it is typed. `words` is empty while nothing is looked for. */
export function useHistorySearch(filter: HistoryFilter): {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly words: readonly AskedWord[];
  readonly asked: Asked<HistorySearch>;
  readonly askAgain: () => void;
} {
  const [text, setText] = useState('');
  const [rested] = useDebouncedValue(text.trim(), restMs);
  const words = useMemo(() => toAskedWords(rested), [rested]);
  const question = useCallback(
    async () =>
      toAskedWords(rested).length === 0 ? nobody : bridge.ask('history:search', { text: rested, filter }),
    [rested, filter],
  );
  const { asked, askAgain } = useAsked(question);
  const isPreparing = asked.kind === 'ready' && asked.value.preparedFraction !== null;
  useEffect(() => {
    if (!isPreparing) return;
    const timer = setInterval(askAgain, preparingMs);
    return () => clearInterval(timer);
  }, [isPreparing, askAgain]);
  return { text, setText, words, asked, askAgain };
}
