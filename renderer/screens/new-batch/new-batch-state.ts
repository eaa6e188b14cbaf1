import { type DraftStep, draftSteps } from '../../../shared/drafts/draft';
import { type NameFallback, withoutRows } from '../../../shared/messages/name-fallback';
import { type InviteTarget, noTarget } from '../../../shared/operations/invite-target';
import { findMissing } from '../../../shared/pipeline/missing-parts';
import type { PipelineDefaults, PipelineSheetOperation } from '../../../shared/pipeline/pipeline-sheet';
import type { RunSettings } from '../../../shared/runs/run-settings';
import type { CheckSummary, ColumnsView, FileSummary, PipelineColumnsView } from '../../worker/session-types';

/** The steps in their order. `open-file` and `preview` are both the first one on the bar; work on a pipeline goes on with its own two. */
export const newBatchSteps = [
  'open-file',
  'preview',
  'map-columns',
  'check-rows',
  'target',
  'last-look',
  'pipeline-columns',
  'pipeline-review',
] as const;
export type NewBatchStep = (typeof newBatchSteps)[number];

/** What the recruiter has chosen so far about target and message. Nothing is chosen for them. */
export interface OrderDraft {
  readonly target: InviteTarget;
  /** Null until the recruiter has answered: it has no default. */
  readonly sendInvite: boolean | null;
  /** HTML; null where nothing has been written yet. */
  readonly message: string | null;
  /** What people without a first name read in place of it; undefined while nobody has asked for it. */
  readonly nameFallback?: NameFallback | undefined;
}

/** What the sheet is for. `as-edited`: an exported pipeline, of which what was edited is done. */
export type SheetUse = 'invite' | PipelineSheetOperation;

/** The same with how it is to be sent. */
export interface OrderInHand extends OrderDraft {
  /** How fast, for this batch; null where the app's own settings count. */
  readonly settings: RunSettings | null;
  /** "3 first, then the rest". */
  readonly startsWithFirst: boolean;
  /** The target stays open for now: the batch can be kept ready, and not be sent. */
  readonly targetLater?: boolean | undefined;
}

/** A batch in the making. Going back keeps everything; only what a change has made wrong is forgotten. */
export interface NewBatchState {
  readonly step: NewBatchStep;
  /** Null until a file has been opened. */
  readonly file: FileSummary | null;
  /** Null until the columns have been looked at under the present header. */
  readonly columns: ColumnsView | null;
  /** Null until the rows have been checked under the present columns. */
  readonly check: CheckSummary | null;
  readonly history: History;
  readonly order: OrderInHand;
  readonly use: SheetUse;
  /** The columns for work on a pipeline; null until they have been looked at. */
  readonly pipelineColumns: PipelineColumnsView | null;
  /** Where rows go that do not say it themselves. */
  readonly place: PipelineDefaults;
  /** The work on the file ended by itself, so it has to be opened again. */
  readonly isFileLost: boolean;
}

/**
 * What the run history of the workspace has been asked for: everybody in the rows of `revision`, or (`incomplete`) it gave
 * no answer. An older revision than the check's: it is being asked.
 */
export interface History {
  readonly kind: 'complete' | 'incomplete';
  readonly revision: number;
}

export type NewBatchEvent =
  | { readonly kind: 'file-opened'; readonly file: FileSummary }
  /** A batch that a colleague has prepared. `columns` null where it is none of invitations. */
  | {
      readonly kind: 'batch-file-opened';
      readonly file: FileSummary;
      readonly columns: ColumnsView | null;
      readonly order: OrderInHand;
    }
  /** Another sheet, header row or reading of the same file. */
  | { readonly kind: 'file-changed'; readonly file: FileSummary }
  | { readonly kind: 'file-closed' }
  /** Everything as it was when it was kept. */
  | { readonly kind: 'draft-opened'; readonly opened: OpenedDraft }
  | { readonly kind: 'columns-changed'; readonly columns: ColumnsView }
  /** The same columns as `uncounted`, with the numbers in their reasons. */
  | { readonly kind: 'columns-counted'; readonly columns: ColumnsView; readonly uncounted: ColumnsView }
  | { readonly kind: 'checked'; readonly check: CheckSummary }
  | { readonly kind: 'history-asked'; readonly history: History }
  /** The lists, the history and the scopes are others now. */
  | { readonly kind: 'workspace-changed' }
  | { readonly kind: 'file-lost' }
  | { readonly kind: 'use-chosen'; readonly use: SheetUse }
  | { readonly kind: 'pipeline-columns-changed'; readonly columns: PipelineColumnsView }
  | { readonly kind: 'place-changed'; readonly place: PipelineDefaults }
  /** A row of work on a pipeline was changed by hand: the worker knows how, and it is to be kept. */
  | { readonly kind: 'pipeline-row-changed' }
  | { readonly kind: 'order-changed'; readonly order: Partial<OrderInHand> }
  | { readonly kind: 'went-to'; readonly step: NewBatchStep };

