// Finding and replacing text in cells. What is looked for is a text, never a pattern, so a search takes the same time whatever it is.
import type { PersonField } from '../../shared/operations/field';

export interface CellQuery {
  readonly text: string;
  readonly matchesCase: boolean;
  /** The whole cell must be the text. */
  readonly wholeCell: boolean;
  /** Null: in every column. */
  readonly field: PersonField | null;
}

export interface CellMatcher {
  readonly test: (cell: string) => boolean;
  /** The cell with every place of the text replaced. */
  readonly replace: (cell: string, by: string) => string;
}

/** Null where nothing is looked for. Accents count, since a replacement must not change other letters. */
export function toMatcher({ text, matchesCase, wholeCell }: CellQuery): CellMatcher | null {
  // Cells are composed, so what is looked for is too.
  const wanted = text.normalize('NFC');
  if (wanted === '') return null;
  const literal = wanted.replace(/[\\^$.*+?()[\]{}|/]/g, (letter) => `\\${letter}`);
  const source = wholeCell ? `^${literal}$` : literal;
  const once = new RegExp(source, matchesCase ? 'u' : 'iu');
  const every = new RegExp(source, matchesCase ? 'gu' : 'giu');
  return {
    test: (cell) => once.test(cell),
    replace: (cell, by) => cell.replace(every, () => by),
  };
}
