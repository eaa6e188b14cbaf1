// Finds the columns of the names: first and last, or one whole name to be split. Never both.
import type { SheetRow } from '../spreadsheets/spreadsheet';
import { cellText } from './cell-text';
import { shareOf } from './column-values';
import { givenNameKey, givenNames } from './given-names';
import { isKnownFamily } from './known-families';
import { type ColumnEvidence, isConstant } from './propose-fields';

export type NameColumns = Partial<Record<'firstname' | 'lastname' | 'fullname', ColumnEvidence>>;
type NameField = keyof NameColumns;

/** A header below this is no reason by itself. */
const leastHeader = 0.55;
const leastNameShare = 0.3;
/** Most of the values: a column of whole names, names that stand in the address. */
const most = 0.5;

const words = (text: string | null): string[] =>
  text === null
    ? []
    : givenNameKey(text)
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word.length > 1);
const nameIn = (row: SheetRow, column: ColumnEvidence): string | null =>
  cellText(row.cells[column.columnIndex]);

/** The header is believed unless the values are addresses, links, dates or numbers. */
function mayBeName({ values }: ColumnEvidence): boolean {
  return values.filledCount === 0 || shareOf(values.wordsCount, values) >= leastNameShare;
}

function headerScore({ scores, values }: ColumnEvidence, field: NameField): number {
  const score = scores.get(field) ?? 0;
  if (score < leastHeader || (scores.get('other') ?? 0) >= score) return 0;
  return (
    score -
    (isConstant(values) && values.rowCount > 3 ? 0.3 : 0) -
    (values.filledCount === 0 && values.rowCount > 0 ? 0.2 : 0)
  );
}

function bestByHeader(columns: readonly ColumnEvidence[], field: NameField): ColumnEvidence | undefined {
  let best: ColumnEvidence | undefined;
  let bestScore = 0;
  for (const column of columns) {
    const score = headerScore(column, field);
    // A column whose header says another name field better is that one's.
    const isOthers = (['firstname', 'lastname', 'fullname'] as const).some(
      (other) => other !== field && headerScore(column, other) > score,
    );
    if (score > bestScore && !isOthers) [best, bestScore] = [column, score];
  }
  return best;
}

/** In most rows the whole name holds the part and more. */
function holds(whole: ColumnEvidence, part: ColumnEvidence, rows: readonly SheetRow[]): boolean {
  let seen = 0;
  let held = 0;
  for (const row of rows) {
    const partWords = words(nameIn(row, part));
    const wholeWords = words(nameIn(row, whole));
    if (partWords.length === 0 || wholeWords.length === 0) continue;
    seen++;
    if (wholeWords.length > partWords.length && partWords.every((word) => wholeWords.includes(word))) held++;
  }
  return seen > 0 && held / seen > most;
}

const hasWholeNames = (column: ColumnEvidence): boolean =>
  shareOf(column.values.severalWordsCount, column.values) > most;

const isEmpty = ({ values }: ColumnEvidence): boolean => values.rowCount > 0 && values.filledCount === 0;

function byHeaders(columns: readonly ColumnEvidence[], rows: readonly SheetRow[]): NameColumns {
  const candidates = columns.filter(mayBeName);
  const firstname = bestByHeader(candidates, 'firstname');
  const lastname = bestByHeader(
    candidates.filter((column) => column !== firstname),
    'lastname',
  );
  const fullname = bestByHeader(
    candidates.filter((column) => column !== firstname && column !== lastname),
    'fullname',
  );
  if (firstname !== undefined && lastname !== undefined) {
    const [whole, other] = isEmpty(lastname) ? [firstname, lastname] : [lastname, firstname];
    // People who fill in one of two fields write their whole name there.
    return isEmpty(other) && hasWholeNames(whole) ? { fullname: whole } : { firstname, lastname };
  }
  if (fullname !== undefined) {
    const part = firstname ?? lastname;
    // Whole names that do not hold the part are the candidates', and the part is somebody else's.
    if (part === undefined || hasWholeNames(fullname) || holds(fullname, part, rows)) return { fullname };
    return firstname === undefined
      ? { firstname: fullname, lastname: part }
      : { firstname, lastname: fullname };
  }
  const alone = firstname ?? lastname;
  if (alone === undefined) return {};
  if (hasWholeNames(alone)) return { fullname: alone };
  return firstname === undefined ? { lastname: alone } : { firstname: alone };
}

