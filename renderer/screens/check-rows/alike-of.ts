import type { CheckSummary, GridRow, RowFilter } from '../../worker/session-types';
import { isSameFilter } from './filter-words';
import { problemAt } from './person-cells';

type ProblemFilter = RowFilter & { readonly kind: 'problem' };

/** The rows that have the problem of a cell too. */
export interface Alike {
  readonly filter: ProblemFilter;
  readonly title: string;
  readonly count: number;
  readonly fixableCount: number;
}

/** The rows that share the problem at a cell; null where it is the only one, or only they are shown. */
export function alikeOf(row: GridRow, columnId: string, check: CheckSummary, shown: RowFilter): Alike | null {
  const problem = problemAt(row, columnId);
  const { status } = row;
  if (problem === null || (status !== 'needs-you' && status !== 'worth-a-look')) return null;
  const groups = status === 'needs-you' ? check.needYouGroups : check.worthALookGroups;
  const group = groups.find((candidate) => candidate.problem === problem.kind);
  const filter: ProblemFilter = { kind: 'problem', status, problem: problem.kind };
  if (group === undefined || group.count < 2 || isSameFilter(filter, shown)) return null;
  const { title, count, fixableCount } = group;
  return { filter, title, count, fixableCount: fixableCount > 1 ? fixableCount : 0 };
}
