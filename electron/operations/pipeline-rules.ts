// What an operation on a pipeline knows about one row. Pure: it neither sends nor reads.
import type { PipelineBefore, PipelineWork } from '../../shared/operations/pipeline-work';
import type { PipelineAnswer, PipelineRequest } from '../flowmingo/pipeline-request';
import type { NotProcessedWhy } from '../flowmingo/write-outcome';
import type { ListedApplication } from './look-up';
import { noIds, type RowIds, type RowResult } from './operation';

export type Verdict = Omit<RowResult, 'ordinal'>;

/** What the list of a project shows about a row without a clear answer. */
export type Seen =
  /** The work is done. */
  | { readonly kind: 'done'; readonly application: ListedApplication }
  /** Everything is as it was before the request. */
  | { readonly kind: 'as-before' }
  /** Somebody else changed it, or it is not there any more. */
  | { readonly kind: 'elsewhere'; readonly sentence: string };

export interface WorkRules<Work extends PipelineWork> {
  toRequest(work: Work): PipelineRequest;
  /** What a 2xx says; null where it is about something else. */
  readAnswer(work: Work, answer: PipelineAnswer, before: PipelineBefore | null): Verdict | null;
  readRefusal(why: Extract<NotProcessedWhy, 'bad-request' | 'not-found'>, message: string): Verdict;
  /** What these applications of the row's project say about it. */
  see(work: Work, before: PipelineBefore | null, applications: readonly ListedApplication[]): Seen;
  /** The application that the row is about, among those of its project; null where there is none. */
  findBefore(work: Work, applications: readonly ListedApplication[]): ListedApplication | null;
  /** Why the row is left out, now that this is there; null where it may go. */
  whyLeftOut(
    work: Work,
    found: ListedApplication | null,
  ): { readonly causeCode: string; readonly sentence: string } | null;
}

/** The ids of a row that named an application. */
export function ofApplication(applicationId: string): RowIds {
  return { ...noIds, applicationId };
}

/** The application of that id; null where it is not there. */
export function findApplication(
  applicationId: string,
  applications: readonly ListedApplication[],
): ListedApplication | null {
  return applications.find((one) => one.applicationId === applicationId) ?? null;
}

/**
 * Why a row that was prepared from what somebody saw is left out: the entry is gone, or in another stage by now. Null where it is
 * as it was, and for a row that does not ask.
 */
export function whyChanged(
  work: { readonly onlyFrom: boolean; readonly fromStageId: string | null },
  found: ListedApplication | null,
): { readonly causeCode: string; readonly sentence: string } | null {
  if (!work.onlyFrom) return null;
  if (found === null)
    return { causeCode: 'skipped/gone', sentence: 'Not in the pipeline any more, so nothing was changed' };
  if (found.stageId === work.fromStageId) return null;
  return {
    causeCode: 'skipped/moved-meanwhile',
    sentence: `Somebody moved this person to ${found.stageTitle ?? 'no stage'} meanwhile, so nothing was changed`,
  };
}
