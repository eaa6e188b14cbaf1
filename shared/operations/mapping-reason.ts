// The sentence under each proposal: what the header says, and what the values are, with counts. For the screen and the terminal.
import { type ColumnValues, shareOf } from './column-values';
import type { InviteField } from './field';
import { isMembershipNumber } from './header-match';
import type { ReasonCounts } from './people-counts';
import { type ColumnEvidence, isConstant } from './propose-fields';

const number = (value: number): string => value.toLocaleString('en');

/** What is said of values: of one, and of several. */
interface Said {
  readonly one: string;
  readonly several: string;
}

const addresses: Said = { one: 'is an address', several: 'are addresses' };
const links: Said = { one: 'is a link', several: 'are links' };
const httpsLinks: Said = { one: 'is an https link', several: 'are https links' };
const ofWords: Said = { one: 'has 2 or more words', several: 'have 2 or more words' };
const filled: Said = { one: 'is filled', several: 'are filled' };

function counted(count: number, total: number, said: Said, empty: number): string {
  const what = count === 1 ? said.one : said.several;
  if (count === total) return total === 1 ? `the only one ${what}` : `all ${number(total)} ${what}`;
  if (count + empty === total)
    return `${number(count)} ${what}, ${number(empty)} ${empty === 1 ? 'is' : 'are'} empty`;
  return `${number(count)} of ${number(total)} values ${what}`;
}

function valueReason(field: InviteField, values: ReasonCounts): string {
  const { rowCount, filledCount } = values;
  const empty = rowCount - filledCount;
  if (rowCount === 0) return 'there are no rows yet';
  if (filledCount === 0) return 'it is empty';
  switch (field) {
    case 'email':
      return counted(values.emailCount, rowCount, addresses, empty);
    case 'cv_link': {
      const said = values.httpsCount === values.linkCount ? httpsLinks : links;
      return counted(values.linkCount, rowCount, said, empty);
    }
    case 'fullname':
      // Of a column that was chosen for its header, that nobody has two words is no reason.
      return values.severalWordsCount === 0
        ? counted(filledCount, rowCount, filled, empty)
        : counted(values.severalWordsCount, rowCount, ofWords, empty);
    case 'ats_candidate_id': {
      const { distinctCount } = values;
      if (rowCount === 1) return counted(filledCount, rowCount, filled, empty);
      return distinctCount === filledCount && empty === 0
        ? `all ${number(rowCount)} differ`
        : `${number(distinctCount)} different ${distinctCount === 1 ? 'value' : 'values'} in ${number(rowCount)} rows`;
    }
    default:
      return counted(filledCount, rowCount, filled, empty);
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** A header longer than this is cut in a reason. */
const longestHeader = 60;

/**
 * Why this column is proposed for this field. Without `values` it is what the header says, '' where the header says nothing: the
 * numbers go on from there.
 */
export function usedReason(field: InviteField, column: ColumnEvidence, values: ReasonCounts | null): string {
  const header = column.header.trim().replace(/\s+/g, ' ');
  const shown = header.length > longestHeader ? `${header.slice(0, longestHeader)}…` : header;
  const byHeader =
    column.scores.has(field) ||
    (field === 'firstname' || field === 'lastname' || field === 'fullname'
      ? ['firstname', 'lastname', 'fullname'].some((name) => column.scores.has(name as InviteField))
      : false);
  const said = byHeader && shown !== '' ? `Header says ${shown}` : '';
  if (values === null) return said;
  const membership = field === 'ats_candidate_id' && isMembershipNumber(header);
  const reason = valueReason(field, values) + (membership ? '; a number of a school or an employer' : '');
  return said === '' ? capital(reason) : `${said}; ${reason}`;
}

/** Why this column is kept for the results and not sent. `emailColumn`: the column that was chosen for the address. */
export function unusedReason(
  column: ColumnEvidence,
  values: ColumnValues,
  chosen: Partial<Record<InviteField, ColumnEvidence>>,
): string {
  if (values.filledCount === 0)
    return values.rowCount === 0 ? 'Flowmingo has no field for this' : 'Empty in every row';
  if (shareOf(values.emailCount, values) > 0.5) {
    if (isConstant(values))
      return `The same address in ${values.filledCount === values.rowCount ? 'all' : 'every one of'} ${number(values.filledCount)} rows, so it is not the candidates’`;
    if (column.scores.has('somebody-else')) return 'Somebody else’s addresses, by the header';
    return chosen.email === undefined
      ? 'Addresses, but not clearly the candidates’'
      : `Addresses too; column ${chosen.email.letter} fits better`;
  }
  if (column.scores.has('cv_link') && values.linkCount === 0) return 'None of the values is a link';
  if (column.scores.has('email') && values.emailLikeCount === 0) return 'None of the values is an address';
  if (values.isCounter) return `Counts up to ${number(values.filledCount)}. Not something to send`;
  if (shareOf(values.phoneLikeCount, values) > 0.6) return 'Flowmingo takes no phone numbers';
  const named = (['firstname', 'lastname', 'fullname', 'ats_candidate_id', 'cv_link'] as const).find(
    (field) => column.scores.has(field) && chosen[field] !== undefined,
  );
  if (named !== undefined) return `Column ${chosen[named]?.letter ?? ''} fits better`;
  return 'Flowmingo has no field for this';
}
