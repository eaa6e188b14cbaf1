// The rule for ids: Excel must not have eaten their digits. Never changes an id.
import { isNothing } from './nothing-word';
import type { RowProblem } from './problem';
import { rowProblem } from './row-problem';

/** `1.23457E+15`, `1,2E+15`, `1E+12`: how Excel and LibreOffice shorten a long number. `12E34` and `1E5` may be ids of their own. */
const scientific = /^[+-]?(\d)(?:[.,](\d+))?E\+(\d{1,3})$/i;
const scientificWithoutPlus = /^[+-]?(\d)[.,](\d+)E(\d{2,3})$/i;
/** `########`: the column was too narrow. `#N/A`, `#REF!`: a formula that failed. */
const excelError =
  /^(?:#{2,}|#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|NV|BEZUG!|WERT!|ZAHL!|N\/D|¡REF!|¡VALOR!))$/i;
/** Excel keeps 15 digits of a number; everything behind them becomes a zero. */
const digitsKept = 15;
const longWithZeros = /^[1-9]\d{14}00+$/;

/** One cheap look first: most ids start otherwise or are short. */
const startsLikeNumber = /^(?:[+-]?\d(?:[.,]\d+)?E|#|\d{17})/i;

/** Excel has changed this id, so it is no longer the one of the source. */
export function isMangledId(id: string): boolean {
  return (
    startsLikeNumber.test(id) &&
    (scientific.test(id) || scientificWithoutPlus.test(id) || excelError.test(id) || longWithZeros.test(id))
  );
}

/** The id can tell people apart: it is whole, and not a word for nothing. */
export function isUsableId(id: string): boolean {
  return !isNothing(id) && !/^0+$/.test(id) && !isMangledId(id);
}

/** All digits of a number that is shown shortened without having lost any (1.234567890123E+12), or null. */
function wholeNumber(id: string): string | null {
  const [, first = '', rest = '', exponent = ''] =
    scientific.exec(id) ?? scientificWithoutPlus.exec(id) ?? [];
  return first !== '' && rest.length === Number(exponent) && rest.length < digitsKept ? first + rest : null;
}

/** Adds every problem of an id that is there. */
export function checkId(problems: RowProblem[], rowNumber: number, id: string): void {
  if (!isMangledId(id)) return;
  const suggestion = wholeNumber(id);
  const message = excelError.test(id)
    ? `The sheet shows ${id} here instead of an ID. Take it from the source, or leave it empty.`
    : suggestion === null
      ? `Excel has shortened this ID to ${id}, and the digits are gone. Take it from the source again, into a column formatted as text, or leave it empty.`
      : `Excel shows this ID as ${id}. Use its digits.`;
  problems.push(rowProblem(rowNumber, 'ats_candidate_id', 'id-mangled', message, { suggestion }));
}
