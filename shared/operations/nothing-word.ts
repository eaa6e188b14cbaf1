// What people type where there is nothing to say. In a name, never a word that somebody may be called (Null, None, Na).

const nothingWords: ReadonlySet<string> = new Set([
  ...'n/a n.a. n/a. #n/a #n/d #nv tbd tba unknown unbekannt missing na none null nil nan no undefined (null) (none) (blank)'.split(
    ' ',
  ),
  ...'kein keine keiner nein leer k.a. nincs aucun aucune néant ninguno ninguna nenhum nenhuma nessuno nessuna geen brak žádný není yok нет'.split(
    ' ',
  ),
  ...['không', 'không có', 'chưa có', 'khong co', 'chua co', 'no email', 'no mail', 'no cv', 'kein cv'],
  ...'なし 無し 无 無 없음 xx xxx'.split(' '),
]);
const nothingMarks = /^(?:-+|–+|—+|\.+|_+|\/+|\?+)$/;
const longestNothing = 10;
/** As long as `#DIV/0!` and `#VALUE!`, with a letter to spare. */
const longestNothingName = 8;

/** No word or mark for nothing ends in a digit, and most ids do: spares them the closer look. */
function endsInDigit(text: string): boolean {
  const code = text.charCodeAt(text.length - 1);
  return code >= 0x30 && code <= 0x39;
}

/** The text says that there is nothing (`-`, `n/a`, `?`). Meant for addresses, links and ids; for names see `isNothingName`. */
export function isNothing(text: string): boolean {
  if (text.length > longestNothing || endsInDigit(text)) return false;
  return nothingMarks.test(text) || nothingWords.has(text.toLowerCase());
}

/** The text cannot be a name because it holds no letter and no digit, says `n/a`, or is what Excel shows of a failed formula. */
export function isNothingName(text: string): boolean {
  return (
    text.length <= longestNothingName &&
    !startsLikeName(text) &&
    /^(?:[^\p{L}\p{N}=+@]{1,5}|n\/a|#(?:n\/a|name\?|ref!|value!|div\/0!|null!|num!))$/iu.test(text) &&
    !/\p{Extended_Pictographic}/u.test(text)
  );
}

/** Two letters, as nearly every name begins: it cannot be `n/a` or marks. */
function startsLikeName(text: string): boolean {
  return isAsciiLetter(text.charCodeAt(0)) && isAsciiLetter(text.charCodeAt(1));
}

function isAsciiLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
