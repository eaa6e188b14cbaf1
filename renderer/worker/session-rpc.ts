// The messages between the window and the worker. What may be called is listed here; types come from the session itself.
import type { HandOverSession } from './hand-over-session';

/** Everything the window may ask of the session. */
export const sessionMethods = [
  'open',
  'changeReading',
  'chooseSheet',
  'chooseHeaderRow',
  'recallMappings',
  'takeRules',
  'rawRows',
  'columns',
  'countedColumns',
  'assign',
  'setNameOrder',
  'useOfferedMapping',
  'mappingChoices',
  'useSavedMapping',
  'proposeAnew',
  'mappingToRemember',
  'nameExamples',
  'check',
  'firstRows',
  'find',
  'viewRows',
  'nextNeedingYou',
  'placeInView',
  'edit',
  'fixAllAlike',
  'leaveOut',
  'leaveOutThoseNeedingYou',
  'takeIn',
  'takeInAll',
  'undo',
  'redo',
  'historyQuestion',
  'addEarlierInvites',
  'forgetEarlierInvites',
  'linkCounts',
  'beginLinkCheck',
  'linksToCheck',
  'addCheckedLinks',
  'chooseTarget',
  'samplePerson',
  'firstSentRowNumbers',
  'replayFacts',
  'namedPeople',
  'batchSource',
  'pipelineColumns',
  'assignPipeline',
  'pipelineRowCount',
  'pipelineRows',
  'pipelineRowsNumbered',
  'editPipeline',
  'stepPipeline',
  'recallPipeline',
  'proposePipelineAnew',
  'pipelineMappingToRemember',
  'batchRows',
  'copyCells',
  'paste',
  'clearCells',
  'fillDown',
  'fixIn',
  'leaveOutIn',
  'takeInIn',
  'leaveOutThose',
  'takeInThose',
  'spanFacts',
  'edgeFrom',
  'nextHit',
  'replaceHit',
  'replaceAll',
  'keptWork',
  'fileBytes',
  'journalParts',
  'restoreChoices',
  'restoreChanges',
  'beginWriteBack',
  'addResultRows',
  'fillFile',
  'copyBytes',
  'packHandOver',
  'handOverBytes',
] as const satisfies readonly (keyof HandOverSession)[];

export type SessionMethod = (typeof sessionMethods)[number];
export type SessionArgs<Method extends SessionMethod> = Parameters<HandOverSession[Method]>;
export type SessionAnswer<Method extends SessionMethod> = Awaited<ReturnType<HandOverSession[Method]>>;

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
