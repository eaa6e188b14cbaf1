// What the engine asks of an operation. An operation knows requests and answers; it never writes states and never sends twice.

import type { Person } from '../../shared/operations/field';
import type { RowEvent } from '../../shared/runs/row-state';
import type { InviteAnswer, InviteRequest } from '../flowmingo/invite-request';
import type { WriteOutcome } from '../flowmingo/write-outcome';
import type { Finding, LookUpQuestion, ReadApi, RecordList } from './look-up';

/** A row on its way. */
export interface RowToSend {
  /** Its place in the batch, 0-based. */
  readonly ordinal: number;
  readonly rowNumber: number;
  readonly person: Person;
}

/** What the API made for a row; null where it named nothing. */
export interface RowIds {
  readonly submissionId: string | null;
  readonly invitationId: string | null;
  readonly candidateId: string | null;
  readonly recordId: string | null;
}

export const noIds: RowIds = { submissionId: null, invitationId: null, candidateId: null, recordId: null };

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
}

/** An operation with its order (target, message, options) put in. */
export interface BoundOperation {
  /** Why the API could not take this person, as the end of a sentence; null where it can. */
  whyNotSendable(person: Person): string | null;
  /** One request for these rows. A processed answer holds exactly one result for each of them. */
  send(
    api: WriteApi,
    workspaceId: string,
    rows: readonly RowToSend[],
  ): Promise<WriteOutcome<readonly RowResult[]>>;
  /** The body of the request for one row, as JSON for people to read. Holds no key. */
  toRequestText(row: Pick<RowToSend, 'person'>): string;
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
  | { readonly kind: 'down'; readonly detail: string };

/** Everything that the engine asks of Flowmingo. */
export interface EngineApi extends WriteApi, ReadApi {
  /** `GET /me` (API guide, 2.4), answered within seconds. Never an invite, never rejects. */
  probe(workspaceId: string): Promise<ProbeAnswer>;
}

export interface Operation {
  readonly kind: 'invite';
  /** @throws ZodError for an order that is not well-formed. */
  bind(order: unknown): BoundOperation;
}
