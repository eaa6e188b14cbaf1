// Headers that a program made up because there was none. Never a word that somebody chose.

/** `Column1`, `Spalte 2`, `Unnamed: 3`. */
const madeUpHeader =
  /^(?:column|spalte|colonne|columna|coluna|colonna|kolom|kolumn|kolumna|sloupec|oszlop|sütun|cột|столбец|field|feld|unnamed|f|col)[\s:_]*\d+$/i;

/** The header says nothing but its own number. */
export function isMadeUpHeader(header: string): boolean {
  return madeUpHeader.test(header.trim());
}