/** Few of the values repeat. */
const isVaried = (values: ColumnEvidence['values']): boolean =>
  values.distinctCount > values.filledCount * 0.2;

/** In wider sheets, columns whose values repeat are not compared with the addresses: that takes some milliseconds for a hundred. */
const mostColumnsOfRepeats = 300;

interface NameEvidence {
  readonly column: ColumnEvidence;
  /** Share of rows whose address holds the value. */
  readonly inAddress: number;
  /** Mean place of the value in the address, 0 to 1. */
  readonly place: number;
  readonly given: number;
}

function evidenceOf(
  column: ColumnEvidence,
  rows: readonly SheetRow[],
  emailOf: ((row: SheetRow) => string | null) | null,
): NameEvidence {
  let seen = 0;
  let found = 0;
  let placeSum = 0;
  let given = 0;
  let named = 0;
  for (const row of rows) {
    const valueWords = words(nameIn(row, column));
    const [first] = valueWords;
    if (first === undefined) continue;
    named++;
    if (givenNames.has(first)) given++;
    const local = givenNameKey(emailOf?.(row)?.split('@')[0] ?? '');
    if (local === '') continue;
    seen++;
    const at = Math.max(...valueWords.map((word) => (word.length > 2 ? local.indexOf(word) : -1)));
    if (at >= 0) {
      found++;
      placeSum += at / local.length;
    }
  }
  return {
    column,
    inAddress: seen === 0 ? 0 : found / seen,
    place: found === 0 ? 0 : placeSum / found,
    given: named === 0 ? 0 : given / named,
  };
}

/** Towns, firms and jobs repeat; people seldom do. */
const leastDistinct = 0.8;
/** Fewer rows tell nothing about what repeats. */
const fewestRows = 3;

/** Without a header: the one column of several words in letters that do not repeat. Where there are two, the recruiter knows which. */
function onlyWholeNames(columns: readonly ColumnEvidence[]): NameColumns {
  const [only, another] = columns.filter(
    (column) =>
      column.values.filledCount >= fewestRows &&
      shareOf(column.values.nameLikeCount, column.values) >= 0.7 &&
      hasWholeNames(column) &&
      column.values.distinctCount >= column.values.filledCount * leastDistinct,
  );
  return only !== undefined && another === undefined ? { fullname: only } : {};
}

/** Of the values of a column of family names, so many are known ones; of one of given names, fewer than half of them. */
const leastKnownFamilies = 0.6;

/** Without a header: 王 | 伟, 민준 | 김, Nguyễn | Văn An. A column of known family names, and names beside it. */
function byKnownFamilies(columns: readonly ColumnEvidence[], rows: readonly SheetRow[]): NameColumns {
  const named = columns
    .filter(
      ({ values }) =>
        values.filledCount >= fewestRows &&
        shareOf(values.nameLikeCount, values) >= 0.7 &&
        !isConstant(values),
    )
    .map((column) => {
      const known = rows.filter((row) => isKnownFamily(nameIn(row, column) ?? '')).length;
      return { column, known: shareOf(known, column.values) };
    });
  const [lastname, another] = named.filter(({ known }) => known >= leastKnownFamilies);
  if (lastname === undefined || another !== undefined) return {};
  const beside = named.filter(
    ({ column, known }) =>
      Math.abs(column.columnIndex - lastname.column.columnIndex) === 1 &&
      known < leastKnownFamilies / 2 &&
      column.values.distinctCount >= column.values.filledCount * leastDistinct,
  );
  const [firstname] = beside;
  return firstname === undefined || beside.length > 1
    ? {}
    : { firstname: firstname.column, lastname: lastname.column };
}

