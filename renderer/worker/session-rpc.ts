// The messages between the window and the worker. What may be called is listed here; types come from the session itself.
import type { SheetSession } from './sheet-session';

/** Everything the window may ask of the session. */
export const sessionMethods = [
  'open',
  'changeReading',
  'chooseSheet',
  'chooseHeaderRow',
  'rawRows',
  'columns',
  'assign',
  'setNameOrder',
  'nameExamples',
  'check',
  'find',
  'viewRows',
  'nextNeedingYou',
  'placeInView',
  'edit',
  'fixAllAlike',
  'leaveOut',
  'leaveOutThoseNeedingYou',
  'takeIn',
  'undo',
  'redo',
  'keysToAsk',
  'addEarlierInvites',
  'forgetEarlierInvites',
  'chooseTarget',
  'samplePerson',
  'firstSentRowNumbers',
  'namedPeople',
  'batchSource',
  'batchRows',
] as const satisfies readonly (keyof SheetSession)[];

export type SessionMethod = (typeof sessionMethods)[number];
export type SessionArgs<Method extends SessionMethod> = Parameters<SheetSession[Method]>;
export type SessionAnswer<Method extends SessionMethod> = Awaited<ReturnType<SheetSession[Method]>>;

export interface SessionRequest {
  readonly requestId: number;
  readonly method: SessionMethod;
  readonly args: readonly unknown[];
}

export type SessionMessage =
  | { readonly kind: 'answered'; readonly requestId: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly requestId: number; readonly message: string }
  | { readonly kind: 'reading'; readonly fraction: number };

/** One end of a message channel: a Worker, the worker's own scope, or a MessagePort. */
export interface MessageEnd {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}
