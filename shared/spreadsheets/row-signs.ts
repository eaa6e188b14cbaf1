// What shows that a row below the header is nobody: a total, a ruled line, a mark between groups, a remark, figures alone.
// Never looks at more than the cells of one row.
import { cellKind } from './cell-kind';
import { startsWithTotalWord } from './total-words';

/** Fewer words may be a name with an address. */
export const fewestWords = 5;

/** A total's word, and otherwise nothing but figures: `Sum | Kim` is a person, `Sum | 14` is not. */
export function isTotal(filled: readonly string[], afterThePeople: boolean): boolean {
  const [first, ...others] = filled;
  if (first === undefined) return false;
  const named = filled.find(startsWithTotalWord);
  if (named === undefined && isSubtotal(filled)) return true;
  if (named !== undefined)
    return filled.every((cell) => cell === named || hasFigure(cell) || startsWithTotalWord(cell));
  // Below the people, a row of figures alone in a table of names is their sum; SAP marks it with asterisks.
  return (
    afterThePeople && others.length > 0 && filled.every((cell) => isNumber(cell) || /^\s*\*+\s*$/.test(cell))
  );
}

/** A shorter word is a name, too: `Sum Kim | 31`. */
const shortestTotal = 4;

/** `York Total | | 12`, `Totale Magazzino | 2`: the group's name and a total's word, and figures. */
function isSubtotal(filled: readonly string[]): boolean {
  const [first = '', ...others] = filled;
  const words = first.trim().split(/\s+/);
  const [head = '', last = ''] = [words[0], words.at(-1)];
  return (
    words.length > 1 &&
    (startsWithTotalWord(last) || (head.length >= shortestTotal && startsWithTotalWord(head))) &&
    others.length > 0 &&
    others.every(isNumber)
  );
}

function hasFigure(cell: string): boolean {
  return /\d/.test(cell) && !isPhone(cell);
}

function isNumber(cell: string): boolean {
  return cellKind(cell) === 'number' && !isPhone(cell);
}

/** `+44 7700 900123`, `0151 23456`: no sum begins with a nought or a plus and has so many digits. */
function isPhone(cell: string): boolean {
  return /^\s*\(?(?:\+|00?[1-9])[\d\s()/.-]{5,}$/.test(cell);
}

/** Lines drawn with signs, as programs part a header from its rows. */
export function isRuledLine(cells: readonly string[]): boolean {
  return (
    cells.every((cell) => /^[\s\-=_+:*.|–—─━═`]*$/.test(cell)) &&
    cells.some((cell) => /[-=_–—─━═`]{2}/.test(cell))
  );
}

/** The number of a page, a comment, the name of a group, a day: alone in its row, it stands between people too. */
export function isMark(filled: readonly string[]): boolean {
  const text = filled[0]?.trim() ?? '';
  // A group's name in each cell, as merged cells come out of some programs.
  if (filled.length > 2) return new Set(filled).size === 1 && cellKind(text) === 'words';
  return (
    filled.length === 1 &&
    (/^\p{L}{2,8}\.?\s*\d+\s*(?:\/|\p{L}{1,4})\s*\d+$/u.test(text) ||
      /^(?:#\s*\p{L}|[→↳↪⇒➔➜►▶▸])/u.test(text) ||
      isDay(text) ||
      /^[\p{L}\s]{2,40}[:：]\s?\S/u.test(text) ||
      /^\D+\(\d+\)$/.test(text))
  );
}

/** `Monday 30 November 2026`, `Mo., 30.11.2026`, `2026-11-30`. */
function isDay(text: string): boolean {
  const withoutWeekday = text.replace(/^\p{L}{2,12}\.?,?\s+(?=\S*\d)/u, '');
  return (
    cellKind(withoutWeekday) === 'date' ||
    /^(?:\p{L}{2,12}\.?,?\s+)?(?:\d{1,2}(?:\.|st|nd|rd|th|º)?\s+(?:de\s+|of\s+)?\p{L}{3,12}|\p{L}{3,12}\s+\d{1,2}(?:st|nd|rd|th)?)\.?,?\s+(?:de\s+)?\d{4}$/u.test(
      text,
    )
  );
}

/** One cell that is a remark (several words, a mark that people's names do not begin with), or a label and what belongs to it. */
export function isNote(filled: readonly string[]): boolean {
  const text = filled[0]?.trim() ?? '';
  if (filled.length > 1)
    return (
      (filled.length <= 3 && /^\p{L}[\p{L}\s./]{1,30}[:：]$/u.test(text)) ||
      filled.every((cell) => /^\s*\p{L}[\p{L}\s./]{1,30}[:：]\s?\S/u.test(cell))
    );
  return (
    filled.length === 1 &&
    (/^[*†‡([<#※•●■◆—–=-]/u.test(text) ||
      text.split(/\s+/).length >= fewestWords ||
      text.length > 40 ||
      /^[\p{L}\s]+[:：]\s?\S|[:：]$/u.test(text) ||
      /\d.*\s|\s.*\d/u.test(text))
  );
}

const nothing =
  /^(?:false|falsch|faux|falso|fałsz|onwaar|falskt|falsk|yanlış|ложь|0(?:[.,]0+)?\s?%?|0?0:00(?::00)?|[-–—]+|☐|\[\s?\]|#(?:n\/a|nv|value!|wert!|ref!|bezug!|name\?|div\/0!|null!|num!))$/iu;

/** A box that is not ticked, a formula that found nothing to work on: what stands in lines made ready for people to come. */
export function saysNothing(cell: string): boolean {
  return nothing.test(cell.trim());
}
