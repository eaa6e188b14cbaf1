// Finds the header row by a header that is remembered, where the usual signs point elsewhere. Never guesses: the whole row must be known.
import type { Sheet, Table } from '../spreadsheets/spreadsheet';
import { headerFingerprint, headerKeys } from './header-fingerprint';
import type { MappingContent } from './saved-mapping';

/** A header stands within the first rows; titles, filters and notes above it rarely take more. */
const searchedRows = 60;

/** The number of the row whose texts are a remembered header; null where the table has one already, or no row is one. */
export function recallHeaderRow(
  sheet: Sheet,
  table: Table,
  knowns: readonly MappingContent[],
): number | null {
  if (knowns.length === 0) return null;
  const known = new Map(knowns.map(({ headers }) => [headerFingerprint(headers), headers]));
  const isKnown = (headers: readonly string[]): boolean => {
    const match = known.get(headerFingerprint(headers));
    return (
      match !== undefined && headerKeys(match).sort().join('\n') === headerKeys(headers).sort().join('\n')
    );
  };
  if (table.headerRow !== null && isKnown(table.columns.map(({ header }) => header))) return null;
  return sheet.rows.slice(0, searchedRows).find((row) => isKnown(row.cells))?.rowNumber ?? null;
}
