// What an operation on a pipeline knows about one row. Pure: it neither sends nor reads.
import type { PipelineBefore, PipelineWork } from '../../shared/operations/pipeline-work';
import type { PipelineAnswer, PipelineRequest } from '../flowmingo/pipeline-request';
import type { NotProcessedWhy } from '../flowmingo/write-outcome';
import type { ListedApplication } from './look-up';
import { noIds, type RowBefore, type RowIds, type RowResult } from './operation';

export type Verdict = Omit<RowResult, 'ordinal'>;

/** What the list of a project shows about a row without a clear answer. */
export type Seen =
  /** The work is done. */
  | { readonly kind: 'done'; readonly application: ListedApplication }
  /** Everything is as it was before the request. */
  | { readonly kind: 'as-before' }
  /** Somebody else changed it, or it is not there any more. */
  | { readonly kind: 'elsewhere'; readonly sentence: string };

/** Why a row is left out. */
export type LeftOut = NonNullable<RowBefore['leaveOut']>;

export interface WorkRules<Work extends PipelineWork> {
  toRequest(work: Work): PipelineRequest;
  /** What a 2xx says; null where it is about something else. */
  readAnswer(work: Work, answer: PipelineAnswer, before: PipelineBefore | null): Verdict | null;
  readRefusal(why: Extract<NotProcessedWhy, 'bad-request' | 'not-found'>, message: string): Verdict;
  /** What these applications of the row's project say about it. */
  see(work: Work, before: PipelineBefore | null, applications: readonly ListedApplication[]): Seen;
  /** The application that the row is about, among those of its project; null where there is none. */
  findBefore(work: Work, applications: readonly ListedApplication[]): ListedApplication | null;
  /** Why the row is left out, now that this is there; null where it may go. `earlier`: what an earlier look noted, null for the first. */
  whyLeftOut(work: Work, found: ListedApplication | null, earlier: PipelineBefore | null): LeftOut | null;
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
 * Why a row is left out: its state changed between two looks of one run or, where it was prepared from what somebody saw, the entry
 * is gone or in another stage by now. Null where it is as it was.
 */
export function whyChanged(
  work: { readonly onlyFrom: boolean; readonly fromStageId: string | null },
  found: ListedApplication | null,
  earlier: PipelineBefore | null,
): LeftOut | null {
  if (hasOtherStatus(found, earlier)) return otherStatus;
  if (!work.onlyFrom) return null;
  if (found === null)
    return { causeCode: 'skipped/gone', sentence: 'Not in the pipeline any more, so nothing was changed' };
  if (found.stageId === work.fromStageId) return null;
  return {
    causeCode: 'skipped/moved-meanwhile',
    sentence: `Somebody moved this person to ${found.stageTitle ?? 'no stage'} meanwhile, so nothing was changed`,
  };
}

/** For a row whose application ended, or came back, since the run began. */
export const otherStatus: LeftOut = {
  causeCode: 'skipped/changed-meanwhile',
  sentence:
    'Somebody seems to have rejected this person, or put them back, since the run began, so nothing was changed',
};

/** Whether the API's own number of the same application changed since it was noted: somebody rejected it, or put it back. */
export function hasOtherStatus(found: ListedApplication | null, earlier: PipelineBefore | null): boolean {
  return (
    found?.applicationId === earlier?.applicationId && (found?.status ?? null) !== (earlier?.status ?? null)
  );
}