/** A batch in the making that was kept, with its file read and its rows changed as they were. */
export interface OpenedDraft {
  readonly step: DraftStep;
  readonly file: FileSummary;
  readonly columns: ColumnsView | null;
  readonly check: CheckSummary | null;
  readonly order: OrderInHand;
  /** What the sheet is for, and where its rows go; null where that is to invite. */
  readonly work: { readonly use: PipelineSheetOperation; readonly place: PipelineDefaults } | null;
}

/** No project, job post or stage chosen. */
export const noPlace: PipelineDefaults = { projectId: null, jobPostId: null, stageId: null };

/** Whether a target is chosen, so that it matters in which workspace. */
export function hasTarget({ target }: Pick<OrderDraft, 'target'>): boolean {
  return target.setId !== null || target.projectId !== null;
}

/** Nothing opened, nothing chosen. */
export const newBatchStart: NewBatchState = {
  step: 'open-file',
  file: null,
  columns: null,
  check: null,
  history: { kind: 'incomplete', revision: -1 },
  order: { target: noTarget, sendInvite: null, message: null, settings: null, startsWithFirst: true },
  use: 'invite',
  pipelineColumns: null,
  place: noPlace,
  isFileLost: false,
};

/** Whether a step can be shown: everything that it needs is there. */
export function canShow(state: NewBatchState, step: NewBatchStep): boolean {
  switch (step) {
    case 'open-file':
      return true;
    case 'preview':
      return state.file !== null;
    case 'map-columns':
      return (state.file?.table?.peopleCount ?? 0) > 0;
    case 'check-rows':
      return canShow(state, 'map-columns') && state.columns?.canInvite === true;
    case 'target':
      return (
        state.check !== null &&
        state.check.needYou === 0 &&
        state.check.willBeSent > 0 &&
        isHistoryAsked(state)
      );
    case 'last-look':
      return (
        canShow(state, 'target') &&
        state.order.sendInvite !== null &&
        (hasTarget(state.order) || state.order.targetLater === true)
      );
    case 'pipeline-columns':
      return (
        canShow(state, 'map-columns') &&
        state.file !== null &&
        state.use !== 'invite' &&
        state.use !== 'as-edited'
      );
    case 'pipeline-review':
      if (state.use === 'as-edited') return state.file?.isPipelineExport === true;
      return canShow(state, 'pipeline-columns') && whatIsMissing(state) === null;
  }
}

/** What a sheet of work on a pipeline still lacks, in a sentence; null where it can be looked at. '' while the columns are read. */
export function whatIsMissing({ use, pipelineColumns, place }: NewBatchState): string | null {
  if (use === 'invite' || use === 'as-edited') return null;
  return pipelineColumns === null ? '' : findMissing(use, { columns: pipelineColumns.mapped }, place);
}

/** Whether everybody in the rows as they are now has been looked for in the history. Nobody is sent to before that. */
export function isHistoryAsked({ check, history }: NewBatchState): boolean {
  return check !== null && history.revision >= check.revision;
}

