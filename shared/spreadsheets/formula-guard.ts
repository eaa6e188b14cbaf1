// Keeps text of other people from becoming a formula when a CSV is opened in a spreadsheet program, or copied rows are pasted into one (CWE-1236).
// Never used for XLSX: there every text is a string cell, which no program computes.

/** A start that Excel, LibreOffice or Google Sheets may compute, full-width forms too, also behind apostrophes that stand there already. */
const dangerousStart = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * The text with an apostrophe before it where it could be taken for a formula, else the text itself.
 * Text that has apostrophes before such a start gets one more, so that taking one off gives back the text in every case.
 */
export function guardFormula(text: string): string {
  return dangerousStart.test(text) ? `'${text}` : text;
}