/** From the values alone: names that stand in the address, or known given names. */
function byValues(
  columns: readonly ColumnEvidence[],
  rows: readonly SheetRow[],
  emailOf: ((row: SheetRow) => string | null) | null,
  hasHeader: boolean,
): NameColumns {
  const candidates = columns
    .filter(
      ({ values }) =>
        values.filledCount > 0 &&
        shareOf(values.nameLikeCount, values) >= 0.7 &&
        !isConstant(values) &&
        (isVaried(values) || columns.length <= mostColumnsOfRepeats),
    )
    .map((column) => evidenceOf(column, rows, emailOf))
    .filter(({ inAddress, given }) => inAddress > 0.3 || (!hasHeader && given > 0.2))
    // What repeats is a town or a job, unless the addresses hold it: in Vietnam a dozen family names do for most people.
    .filter(({ column: { values }, inAddress }) => isVaried(values) || inAddress > most)
    .sort((a, b) => b.inAddress + b.given - (a.inAddress + a.given));
  const [best] = candidates;
  if (best === undefined) {
    if (hasHeader) return {};
    const byFamilies = byKnownFamilies(columns, rows);
    return Object.keys(byFamilies).length > 0 ? byFamilies : onlyWholeNames(columns);
  }
  // Thị Lan | Nguyễn: several words are no whole name where the other part stands beside them, and in the address too.
  const otherPart = candidates.find(
    ({ column, inAddress }) =>
      inAddress > 0.3 &&
      Math.abs(column.columnIndex - best.column.columnIndex) === 1 &&
      !holds(best.column, column, rows) &&
      !holds(column, best.column, rows),
  );
  if (hasWholeNames(best.column) && otherPart === undefined) return { fullname: best.column };
  const partner =
    otherPart ??
    candidates.find(
      ({ column, inAddress }) =>
        column !== best.column &&
        (inAddress > 0.3 || Math.abs(column.columnIndex - best.column.columnIndex) === 1),
    ) ??
    neighbour(columns, best, hasHeader);
  if (partner === undefined) return { firstname: best.column };
  const [left, right] =
    best.column.columnIndex < partner.column.columnIndex ? [best, partner] : [partner, best];
  const isReversed =
    Math.abs(left.given - right.given) > 0.15
      ? right.given > left.given
      : right.inAddress > 0.3 && left.inAddress > 0.3 && right.place < left.place - 0.1;
  return isReversed
    ? { firstname: right.column, lastname: left.column }
    : { firstname: left.column, lastname: right.column };
}

/** Beside a column of given names stands the family name, also where no address tells. */
function neighbour(
  columns: readonly ColumnEvidence[],
  best: NameEvidence,
  hasHeader: boolean,
): NameEvidence | undefined {
  if (hasHeader) return undefined;
  const near = [best.column.columnIndex + 1, best.column.columnIndex - 1];
  const column = near
    .map((index) => columns.find((other) => other.columnIndex === index))
    .find(
      (other) =>
        other !== undefined &&
        shareOf(other.values.nameLikeCount, other.values) > 0.7 &&
        !hasWholeNames(other) &&
        !isConstant(other.values),
    );
  return column === undefined ? undefined : { column, inAddress: 0, place: 0, given: 0 };
}

/** The name columns among those that are left; headers first, and where they say nothing, the values. */
export function proposeNames(
  columns: readonly ColumnEvidence[],
  rows: readonly SheetRow[],
  emailOf: ((row: SheetRow) => string | null) | null,
  hasHeader: boolean,
): NameColumns {
  const named = byHeaders(columns, rows);
  return Object.keys(named).length > 0 ? named : byValues(columns, rows, emailOf, hasHeader);
}
