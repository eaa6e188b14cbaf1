import { toMarkedParts } from '../../shared/history/marked-parts';
import type { AskedWord } from '../../shared/history/search-words';

interface MarkedProps {
  readonly text: string;
  readonly words: readonly AskedWord[];
}

/** A text in which the words of a search are marked. */
export function Marked({ text, words }: MarkedProps) {
  return (
    <>
      {toMarkedParts(text, words).map((part) =>
        part.isMarked ? <mark key={part.from}>{part.text}</mark> : part.text,
      )}
    </>
  );
}
