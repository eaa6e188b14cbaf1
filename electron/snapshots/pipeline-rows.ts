// What a row of a pipeline holds, and whether a filter finds it. Pure.
import type { PipelineFilter, PipelineRow, submissionStates } from '../../shared/pipeline/pipeline-view';
import type { KeptApplication } from '../store/pipeline-read-store';

/** A row with what filters and sorts look at. What was done last is asked for with the rows that are shown. */
export interface IndexedRow {
  readonly row: Omit<PipelineRow, 'lastRun'>;
  readonly searchText: string;
  /** The stage's place in the pipeline; the last for none. */
  readonly stagePlace: number;
}

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
