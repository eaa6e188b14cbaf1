// Finds the columns of the address, the CV link and the id. Names are another matter: propose-names.ts.
import { isMadeUpHeader } from '../spreadsheets/made-up-header';
import { type ColumnValues, shareOf } from './column-values';
import { bareHeader, type HeaderScores, isMembershipNumber, namesPerson } from './header-match';

/** A column with what its header and its values say. */
export interface ColumnEvidence {
  readonly columnIndex: number;
  readonly letter: string;
  readonly header: string;
  readonly scores: HeaderScores;
  readonly values: ColumnValues;
  /** The sheet hides this column. */
  readonly isHidden: boolean;
}

type ValueField = 'email' | 'cv_link' | 'ats_candidate_id';

/** Below this a column is left alone. */
const leastScore = 0.35;
/** Three of the same are no accident. */
const fewestForConstant = 3;
/** Fewer values say nothing about how often they repeat. */
const fewestForRepeats = 6;
/** Where so many filled values are addresses or links, the column is one. */
const leastShare = 0.3;
/** Headers up to this length (ID, Nr, S.No.) and numbers in a class (Roll No) over 1, 2, 3 count the rows; Candidate ID may really begin at 1. */
const shortestIdHeader = 4;
/** A candidate's number comes before one of an application, whatever stands first. */
const ownId = 0.08;
/** A number of a school or an employer comes after every other one: more than `ownId`, less than would leave it out; less still where no value helps. */
const membershipId = 0.12;
const membershipIdUnfilled = 0.02;
/** A column called CV or Email may hold words too ("see attached", "no email"), but not words alone. */
const leastShareNamed = 0.05;
const privateHeader =
  /(?<!\p{L})(?:personal|private?|home|preferred|perso|personnel|prywatn\p{L}+|privé|kişisel|personale|pessoal|osobní|личн\p{L}+|pribadi)(?!\p{L})|cá nhân|個人|个人|개인/iu;
const secondHeader =
  /(?<!\p{L})(?:work|business|office|company|corporate|secondary|alternat\p{L}+|second|other|dienstlich|professionnel|aziendale|profissional|corporativo|pracovní|рабоч\p{L}+|zakelijk\p{L}*|jobb|kantor)(?!\p{L})|công ty|会社|公司|회사|2/iu;
/** More than what parts a known header from one with a word for its owner, less than what parts it from a doubtful one. */
const preferred = 0.04;

/** The same value in every row: the recruiter's own address, a link to the job. */
export function isConstant(values: ColumnValues): boolean {
  return values.filledCount >= fewestForConstant && values.distinctCount === 1;
}

function repetition(values: ColumnValues): number {
  if (isConstant(values)) return 0.6;
  return values.filledCount >= fewestForRepeats && values.distinctCount < values.filledCount / 2 ? 0.3 : 0;
}

const fill = (values: ColumnValues): number =>
  values.rowCount === 0 ? 0 : values.filledCount / values.rowCount;

function emailScore({ scores, values, header: text }: ColumnEvidence): number {
  const header = scores.get('email') ?? 0;
  // Inviting a referee or a manager in a candidate's place is worse than asking which column it is.
  if (scores.has('somebody-else')) return 0;
  if (values.filledCount === 0) return header >= 0.75 && !scores.has('other') ? 0.4 * header + 0.05 : 0;
  const share = shareOf(values.emailCount, values);
  const like = shareOf(values.emailLikeCount, values);
  const least = header > 0.8 ? leastShareNamed : leastShare;
  if (share < least && !(header > 0.5 && like >= least)) return 0;
  const others = scores.get('other') === 1 && header === 0 ? 0.25 : 0;
  // Of a private and a work address, a person who looks for work reads the private one.
  const preference = privateHeader.test(text) ? preferred : secondHeader.test(text) ? -preferred : 0;
  const byHeader = 0.4 * header + preference;
  return byHeader + 0.5 * Math.max(share, like * 0.8) + 0.1 * fill(values) - repetition(values) - others;
}

function linkScore({ scores, values }: ColumnEvidence): number {
  const header = scores.get('cv_link') ?? 0;
  if (values.filledCount === 0) return header >= 0.75 ? 0.4 * header + 0.05 : 0;
  const share = shareOf(values.linkCount, values);
  if (share < (header > 0.8 ? leastShareNamed : leastShare)) return 0;
  const profile = shareOf(values.profileLinkCount, values) > 0.5 && header < 0.8 ? 0.5 : 0;
  const others = scores.has('other') && header === 0 ? 0.2 : 0;
  return (
    0.45 * header +
    0.45 * share +
    0.1 * (values.distinctCount / values.filledCount) -
    repetition(values) -
    profile -
    others
  );
}

function idScore({ scores, values, header: text }: ColumnEvidence): number {
  const header = scores.get('ats_candidate_id') ?? 0;
  const isOther = scores.has('other') && (scores.get('other') ?? 0) >= header;
  const isMembership = isMembershipNumber(text);
  if (values.filledCount === 0)
    return header >= 0.75 ? 0.4 * header + 0.05 - (isMembership ? membershipIdUnfilled : 0) : 0;
  if (shareOf(values.emailLikeCount, values) > leastShare || shareOf(values.linkCount, values) > leastShare)
    return 0;
  // Names and words are no ids: an id has a figure in it.
  if (shareOf(values.nameLikeCount, values) > 0.5) return 0;
  const distinctShare = values.distinctCount / values.filledCount;
  const idShare = shareOf(values.idLikeCount, values);
  const isDate = shareOf(values.dateLikeCount, values) > 0.5;
  if (header > 0.5 && !isOther) {
    const isShort = isMembership || (!namesPerson(text) && bareHeader(text).length <= shortestIdHeader);
    const repeats = values.filledCount >= fewestForRepeats && distinctShare < 0.5 ? 0.4 : 0;
    return (
      0.6 * header +
      (namesPerson(text) ? ownId : 0) -
      (isMembership ? membershipId : 0) +
      0.15 * distinctShare +
      0.15 * idShare -
      repeats -
      (values.isCounter ? (isShort ? 0.5 : 0.15) : 0) -
      (isDate ? 0.4 : 0)
    );
  }
  const isNamedOtherwise = text.trim() !== '' && scores.size > 0;
  const hasOwnHeader = text.trim() !== '' && !isMadeUpHeader(text);
  const clearShare = hasOwnHeader ? shareOf(values.letteredIdCount, values) : idShare;
  const isClear =
    clearShare > 0.9 && distinctShare > 0.95 && values.filledCount > 1 && !values.isCounter && !isDate;
  return isClear && !isNamedOtherwise ? 0.4 + 0.1 * fill(values) : 0;
}

/** Field → column, each field and each column once, the surest first; of two alike the one further left. */
export function proposeFields(columns: readonly ColumnEvidence[]): Map<ValueField, ColumnEvidence> {
  const candidates = columns.flatMap((column) => [
    { field: 'email' as const, column, score: emailScore(column) },
    { field: 'cv_link' as const, column, score: linkScore(column) },
    { field: 'ats_candidate_id' as const, column, score: idScore(column) },
  ]);
  const chosen = new Map<ValueField, ColumnEvidence>();
  const used = new Set<number>();
  for (const { field, column, score } of candidates.sort(
    (a, b) => b.score - a.score || a.column.columnIndex - b.column.columnIndex,
  )) {
    if (score < leastScore || chosen.has(field) || used.has(column.columnIndex)) continue;
    chosen.set(field, column);
    used.add(column.columnIndex);
  }
  return chosen;
}
