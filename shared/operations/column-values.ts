// What the values of a column look like, by counting. Never looks at the header: header-match.ts does.
import type { SheetRow } from '../spreadsheets/spreadsheet';
import { cellText } from './cell-text';
import { addressesIn, emailFault, toEmail } from './email-address';

/** Counts over the rows that were looked at. Shares are of the filled values, 0 to 1; 0 where nothing is filled. */
export interface ColumnValues {
  readonly rowCount: number;
  readonly filledCount: number;
  readonly distinctCount: number;
  readonly emailCount: number;
  /** Meant as an address, right or wrong: it holds an @ or (at). */
  readonly emailLikeCount: number;
  readonly linkCount: number;
  readonly httpsCount: number;
  /** Links to a profile or a picture, not to a CV. */
  readonly profileLinkCount: number;
  readonly idLikeCount: number;
  /** Ids with letters in them: digits alone may be postcodes or prices. */
  readonly letteredIdCount: number;
  readonly phoneLikeCount: number;
  readonly dateLikeCount: number;
  readonly nameLikeCount: number;
  readonly severalWordsCount: number;
  /** Text with a letter in it that is neither an address nor a link nor a date. */
  readonly wordsCount: number;
  /** Whole numbers that count the rows: 1, 2, 3. Large ones that follow each other are ids. */
  readonly isCounter: boolean;
}

const webLink = /^(?:https?:\/\/|www\.)\S+|^(?:[a-z0-9-]+\.)+[a-z]{2,24}\/\S+$/i;
const profileLink =
  /(?:linkedin|xing|github|gitlab|facebook|instagram|twitter|x)\.com\/|\.(?:jpe?g|png|gif|svg|mp4)(?:$|\?)/i;
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** Letters and digits with a fixed beginning (C-2001, R-1042/C-00017, KR/2025/0101), or digits with zeros in front, but no phone (0903111222, 0049 170 …). */
const codeLike =
  /^(?=.*\d{2})[A-Za-z]{1,8}[-_/.# ]?[A-Za-z0-9]+(?:[-_/.][A-Za-z0-9]+)*$|^0\d{3,7}$|^00\d{6,8}$|^\d{4}-\d{3,}$/;
const dateLike =
  /^(?:\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{1,4})(?:[ T,]|$)|^\d{1,2}(?:[./-]\s?|\s)\p{L}{3,9}\.?[ ./-]?\s?\d{2,4}$|^\d{1,2}:\d{2}/u;
const phoneLike = /^\+?[\d()][\d\s()./-]{6,}\d$/;
const nameLike = /^[\p{L}\p{M}][\p{L}\p{M}\s.,'’`´ʼ‘\-・()]*$/u;
/** Three Chinese characters or Korean syllables and more: given names alone have one or two. */
const unspacedName = /^[\p{Script=Han}\p{Script=Hangul}]{3,}$/u;
/** Longer texts are notes. */
const longestName = 60;
const mostNameWords = 6;
const longestId = 40;

/** The text is a link to the web, whole or beginning with a host. */
export function isWebLink(text: string): boolean {
  return webLink.test(text);
}

/** The address or link behind a cell's text, as it would be sent. */
export function linkIn(row: SheetRow, columnIndex: number): string | null {
  const text = cellText(row.cells[columnIndex]);
  if (text !== null && isWebLink(text)) return text;
  const target = row.links?.get(columnIndex)?.trim();
  return text !== null && target !== undefined && /^https?:/i.test(target) ? target : null;
}

/** The address in the cell, if it is a whole one. */
export function emailIn(row: SheetRow, columnIndex: number): string | null {
  const text = cellText(row.cells[columnIndex]);
  if (text === null) return null;
  const target = row.links?.get(columnIndex);
  if (target === undefined && !text.includes('@')) return null;
  const email = toEmail(text, target);
  return email !== null && (emailFault(email) === null || addressesIn(email).length > 0) ? email : null;
}

/** Counts one column over these rows. */
export function columnValues(rows: readonly SheetRow[], columnIndex: number): ColumnValues {
  const distinct = new Set<string>();
  const count = {
    filled: 0,
    email: 0,
    emailLike: 0,
    link: 0,
    https: 0,
    profile: 0,
    id: 0,
    phone: 0,
    date: 0,
    name: 0,
    words: 0,
    text: 0,
    lettered: 0,
  };
  let rising = 0;
  let previous = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const text = cellText(row.cells[columnIndex]);
    if (text === null) continue;
    count.filled++;
    const email = emailIn(row, columnIndex);
    const link = email === null ? linkIn(row, columnIndex) : null;
    distinct.add(email ?? link ?? text);
    if (email !== null) count.email++;
    if (email !== null || /@|[([]at[)\]]/i.test(text)) count.emailLike++;
    if (link !== null) {
      count.link++;
      if (/^https:/i.test(link)) count.https++;
      if (profileLink.test(link)) count.profile++;
    }
    if (/^[1-9]\d{0,6}$/.test(text)) {
      const value = Number(text);
      if (value > previous && value <= row.rowNumber + 1) rising++;
      smallest = Math.min(smallest, value);
      previous = value;
    }
    if (dateLike.test(text)) count.date++;
    else if (phoneLike.test(text) && !codeLike.test(text)) count.phone++;
    if (text.length <= longestId && (uuid.test(text) || codeLike.test(text))) {
      count.id++;
      if (/[a-z]/i.test(text)) count.lettered++;
    }
    if (
      email === null &&
      link === null &&
      text.length <= longestName * 2 &&
      /\p{L}/u.test(text) &&
      !dateLike.test(text)
    )
      count.text++;
    if (text.length <= longestName && nameLike.test(text)) {
      const words = text.split(/\s+/).length;
      if (words <= mostNameWords) count.name++;
      if (words > 1 || unspacedName.test(text)) count.words++;
    }
  }
  return {
    rowCount: rows.length,
    filledCount: count.filled,
    distinctCount: distinct.size,
    emailCount: count.email,
    emailLikeCount: count.emailLike,
    linkCount: count.link,
    httpsCount: count.https,
    profileLinkCount: count.profile,
    idLikeCount: count.id,
    letteredIdCount: count.lettered,
    phoneLikeCount: count.phone,
    dateLikeCount: count.date,
    nameLikeCount: count.name,
    severalWordsCount: count.words,
    wordsCount: count.text,
    // A first row of at most 2 parts a count of rows from numbers of their own.
    isCounter: count.filled > 2 && rising >= count.filled * 0.8 && smallest <= 2,
  };
}

/** A count as a share of the filled values; 0 where none is filled. */
export function shareOf(count: number, values: ColumnValues): number {
  return values.filledCount === 0 ? 0 : count / values.filledCount;
}