/** The state after an event. A step that cannot be shown is not gone to. */
export function nextNewBatchState(state: NewBatchState, event: NewBatchEvent): NewBatchState {
  switch (event.kind) {
    case 'file-opened':
      // A new worker counts its revisions anew, so what was asked for the file before says nothing about this one.
      return {
        ...newBatchStart,
        // What was edited in an exported pipeline can be told at once: it needs no columns to be chosen.
        step: event.file.isPipelineExport ? 'pipeline-review' : 'preview',
        use: event.file.isPipelineExport ? 'as-edited' : 'invite',
        file: event.file,
        order: withoutRowWords(state.order),
      };
    case 'batch-file-opened':
      return withBatchFile(event);
    case 'file-changed':
      return {
        ...state,
        order: withoutRowWords(state.order),
        file: event.file,
        columns: null,
        check: null,
        pipelineColumns: null,
        use: state.use === 'as-edited' && !event.file.isPipelineExport ? 'invite' : state.use,
      };
    case 'file-closed':
      return { ...newBatchStart, order: state.order };
    case 'draft-opened':
      return withDraft(event.opened);
    case 'columns-changed':
      return { ...state, columns: event.columns, check: null };
    case 'columns-counted':
      return state.columns === event.uncounted ? { ...state, columns: event.columns } : state;
    case 'checked':
      return isOlder(event.check, state.check) ? state : { ...state, check: event.check };
    case 'history-asked':
      return { ...state, history: event.history };
    case 'workspace-changed':
      return {
        ...state,
        step: stepInOtherWorkspace(state),
        place: noPlace,
        history: newBatchStart.history,
        order: { ...state.order, target: noTarget, sendInvite: null },
      };
    case 'file-lost':
      return { ...newBatchStart, order: state.order, isFileLost: true };
    case 'use-chosen':
      return { ...state, use: event.use, pipelineColumns: null };
    case 'pipeline-columns-changed':
      return { ...state, pipelineColumns: event.columns };
    case 'place-changed':
      return { ...state, place: event.place };
    case 'pipeline-row-changed':
      return { ...state };
    case 'order-changed':
      return { ...state, order: { ...state.order, ...event.order } };
    case 'went-to':
      return canShow(state, event.step) ? { ...state, step: event.step } : state;
  }
}

/** Words for single rows are about the rows of that sheet alone. */
function withoutRowWords(order: OrderInHand): OrderInHand {
  return { ...order, nameFallback: withoutRows(order.nameFallback) };
}

/** Where there is something to look at first: the rows, or the columns that say too little. */
function withBatchFile({
  file,
  columns,
  order,
}: Extract<NewBatchEvent, { kind: 'batch-file-opened' }>): NewBatchState {
  const use = file.handedOver?.work.operation ?? 'invite';
  const state: NewBatchState = { ...newBatchStart, file, columns, order, use };
  return {
    ...state,
    step: use === 'invite' ? (columns?.canInvite ? 'check-rows' : 'map-columns') : firstOf(use),
  };
}

function firstOf(use: PipelineSheetOperation): NewBatchStep {
  return use === 'as-edited' ? 'pipeline-review' : 'pipeline-columns';
}

/** Where the targets of the workspace before were chosen or shown, they have to be chosen again. */
function stepInOtherWorkspace({ step, use }: NewBatchState): NewBatchStep {
  if (step === 'target' || step === 'last-look') return 'check-rows';
  return step === 'pipeline-review' && use !== 'as-edited' ? 'pipeline-columns' : step;
}

/** The step where it was left, or the last one before it that can be shown; the history is asked anew. */
function withDraft({ step, work, ...kept }: OpenedDraft): NewBatchState {
  // Where nobody has gone beyond the file, an exported pipeline is open as it was.
  const use =
    kept.file.handedOver?.work.operation ??
    work?.use ??
    (step === 'preview' && kept.file.isPipelineExport ? 'as-edited' : 'invite');
  if (use !== 'invite' && kept.file.handedOver !== null)
    return { ...newBatchStart, ...kept, use, step: firstOf(use) };
  const state: NewBatchState = { ...newBatchStart, ...kept, use, place: work?.place ?? noPlace };
  const asked: NewBatchState = {
    ...state,
    history: { kind: 'complete', revision: kept.check?.revision ?? 0 },
  };
  const steps = draftSteps.slice(0, draftSteps.indexOf(step) + 1).reverse();
  return { ...state, step: steps.find((earlier) => canShow(asked, earlier)) ?? 'preview' };
}

/** Answers can overtake one another where two were asked for at once. */
function isOlder(check: CheckSummary, known: CheckSummary | null): boolean {
  return known !== null && check.revision < known.revision;
}
