// The rows of a pipeline as the screen asks for them: filtered, sorted, a piece at a time. Pure.
import { toSearchText } from '../../shared/operations/search-text';
import type {
  PipelineFilter,
  PipelineRow,
  pipelineSorts,
  submissionStates,
} from '../../shared/pipeline/pipeline-view';
import type { KeptApplication } from '../store/pipeline-read-store';

/** A row with what filters and sorts look at. */
export interface IndexedRow {
  readonly row: PipelineRow;
  readonly searchText: string;
  /** The stage's place in the pipeline; the last for none. */
  readonly stagePlace: number;
}

/** Letters of any language, "a2" before "a10". */
const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/** The person's name; null where neither part is known. */
export function toName({
  firstname,
  lastname,
}: Pick<KeptApplication, 'firstname' | 'lastname'>): string | null {
  const name = [firstname, lastname].filter((part) => part !== null && part.trim() !== '').join(' ');
  return name === '' ? null : name;
}

/** Where an interview stands, by what the reads tell: a score, a time of submission, or neither. */
export function toSubmissionState(
  one: Pick<KeptApplication, 'submissionScore' | 'submissionCount' | 'submittedCount'>,
): (typeof submissionStates)[number] {
  if (one.submissionScore !== null) return 'scored';
  if (one.submittedCount > 0) return 'waiting';
  return one.submissionCount > 0 ? 'open' : 'none';
}

/** Whether a row is among those that are asked for. */
export function matches({ row, searchText }: IndexedRow, filter: PipelineFilter, wanted: string): boolean {
  if (filter.stageId !== null && (row.stageId ?? 'none') !== filter.stageId) return false;
  if (filter.score !== null) {
    const { score } = row;
    const { from, to } = filter.score;
    // The last band holds its upper end, too: a 10 is between 9 and 10.
    if (score === null || score < from || (score >= to && !(to === 10 && score === 10))) return false;
  }
  if (filter.submission !== null && row.submission !== filter.submission) return false;
  if (filter.change !== null && !row.changes.includes(filter.change)) return false;
  return (
    wanted === '' || searchText.includes(wanted) || row.applicationId === wanted || row.candidateId === wanted
  );
}

/** Everything that the filter finds, in the order asked for; what is not known comes last either way. */
export function findRows(
  rows: readonly IndexedRow[],
  filter: PipelineFilter,
  sort: (typeof pipelineSorts)[number],
  isDescending: boolean,
): PipelineRow[] {
  const wanted = toSearchText(filter.search.trim());
  const found = rows.filter((one) => matches(one, filter, wanted));
  const direction = isDescending ? -1 : 1;
  const compare = (left: IndexedRow, right: IndexedRow): number => {
    switch (sort) {
      case 'name':
        return byKnown(
          left.row.name,
          right.row.name,
          (one, other) => direction * collator.compare(one, other),
        );
      case 'stage':
        return direction * (left.stagePlace - right.stagePlace);
      case 'score':
        return byKnown(left.row.score, right.row.score, (one, other) => direction * (one - other));
      case 'in-stage':
        return byKnown(
          left.row.inStage?.sinceMs ?? null,
          right.row.inStage?.sinceMs ?? null,
          (one, other) => direction * (other - one),
        );
    }
  };
  return found.sort(compare).map(({ row }) => row);
}

function byKnown<Value>(
  left: Value | null,
  right: Value | null,
  compare: (left: Value, right: Value) => number,
): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return compare(left, right);
}
