// One string for a short text that a column repeats: cities, stages, first names. Only saves memory; every text stays what it is.

/** Longer texts share the memory of the file's text already, and seldom come twice. */
const mostLetters = 12;
/** A power of two: enough for the words that columns repeat, and small enough for the processor's cache. */
const placeCount = 1024;

/** Remembers the last short text of each of its places, and gives it again for an equal one. */
export class RepeatedTexts {
  private readonly known = new Array<string>(placeCount).fill('');

  /** The same text; the string that was given before where it is still known. */
  take(text: string, column: number): string {
    const { length } = text;
    if (length === 0 || length > mostLetters) return text;
    const place =
      (text.charCodeAt(0) * 217 + text.charCodeAt(length - 1) * 7 + length + column * 131) & (placeCount - 1);
    const known = this.known[place];
    if (known === text) return known;
    this.known[place] = text;
    return text;
  }
}
