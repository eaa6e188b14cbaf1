// What the engine asks of an operation. An operation knows requests and answers; it never writes states and never sends twice.

import type { Person } from '../../shared/operations/field';
import type { OperationKind } from '../../shared/operations/operation-kind';
import type { PipelineBefore, PipelineWork } from '../../shared/operations/pipeline-work';
import type { RowEvent } from '../../shared/runs/row-state';
import type { InviteAnswer, InviteRequest } from '../flowmingo/invite-request';
import type { PipelineAnswer, PipelineRequest } from '../flowmingo/pipeline-request';
import type { NotProcessedWhy, WriteOutcome } from '../flowmingo/write-outcome';
import type { Finding, LookUpQuestion, ReadApi, RecordList } from './look-up';

/** A row on its way. */
export interface RowToSend {
  /** Its place in the batch, 0-based. */
  readonly ordinal: number;
  readonly rowNumber: number;
  readonly person: Person;
  /** What a row of a pipeline batch asks for; null for an invitation. */
  readonly work: PipelineWork | null;
  /** What was there before it; null where nobody has looked. */
  readonly before: PipelineBefore | null;
}

/** What the API made for a row; null where it named nothing. */
export interface RowIds {
  readonly submissionId: string | null;
  readonly invitationId: string | null;
  readonly candidateId: string | null;
  readonly recordId: string | null;
  readonly applicationId: string | null;
}

export const noIds: RowIds = {
  submissionId: null,
  invitationId: null,
  candidateId: null,
  recordId: null,
  applicationId: null,
};

/** What an answer says about one row. */
export interface RowResult {
  readonly ordinal: number;
  readonly event: Extract<
    RowEvent,
    'answered-done' | 'answered-already-there' | 'answered-refused' | 'answer-lost'
  >;
  /** Groups rows that came to the same thing for the same reason; null for a plain success. At most 300 characters. */
  readonly causeCode: string | null;
  /** What happened, one sentence. */
  readonly sentence: string;
  readonly ids: RowIds;
}

/** The writes that operations make, each sent exactly once and never rejecting for what the network or the API does. */
export interface WriteApi {
  sendInvite(workspaceId: string, request: InviteRequest): Promise<WriteOutcome<InviteAnswer>>;
  sendPipeline(workspaceId: string, request: PipelineRequest): Promise<WriteOutcome<PipelineAnswer>>;
}

/** What was there before a row, and whether that speaks against sending it. */
export interface RowBefore {
  readonly ordinal: number;
  readonly before: PipelineBefore;
  /** Why the row is left out now; null where it may go. */
  readonly leaveOut: { readonly causeCode: string; readonly sentence: string } | null;
}

/** An operation with its order (target, message, options) put in. */
export interface BoundOperation {
  /** Whether one request may hold several rows. */
  readonly takesSeveral: boolean;
  /** Whether one request may hold both rows, where it may hold several. */
  mayShare(one: RowToSend, other: RowToSend): boolean;
  /** Why the API could not take this row, as the end of a sentence; null where it can. */
  whyNotSendable(row: Pick<RowToSend, 'person' | 'work'>): string | null;
  /** One request for these rows. A processed answer holds exactly one result for each of them. */
  send(
    api: WriteApi,
    workspaceId: string,
    rows: readonly RowToSend[],
  ): Promise<WriteOutcome<readonly RowResult[]>>;
  /** The body of the request for one row, as JSON for people to read. Holds no key. */
  toRequestText(row: Pick<RowToSend, 'person' | 'rowNumber' | 'work'>): string;
  /** What the API's refusal of a request for this row alone means for it; null where it concerns the whole run (its target is gone). */
  readRefusal(
    row: RowToSend,
    why: Extract<NotProcessedWhy, 'bad-request' | 'not-found'>,
    message: string,
  ): Omit<RowResult, 'ordinal'> | null;
  /** What is there before these rows are sent; null where the operation has no use for it. @throws AppError. */
  readBefore(
    api: ReadApi,
    workspaceId: string,
    rows: readonly RowToSend[],
  ): Promise<readonly RowBefore[]> | null;
  /** What the target holds now; read before the first request, so that what is new can be told later. @throws AppError. */
  readRecords(api: ReadApi, workspaceId: string): Promise<RecordList>;
  /** What can be found out about rows without a clear answer: one finding for each. @throws AppError. */
  lookUp(api: ReadApi, workspaceId: string, question: LookUpQuestion): Promise<readonly Finding[]>;
}

/** How the server is doing, asked without changing anything. */
export type ProbeAnswer =
  | { readonly kind: 'up' }
  | { readonly kind: 'told-to-wait'; readonly retryAfterMs: number | null; readonly detail: string }
  /** The key is not accepted (any more). */
  | { readonly kind: 'no-key'; readonly detail: string }
  /** `retryAfterMs`: how long it asks to be left alone; null where it does not say, or cannot. */
  | { readonly kind: 'down'; readonly retryAfterMs: number | null; readonly detail: string };

/** Everything that the engine asks of Flowmingo. */
export interface EngineApi extends WriteApi, ReadApi {
  /** `GET /me` (API guide, 2.4), answered within seconds. Never an invite, never rejects. */
  probe(workspaceId: string): Promise<ProbeAnswer>;
}

export interface Operation {
  readonly kind: OperationKind;
  /** @throws ZodError for an order that is not well-formed. */
  bind(order: unknown): BoundOperation;
}
