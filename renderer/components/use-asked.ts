import { useCallback, useEffect, useRef, useState } from 'react';
import { type BridgeFailure, toBridgeFailure } from '../bridge';

/** What was asked for: nothing yet, an answer, or a failure. An earlier answer stays readable while it is asked again. */
export type Asked<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: Value; readonly isReadingAgain: boolean }
  | { readonly kind: 'failed'; readonly failure: BridgeFailure };

/**
 * Asks once, and again with `askAgain` or where `question` changes (give it a stable identity, with useCallback).
 * An answer that comes after a later question is dropped.
 */
export function useAsked<Value>(question: () => Promise<Value>): {
  asked: Asked<Value>;
  askAgain: () => void;
  setValue: (value: Value) => void;
} {
  const [asked, setAsked] = useState<Asked<Value>>({ kind: 'loading' });
  const latest = useRef(0);

  const askAgain = useCallback(() => {
    latest.current += 1;
    const mine = latest.current;
    setAsked((before) =>
      before.kind === 'ready' ? { ...before, isReadingAgain: true } : { kind: 'loading' },
    );
    question().then(
      (value) => {
        if (mine === latest.current) setAsked({ kind: 'ready', value, isReadingAgain: false });
      },
      (thrown: unknown) => {
        if (mine === latest.current) setAsked({ kind: 'failed', failure: toBridgeFailure(thrown) });
      },
    );
  }, [question]);

  const setValue = useCallback((value: Value) => {
    latest.current += 1;
    setAsked({ kind: 'ready', value, isReadingAgain: false });
  }, []);

  useEffect(() => {
    setAsked({ kind: 'loading' });
    askAgain();
    return () => {
      latest.current += 1;
    };
  }, [askAgain]);

  return { asked, askAgain, setValue };
}
