// Which sheet of a file is proposed first. Never a hidden one: what the recruiter does not see is not invited.
import { standsAside } from './aside-sheets';
import { cellKind } from './cell-kind';
import { findTable } from './find-table';
import { headerText } from './header-text';
import { headerWords } from './header-words';
import type { OpenedSpreadsheet, Sheet, TableColumn } from './spreadsheet';

/** Rows that are looked at to see whether a sheet holds people. */
const judgedRows = 200;

/**
 * The visible sheet that most looks like people: addresses and links first, then rows under a header. One that is called after
 * something else (`Recruiters`, `Archive`) only where nobody stands in the others. Null where no visible sheet has a row.
 */
export function bestSheet(opened: Pick<OpenedSpreadsheet, 'sheets'>): Sheet | null {
  const candidates = opened.sheets.filter((sheet) => sheet.visibility === 'visible' && sheet.rows.length > 0);
  if (candidates.length <= 1) return candidates[0] ?? null;
  const scored = candidates.map((sheet) => ({ sheet, ...scoreOf(sheet) }));
  const named = scored.filter(({ sheet }) => !standsAside(sheet.name ?? ''));
  const chosen = named.some(({ people }) => people > 0) ? named : scored;
  return chosen.reduce((best, one) => (one.score > best.score ? one : best)).sheet;
}

const nameHeaders: ReadonlySet<string> = new Set(
  [...headerWords.firstname, ...headerWords.lastname, ...headerWords.fullname].map(headerText),
);

/** `Your name`, `Nachname`: the header, or one of its words. */
function holdsNames({ header }: TableColumn): boolean {
  const text = headerText(header);
  return nameHeaders.has(text) || text.split(' ').some((word) => nameHeaders.has(word));
}

/** `people`: those with an address; a link alone is half of one. */
function scoreOf(sheet: Sheet): { readonly people: number; readonly score: number } {
  const head: Sheet = { ...sheet, rows: sheet.rows.slice(0, judgedRows) };
  const table = findTable(head);
  let people = 0;
  for (const row of table.rows) {
    const targets = [...(row.links?.values() ?? [])];
    if (
      row.cells.some((cell) => cellKind(cell) === 'email') ||
      targets.some((target) => /^mailto:/i.test(target))
    )
      people += 1;
    else if (row.cells.some((cell) => cellKind(cell) === 'link') || targets.length > 0) people += 0.5;
  }
  // A table of several columns with a header is worth more than lines of prose with an address in them, and one with names more than a count by address.
  const shape = table.columns.length < 2 ? 0.3 : table.columns.some(holdsNames) ? 1 : 0.5;
  const score =
    people * shape +
    Math.min(table.rows.length, 20) * 0.005 * shape +
    (table.headerRow !== null && table.columns.length >= 2 ? 0.5 : 0);
  return { people, score };
}
