// Shows how whole names are split: one example of each way, so that a wrong one is seen at once.
import { cellText } from '../../shared/operations/cell-text';
import type { Mapping } from '../../shared/operations/mapping';
import { splitName } from '../../shared/operations/split-name';
import type { Table } from '../../shared/spreadsheets/spreadsheet';
import type { NameExample, NameExamples } from './session-types';

/** More would not be read; the commonest come first. */
const mostExamples = 8;

/** Empty where no column of whole names is mapped. */
export function toNameExamples(table: Table, mapping: Mapping): NameExamples {
  const column = mapping.columns.fullname;
  const kinds = new Map<string, { example: NameExample; count: number }>();
  let withoutFamilyName = 0;
  let total = 0;
  for (const row of table.rows) {
    const fullName = column === undefined ? null : cellText(row.cells[column]);
    if (fullName === null) continue;
    total++;
    const { firstname, lastname } = splitName(fullName, mapping.nameOrder);
    if (lastname === null) withoutFamilyName++;
    const kind = kindOfSplit(fullName, firstname, lastname);
    const known = kinds.get(kind);
    if (known === undefined)
      kinds.set(kind, { example: { fullName, firstname, lastname, count: 0 }, count: 1 });
    else known.count++;
  }
  const examples = [...kinds.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, mostExamples)
    .map(({ example, count }) => ({ ...example, count }));
  return { examples, withoutFamilyName, total };
}

/** Names are split alike where the same side is the first name, with as many words on each side. */
function kindOfSplit(fullName: string, firstname: string | null, lastname: string | null): string {
  const hasComma = /[,;，]/.test(fullName);
  const givenFirst = firstname !== null && fullName.startsWith(firstname);
  return [
    hasComma,
    givenFirst,
    wordCount(firstname),
    wordCount(lastname),
    /\p{Ll}\p{L}* \p{Lu}/u.test(lastname ?? '') && /^\p{Ll}/u.test(lastname ?? ''),
  ].join('|');
}

function wordCount(text: string | null): number {
  return text === null ? 0 : Math.min(text.split(' ').length, 3);
}
