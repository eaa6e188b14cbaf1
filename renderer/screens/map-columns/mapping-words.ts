import { fieldLabels, type InviteField } from '../../../shared/operations/field';
import { formatCount, formatNumber } from '../../components/format-number';
import type { ColumnsView, ColumnView } from '../../worker/session-types';

/** "4 columns will be used, 3 are kept for your results. Change any that is wrong." */
export function mappingSentence({ columns }: Pick<ColumnsView, 'columns'>): string {
  const used = columns.filter(({ field }) => field !== null).length;
  const kept = columns.length - used;
  if (used === 0) return 'We recognised none of the columns. Choose where each goes.';
  const usedPart = `${formatCount(used, 'column')} will be used`;
  if (kept === 0) return `${usedPart}. Change any that is wrong.`;
  return `${usedPart}, ${formatNumber(kept)} ${kept === 1 ? 'is' : 'are'} kept for your results. Change any that is wrong.`;
}

/** The column's own words, or its letter where the header has none. */
export function columnName({ header, letter }: Pick<ColumnView, 'header' | 'letter'>): string {
  return header === '' ? `Column ${letter}` : header;
}

/** A choice of the "Goes to" list, with what it would take from another column. */
export function fieldChoice(field: InviteField, columns: readonly ColumnView[], own: ColumnView): string {
  const holders = columns.filter(
    (column) =>
      column.columnIndex !== own.columnIndex && column.field !== null && givesUp(column.field, field),
  );
  const letters = holders.map(({ letter }) => letter).join(' and ');
  return letters === '' ? fieldLabels[field] : `${fieldLabels[field]} (moves from ${letters})`;
}

/** Whether a column that goes to `held` is let go when another one takes `taken`: a whole name and its parts exclude each other. */
function givesUp(held: InviteField, taken: InviteField): boolean {
  const isPart = (field: InviteField) => field === 'firstname' || field === 'lastname';
  return held === taken || (held === 'fullname' && isPart(taken)) || (taken === 'fullname' && isPart(held));
}
