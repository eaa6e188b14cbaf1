import { formatCount } from '../../components/format-number';

/** "1 change", "12 changes": cells changed and rows decided about, by hand. */
export function changesWords(changeCount: number): string {
  return formatCount(changeCount, 'change');
}
