// The text of a cell as it is sent: without blanks at its ends, composed. Never recased, and nothing inside is changed.

/** Text that needs no care: printable ASCII without a blank, a control or an equals sign at its ends. */
const plainText = /^[!-<>-~](?:[ -~]*[!-~])?$/;
/** Blanks and invisible characters at the ends: zero-width marks come along when text is copied from web pages. */
const endBlanks = /^[\s\u200b-\u200f\u2060\ufeff\u00ad]+|[\s\u200b-\u200f\u2060\ufeff\u00ad]+$/g;
/** `="00417"`: how exports keep Excel from taking zeros away. Excel shows 00417. */
const quotedFormula = /^="([^"]*)"$/;

/**
 * The text that a person would say stands in the cell, in NFC; null where there is none.
 * `="00417"` is 00417, because that is what Excel shows.
 */
export function cellText(cell: string | undefined): string | null {
  if (cell === undefined || cell === '') return null;
  if (plainText.test(cell)) return cell;
  const trimmed = cell.replace(endBlanks, '').normalize('NFC');
  const shown = quotedFormula.exec(trimmed)?.[1] ?? trimmed;
  return shown === '' ? null : shown;
}
