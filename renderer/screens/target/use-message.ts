import { useState } from 'react';
import { defaultMessage } from '../../../shared/messages/default-message';
import type { SavedTemplate } from '../../../shared/messages/message-template';
import { type NameFallback, withWords } from '../../../shared/messages/name-fallback';
import { useNewBatch } from '../new-batch/use-new-batch';

/** What was done to the message as a whole, and how it is taken back; null where it cannot be. */
export interface MessageDone {
  readonly sentence: string;
  readonly undo: (() => void) | null;
}

/** The message of the batch in hand: written, put in from a template or an earlier run, and taken back. */
export function useMessage(): {
  readonly message: string;
  readonly fallback: NameFallback | undefined;
  readonly done: MessageDone | null;
  readonly write: (message: string) => void;
  readonly setFallback: (fallback: NameFallback | undefined) => void;
  readonly apply: (template: SavedTemplate) => void;
  /** `words`: of that message, in the place of a first name; null where nothing was said about it. */
  readonly putIn: (message: string, words: string | null, sentence: string) => void;
  readonly say: (sentence: string, undo: (() => void) | null) => void;
} {
  const { state, tell } = useNewBatch();
  const [done, setDone] = useState<MessageDone | null>(null);
  const { nameFallback: fallback } = state.order;
  const message = state.order.message ?? defaultMessage;
  const change = (next: string, nameFallback: NameFallback | undefined) =>
    tell({ kind: 'order-changed', order: { message: next, nameFallback } });

  const putIn = (next: string, words: string | null, sentence: string) => {
    change(next, withWords(words ?? fallback?.words ?? null, fallback?.forRows ?? []));
    setDone({
      sentence,
      undo: () => {
        change(message, fallback);
        setDone(null);
      },
    });
  };
  return {
    message,
    fallback,
    done,
    write: (next) => {
      setDone(null);
      tell({ kind: 'order-changed', order: { message: next } });
    },
    setFallback: (next) => tell({ kind: 'order-changed', order: { nameFallback: next } }),
    apply: (template) =>
      putIn(template.message, template.fallbackWords, `The message is “${template.name}” now.`),
    putIn,
    say: (sentence, undo) => setDone({ sentence, undo }),
  };
}
