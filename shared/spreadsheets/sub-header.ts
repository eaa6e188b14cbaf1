// A row right below the header that explains it: what is required, a form's second line of headers, a survey's keys, the columns' numbers.
// Never a person.
import { cellKind } from './cell-kind';
import { headerLikeness } from './header-words-index';
import { isBlank } from './sheet-rows';
import type { SheetRow } from './spreadsheet';

/** Rows that tell where the addresses stand. */
const comparedRows = 40;
/** Fewer rows with an address say nothing. */
const fewestAddresses = 2;

const hint =
  /^[([*]*\s*(?:required|optional|mandatory|recommended|pflichtfeld|pflicht|erforderlich|optional|obligatoire|facultatif|obligatorio|opcional|obrigatório|obbligatorio|facoltativo|verplicht|optioneel|wymagane|opcjonalne|zorunlu|bắt buộc|tùy chọn|(?:big|small)?int(?:eger)?|(?:n?var)?char|string|text|date(?:time)?|timestamp\w*|bool(?:ean)?|numeric|number|decimal|float|double|uuid)\b/iu;

/** True where `row`, the first of `rows` below the header, holds no address and tells of its columns, while the rows below it are people. */
export function explainsHeader(row: SheetRow, rows: readonly SheetRow[], header: SheetRow): boolean {
  const filled = row.cells.filter((cell) => !isBlank(cell));
  if (filled.length < 2 || filled.some((cell) => cell.includes('@')) || (row.links?.size ?? 0) > 0)
    return false;
  const column = addressColumn(rows.slice(1, 1 + comparedRows));
  if (column === -1) return false;
  const inColumn = (row.cells[column] ?? '').trim();
  if (filled.every((cell, index) => cell.trim() === String(index + 1))) return true;
  if (filled.every((cell) => /^[([].*[)\]]$/s.test(cell.trim()))) return true;
  if (filled.every((cell) => hint.test(cell) || /^\{"ImportId":/.test(cell.trim()))) return true;
  // `Text | Text | Text`: what each column takes.
  if (filled.length > 2 && new Set(filled).size === 1 && cellKind(filled[0] ?? '') === 'words') return true;
  // The header's cell may reach over both rows where the addresses stand.
  const isNamed = inColumn === '' ? !isBlank(header.cells[column] ?? '') : cellKind(inColumn) === 'words';
  return isNamed && filled.filter((cell) => headerLikeness(cell) === 1).length >= 2;
}

/** A row whose cells are examples of what to fill in. */
const example =
  /^(?:e\. ?g\.|eg\.?|ex\.?|example|for example|z\. ?b\.|bsp\.?|beispiel|p\. ?ej\.|ej\.?|ejemplo|par ex\.|exemple|exemplo|p\. ?ex\.|esempio|es\.|bijv\.|voorbeeld|np\.|przykład|např\.|pl\.|vd|ví dụ|напр\.|например|örn\.|örnek|例)[\s:：,-]/iu;

/** True where most cells of a row say that they are examples. */
export function isExample(row: SheetRow): boolean {
  const filled = row.cells.filter((cell) => !isBlank(cell));
  return filled.length > 1 && filled.filter((cell) => example.test(cell.trim())).length > filled.length / 2;
}

/** The column in which nearly all rows have an address; −1 without one. */
function addressColumn(rows: readonly SheetRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows)
    cells.forEach((cell, column) => {
      if (cellKind(cell) === 'email') counts.set(column, (counts.get(column) ?? 0) + 1);
    });
  for (const [column, count] of counts)
    if (count >= fewestAddresses && count >= rows.length * 0.6) return column;
  return -1;
}
