// What people type where there is nothing to say. Never a word that somebody may be called (Null, None, Na).

const nothingWords: ReadonlySet<string> = new Set(
  'n/a n.a. n/a. #n/a #n/d #nv tbd tba unknown unbekannt missing keine нет brak なし 無し 无 없음 k.a. xx xxx'.split(
    ' ',
  ),
);
const nothingMarks = /^(?:-+|–+|—+|\.+|_+|\/+|\?+)$/;
const longestNothing = 10;

/** The text says that there is nothing (`-`, `n/a`, `?`). Meant for addresses, links and ids; for names see `isNothingName`. */
export function isNothing(text: string): boolean {
  return text.length <= longestNothing && (nothingMarks.test(text) || nothingWords.has(text.toLowerCase()));
}

/** The text cannot be a name because it holds no letter and no digit, or says `n/a`. */
export function isNothingName(text: string): boolean {
  return (
    text.length <= 5 &&
    /^(?:[^\p{L}\p{N}=+@]{1,5}|n\/a|#n\/a)$/iu.test(text) &&
    !/\p{Extended_Pictographic}/u.test(text)
  );
}
