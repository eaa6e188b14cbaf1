// The text of a cell as it is sent: without blanks at its ends, composed. Never recased, and nothing inside is changed.

/** Blanks and invisible characters at the ends: zero-width marks and marks of direction come along when text is copied from web pages and from Outlook. */
const endBlanks =
  /^[\s\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]+|[\s\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]+$/g;
/** `="00417"`: how exports keep Excel from taking zeros away. Excel shows 00417. */
const quotedFormula = /^="([^"]*)"$/;

/** `'=1+1`: how exports, ours too, keep a spreadsheet from running a text as a formula. The apostrophe is not part of the text. */
const guarded = /^'[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/**
 * Below U+0300 no character combines with another. Vietnamese letters, Cyrillic, Chinese characters and Korean syllables are
 * composed, too (NFC_Quick_Check is yes). An expression, because it needs no look at texts that hold Latin-1 only, as most do.
 */
const mayCombine = /[\u0300-\u03ff\u0482-\u1dff\u1f00-\u4dff\ua000-\uabff\ud7a4-\uffff]/;
const noBreakSpace = 0xa0;
const softHyphen = 0xad;
const equalsSign = 0x3d;
const apostrophe = 0x27;

/** Text that needs no care, which nearly all is: no blank at its ends, nothing that could be composed. */
function isClean(text: string): boolean {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  if (first <= 0x20 || last <= 0x20 || first === equalsSign || first === apostrophe) return false;
  if (
    (first >= 0x7f && first <= noBreakSpace) ||
    first === softHyphen ||
    (last >= 0x7f && last <= noBreakSpace) ||
    last === softHyphen
  )
    return false;
  return !mayCombine.test(text);
}

/**
 * The text that a person would say stands in the cell, in NFC; null where there is none.
 * `="00417"` is 00417, because that is what Excel shows; the apostrophe that guards a formula-like text goes.
 */
export function cellText(cell: string | undefined): string | null {
  if (cell === undefined || cell === '') return null;
  if (isClean(cell)) return cell;
  const trimmed = cell.replace(endBlanks, '').normalize('NFC');
  const shown = quotedFormula.exec(trimmed)?.[1] ?? (guarded.test(trimmed) ? trimmed.slice(1) : trimmed);
  return shown === '' ? null : shown;
}
