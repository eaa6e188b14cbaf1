import type { Delimiter, TextReading } from '../../../shared/spreadsheets/spreadsheet';
import { columnLetter } from '../../components/data-grid/column-layout';
import { formatCount, formatNumber } from '../../components/format-number';
import { type FileSummary, mostPreviewColumns, type TableSummary } from '../../worker/session-types';

/** Whether there are names that look different in different readings. */
export function hasTellingSamples({ encodingChoices }: TextReading): boolean {
  return encodingChoices.length > 1 && encodingChoices.slice(0, 2).every(({ samples }) => samples.length > 0);
}

/** The same texts of the file in each reading, names before titles: the short ones are seen whole. */
export function shortestFirst(samples: readonly (readonly string[])[]): string[][] {
  const [first = []] = samples;
  const order = first.map((_, index) => index).sort((a, b) => lengthOf(first, a) - lengthOf(first, b));
  // A reading that splits the lines otherwise has samples of its own.
  return samples.map((texts) =>
    texts.length === first.length ? order.map((index) => texts[index] ?? '') : [...texts],
  );
}

function lengthOf(texts: readonly string[], index: number): number {
  return texts[index]?.length ?? 0;
}

/** What the recruiter is asked about this file. */
export function previewTitle(file: FileSummary): string {
  if (file.reading !== null && hasTellingSamples(file.reading)) return 'Do the names look right?';
  const hasHeader = file.table === null || file.table.headerRow !== null;
  if (file.sheets.length > 1)
    return hasHeader
      ? 'Is this the right sheet, and the right header?'
      : 'Is this the right sheet, and has it no header?';
  return hasHeader ? 'Is this the right header?' : 'Is it right that there is no header?';
}

/** Who is found where, and what is left out: "318 people in rows 5 to 322. Lines 1 to 3 stand above the header and are left out." */
export function previewSentence(table: TableSummary): string {
  const { peopleCount, firstRowNumber, lastRowNumber, headerRow, hiddenPeopleCount, leftOutCount } = table;
  if (firstRowNumber === null || lastRowNumber === null)
    return 'We found nobody below the header. Choose another sheet, or another header row.';
  const hiddenCount = table.hiddenColumns.length;
  const parts = [
    peopleCount === 1
      ? `1 person, in row ${formatNumber(firstRowNumber)}.`
      : `${formatNumber(peopleCount)} people in rows ${formatNumber(firstRowNumber)} to ${formatNumber(lastRowNumber)}.`,
  ];
  const lastAbove = (headerRow ?? firstRowNumber) - 1;
  if (lastAbove === 1)
    parts.push(`Line 1 stands above the ${headerRow === null ? 'people' : 'header'} and is left out.`);
  if (lastAbove > 1)
    parts.push(
      `Lines 1 to ${formatNumber(lastAbove)} stand above the ${headerRow === null ? 'people' : 'header'} and are left out.`,
    );
  if (leftOutCount > 0)
    parts.push(
      `${formatCount(leftOutCount, 'row')} with totals, notes or repeated headers ${leftOutCount === 1 ? 'is' : 'are'} left out too.`,
    );
  if (hiddenPeopleCount > 0)
    parts.push(
      `${formatCount(hiddenPeopleCount, 'person', 'people')} ${hiddenPeopleCount === 1 ? 'is' : 'are'} in rows that the sheet hides.`,
    );
  if (hiddenCount > 0)
    parts.push(
      `${hiddenCount === 1 ? 'Column' : 'Columns'} ${toLetters(table.hiddenColumns)} ${hiddenCount === 1 ? 'is' : 'are'} hidden in the sheet.`,
    );
  if (table.columnCount > mostPreviewColumns)
    parts.push(
      `Only the first ${mostPreviewColumns} of ${formatNumber(table.columnCount)} columns are shown here.`,
    );
  return parts.join(' ');
}

/** Letters that are named; more make the sentence unreadable. */
const mostLetters = 6;

/** "C and F", "C, D and 12 more". */
function toLetters(columns: readonly number[]): string {
  const letters = columns.slice(0, mostLetters).map(columnLetter);
  const more = columns.length - letters.length;
  const last = more > 0 ? `${formatNumber(more)} more` : letters.pop();
  return letters.length === 0 ? (last ?? '') : `${letters.join(', ')} and ${last}`;
}

/** The names of the delimiters. */
export const delimiterNames: Readonly<Record<Delimiter, string>> = {
  ',': 'Comma ,',
  ';': 'Semicolon ;',
  '\t': 'Tab',
  '|': 'Bar |',
  '^': 'Caret ^',
  '~': 'Tilde ~',
};
