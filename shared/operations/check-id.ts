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
/** `10023.0`: how programs write a whole number that stood beside empty cells. Below three digits it may be a numbering of its own (2.0). */
const wholeWithZeros = /^(\d{3,18})[.,]0{1,2}$/;
/** `3-Dec`, `Mar-01`: what English Excel makes of 3-12 and 3-1. Ids of people's own have capitals only (MAR-01). */
const excelDate =
  /^(?:\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{2})$/;
/** `'00417`: the sign by which Excel keeps a number as text, which a program took for a part of it. */
const textMark = /^'(\d+)$/;
/** Excel keeps 15 digits of a number; everything behind them becomes a zero. */
const digitsKept = 15;
const longWithZeros = /^[1-9]\d{14}00+$/;

/** One cheap look first: most ids start otherwise or are short. */
const startsLikeNumber =
  /^(?:[+-]?\d(?:[.,]\d+)?E|#|'\d|\d{17}|\d+[.,]0|\d{1,2}-[ADFJMNOS]|[ADFJMNOS][a-z]{2}-\d{2}$)/i;

/** Excel has changed this id, so it is no longer the one of the source. */
export function isMangledId(id: string): boolean {
  return (
    startsLikeNumber.test(id) &&
    (scientific.test(id) ||
      scientificWithoutPlus.test(id) ||
      excelError.test(id) ||
      longWithZeros.test(id) ||
      wholeWithZeros.test(id) ||
      excelDate.test(id) ||
      textMark.test(id))
  );
}

/** The id can tell people apart: it is whole, and not a word for nothing. */
export function isUsableId(id: string): boolean {
  return !isNothing(id) && !/^0+$/.test(id) && !isMangledId(id);
}

/** All digits of a number that is shown shortened without having lost any (1.234567890123E+12), or null. */
function wholeNumber(id: string): string | null {
  const digits = wholeWithZeros.exec(id)?.[1] ?? textMark.exec(id)?.[1];
  if (digits !== undefined) return digits;
  const [, first = '', rest = '', exponent = ''] =
    scientific.exec(id) ?? scientificWithoutPlus.exec(id) ?? [];
  return first !== '' && rest.length === Number(exponent) && rest.length < digitsKept ? first + rest : null;
}

/** Adds every problem of an id that is there. */
export function checkId(problems: RowProblem[], rowNumber: number, id: string): void {
  if (isNothing(id)) {
    problems.push(
      rowProblem(
        rowNumber,
        'ats_candidate_id',
        'id-mangled',
        `“${id}” says that there is no ID, and it would be sent as one. Leave it empty, or put the ID in.`,
      ),
    );
    return;
  }
  if (!isMangledId(id)) return;
  const suggestion = wholeNumber(id);
  problems.push(
    rowProblem(rowNumber, 'ats_candidate_id', 'id-mangled', mangledMessage(id, suggestion), { suggestion }),
  );
}

function mangledMessage(id: string, suggestion: string | null): string {
  if (excelError.test(id))
    return `The sheet shows ${id} here instead of an ID. Take it from the source, or leave it empty.`;
  if (wholeWithZeros.test(id))
    return `This ID ends in ${id.slice(suggestion?.length ?? 0)}, which a program has added. Use ${suggestion ?? 'its digits'}.`;
  if (textMark.test(id))
    return `This ID begins with an apostrophe, by which Excel marks text. Use ${suggestion ?? 'its digits'}.`;
  if (excelDate.test(id))
    return `Excel may have made a date of this ID: ${id}. Take it from the source again, into a column formatted as text, or leave it empty.`;
  return suggestion === null
    ? `Excel has shortened this ID to ${id}, and the digits are gone. Take it from the source again, into a column formatted as text, or leave it empty.`
    : `Excel shows this ID as ${id}. Use its digits.`;
}
