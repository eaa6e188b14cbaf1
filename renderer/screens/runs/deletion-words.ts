import type { RunsToDelete } from '../../../shared/history/retention';
import { formatCount } from '../../components/format-number';

/** Stands wherever runs are deleted, or are going to be. */
export const cannotBeRecognized =
  'People from deleted runs can no longer be recognized as invited earlier. If one of them is in a new file, they are invited again.';

/** "1 run", "14 runs". */
export function toDeletedRuns({ runs }: Pick<RunsToDelete, 'runs'>): string {
  return formatCount(runs.length, 'run');
}
