// Rows below the header that are no people: totals, the header once more, notes at the end.
// Never leaves out a row with an address or a link, and never one without saying so.
import { cellKind } from './cell-kind';
import { headerText } from './header-text';
import { repeatsHeader } from './repeats-header';
import { isBlank } from './sheet-rows';
import type { SheetRow, Table } from './spreadsheet';

export type LeftOutRow = Table['leftOut'][number];

/** Words that a row of totals begins with, in the languages of the header words. */
const totalWords = new Set(
  [
    'total',
    'totals',
    'grand total',
    'subtotal',
    'sub total',
    'sum',
    'count',
    'total candidates',
    'total applicants',
    'total rows',
    'total records',
    'average',
    'number of candidates',
    'records',
    'rows',
    'summe',
    'gesamt',
    'gesamtsumme',
    'insgesamt',
    'anzahl',
    'zwischensumme',
    'durchschnitt',
    'total général',
    'totaux',
    'sous-total',
    'somme',
    'nombre',
    'moyenne',
    'ensemble',
    'suma',
    'totales',
    'total general',
    'cantidad',
    'recuento',
    'promedio',
    'soma',
    'total geral',
    'quantidade',
    'média',
    'totale',
    'totali',
    'somma',
    'totale generale',
    'numero',
    'media',
    'totaal',
    'aantal',
    'som',
    'gemiddelde',
    'summa',
    'totalt',
    'antal',
    'delsumma',
    'i alt',
    'ialt',
    'sum total',
    'antall',
    'yhteensä',
    'summa yhteensä',
    'lukumäärä',
    'razem',
    'łącznie',
    'ogółem',
    'liczba',
    'średnia',
    'celkem',
    'součet',
    'celkový součet',
    'počet',
    'průměr',
    'spolu',
    'súčet',
    'celkom',
    'összesen',
    'összeg',
    'összes',
    'darab',
    'átlag',
    'ukupno',
    'skupaj',
    'vsota',
    'zbroj',
    'укупно',
    'iš viso',
    'viso',
    'kopā',
    'kokku',
    'total general',
    'numar total',
    'toplam',
    'genel toplam',
    'adet',
    'ortalama',
    'σύνολο',
    'γενικό σύνολο',
    'άθροισμα',
    'итого',
    'всего',
    'сумма',
    'общий итог',
    'количество',
    'среднее',
    'усього',
    'разом',
    'всього',
    'підсумок',
    'общо',
    'сума',
    'tổng',
    'tổng cộng',
    'tổng số',
    'cộng',
    'jumlah',
    'total keseluruhan',
    'kabuuan',
    '合計',
    '総計',
    '小計',
    '計',
    '件数',
    '合计',
    '总计',
    '小计',
    '总数',
    '總計',
    '小計',
    '합계',
    '총계',
    '총',
    '소계',
    '총합',
    '총원',
    'รวม',
    'ทั้งหมด',
    'รวมทั้งหมด',
    'कुल',
    'योग',
    'المجموع',
    'الإجمالي',
    'الاجمالي',
    'إجمالي',
    'مجموع',
    'جمع',
    'סהכ',
    'סה"כ',
    'סך הכל',
  ].map(headerText),
);

/** Parts people and other rows; `header` is null where the first row is a person. */
export function leaveOutRows(
  rows: readonly SheetRow[],
  header: SheetRow | null,
): { rows: SheetRow[]; leftOut: LeftOutRow[] } {
  const kept: SheetRow[] = [];
  const leftOut: LeftOutRow[] = [];
  const lastFull = lastRowWithContact(rows);
  // Addresses stand in one column: looking there first spares a look at the cells before it.
  const addressColumn = rows[lastFull]?.cells.findIndex(hasAt) ?? -1;
  rows.forEach((row, index) => {
    const isPerson = row.cells[addressColumn]?.includes('@') === true;
    const why = isPerson ? null : whyLeftOut(row, header, index > lastFull);
    if (why) leftOut.push({ rowNumber: row.rowNumber, why });
    else kept.push(row);
  });
  return { rows: kept, leftOut };
}

function whyLeftOut(
  row: SheetRow,
  header: SheetRow | null,
  afterThePeople: boolean,
): LeftOutRow['why'] | null {
  if (hasContact(row)) return null;
  if (header && repeatsHeader(row, header)) return 'repeated-header';
  const filled: string[] = [];
  for (const cell of row.cells) {
    if (!isBlank(cell)) filled.push(cell);
    if (filled.length > 12) return null;
  }
  if (isTotal(filled, afterThePeople)) return 'total';
  return afterThePeople && isNote(filled) ? 'note' : null;
}

function hasContact(row: SheetRow): boolean {
  if (row.links !== undefined && row.links.size > 0) return true;
  // Nearly every row has an address, and looking for its @ is the quicker of the two.
  return row.cells.some(hasAt) || row.cells.some(beginsLikeLink);
}

function hasAt(cell: string): boolean {
  return cell.includes('@');
}

function beginsLikeLink(cell: string): boolean {
  return /^\s*https?:\/\//i.test(cell);
}

/** The last row with an address or a link; only below it do notes stand. −1 without one. */
function lastRowWithContact(rows: readonly SheetRow[]): number {
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index];
    if (row && hasContact(row)) return index;
  }
  return rows.length;
}

/** A total's word, and otherwise nothing but figures: `Sum | Kim` is a person, `Sum | 14` is not. */
function isTotal(filled: readonly string[], afterThePeople: boolean): boolean {
  const [first, ...others] = filled;
  if (first === undefined) return false;
  const named = filled.find(startsWithTotalWord);
  if (named !== undefined)
    return filled.every((cell) => cell === named || hasFigure(cell) || startsWithTotalWord(cell));
  // Below the people, a row of figures alone in a table of names is their sum.
  return afterThePeople && others.length > 0 && filled.every((cell) => cellKind(cell) === 'number');
}

/** A total is a word or two and a figure; looking for one in a long text takes long and finds nothing. */
const longestTotal = 100;

function startsWithTotalWord(cell: string): boolean {
  const comparable = headerText(cell);
  if (totalWords.has(comparable)) return true;
  // `Total: 14`, `Summe 14 Bewerbungen`, `合計 12名`
  const before = /^(.*?)[\s:：=–-]*\d/u.exec(cell.slice(0, longestTotal))?.[1];
  return before !== undefined && before.trim() !== '' && totalWords.has(headerText(before));
}

function hasFigure(cell: string): boolean {
  return /\d/.test(cell);
}

/** One or two cells that are a remark: several words, or a mark that people's names do not begin with. */
function isNote(filled: readonly string[]): boolean {
  const text = filled[0]?.trim() ?? '';
  return (
    filled.length === 1 &&
    (/^[*†‡([#—–=-]/u.test(text) ||
      text.split(/\s+/).length >= 5 ||
      text.length > 40 ||
      /^[\p{L}\s]+:\s?\S/u.test(text) ||
      /\d.*\s|\s.*\d/u.test(text))
  );
}
