import { problemCatalogue } from '../../../shared/operations/problem';
import type { LeftOutReason, RowFilter, RowStatus } from '../../worker/session-types';

/** What the four fates of a row are called. */
export const statusWords: Readonly<Record<RowStatus, string>> = {
  'needs-you': 'Need you',
  'worth-a-look': 'Worth a look, will be sent',
  'left-out': 'Left out',
  fine: 'Fine',
};

const leftOutWords: Readonly<Record<LeftOutReason, string>> = {
  'already-invited': problemCatalogue['already-invited'].title,
  'duplicate-in-file': problemCatalogue['duplicate-in-file'].title,
  'left-out-by-you': 'Left out by you',
};

/** The list's name, above the grid. */
export function filterWords(filter: RowFilter): string {
  switch (filter.kind) {
    case 'all':
      return 'All rows';
    case 'status':
      return statusWords[filter.status];
    case 'problem':
      return problemCatalogue[filter.problem].title;
    case 'left-out':
      return leftOutWords[filter.why];
    case 'invited-before':
      return 'Invited before';
  }
}

/** Whether two filters choose the same rows. */
export function isSameFilter(one: RowFilter, other: RowFilter): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
