import type { DraftState } from '../../../shared/drafts/draft';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import type { KeptWork } from '../../worker/session-types';
import { type WorkerClient, WorkerStopped } from '../../worker/worker-client';
import type { NewBatchState } from './new-batch-state';
import { batchNameOf, toBatchName } from './to-batch-name';
import { toDraftState } from './to-draft-state';

/** Short enough that a crash costs less than a second of work, long enough that typing is kept once and not letter by letter. */
const keepAfterMs = 500;

/** How the batch in hand is kept. */
export type Keeping =
  | { readonly kind: 'nothing-yet' }
  | { readonly kind: 'kept'; readonly draftId: string }
  | { readonly kind: 'failed'; readonly failure: BridgeFailure };

interface Wanted {
  readonly state: NewBatchState;
  readonly workspaceId: string | null;
}

interface KeptDraft {
  readonly draftId: string;
  readonly openId: string;
  /** Nothing in it was done by hand: if another file takes its place, nobody wants it back. */
  isUntouched: boolean;
  journalId: string | null;
  sentParts: number;
  lastState: string;
}

/** Keeps the batch in hand as a draft: what changed is written down soon after, piece by piece, in its order. */
export class DraftKeeper {
  private wanted: Wanted | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private atWork: Promise<void> = Promise.resolve();
  private draft: KeptDraft | null = null;
  private hasEnded = false;
  /** Told after every try. */
  onKeeping: (keeping: Keeping) => void = () => undefined;

  constructor(private readonly sheet: WorkerClient) {}

  get draftId(): string | null {
    return this.draft?.draftId ?? null;
  }

  /** This is what is to be kept from now on. */
  touch(state: NewBatchState, workspaceId: string | null): void {
    if (this.hasEnded || state.file?.table == null) return;
    this.wanted = { state, workspaceId };
    this.timer ??= setTimeout(() => void this.flush(), keepAfterMs);
  }

  /** Whether something waits to be kept. */
  get isWaiting(): boolean {
    return this.wanted !== null;
  }

  /** Keeps at once what waits, and resolves when that is done, or has failed and been told. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { wanted } = this;
    this.wanted = null;
    if (wanted !== null) this.atWork = this.atWork.then(() => this.tryToKeep(wanted));
    return this.atWork;
  }

  /** A run has begun: nothing is kept from now on, since there is no draft any more. */
  end(): void {
    this.hasEnded = true;
    this.wanted = null;
    clearTimeout(this.timer);
  }

  /** The batch in hand is that draft from now on. `isFileKept`: its bytes are, too. */
  async adopt(draftId: string, work: KeptWork, isFileKept: boolean): Promise<void> {
    const { journalId, partCount } = work.sheet.changes;
    if (!isFileKept) await this.sendFile(work);
    this.draft = {
      draftId,
      openId: work.openId,
      isUntouched: false,
      journalId,
      sentParts: partCount,
      lastState: '',
    };
    this.onKeeping({ kind: 'kept', draftId });
  }

  private async tryToKeep(wanted: Wanted): Promise<void> {
    try {
      const draftId = await this.keep(wanted);
      if (draftId !== null) this.onKeeping({ kind: 'kept', draftId });
    } catch (thrown) {
      // Where the worker has gone, there is nothing left to be kept; what was kept stays.
      if (thrown instanceof WorkerStopped) return;
      // Tried again with the next change, and before the window closes.
      this.wanted ??= wanted;
      this.onKeeping({ kind: 'failed', failure: toBridgeFailure(thrown) });
    }
  }

  /** Null where the worker has another file in hand already: then that one is kept next. */
  private async keep({ state, workspaceId }: Wanted): Promise<string | null> {
    const work = await this.sheet.ask('keptWork');
    if (work === null || work.openId !== state.file?.openId) return null;
    const kept = toDraftState(state, work, workspaceId);
    const name = state.file === null ? toBatchName(work.source.fileName) : batchNameOf(state.file);
    const draft = this.draft?.openId === work.openId ? this.draft : await this.begin(work, kept, name);
    if (!(await this.sendChanges(draft, work))) return null;
    const text = JSON.stringify(kept);
    if (text !== draft.lastState) {
      await bridge.ask('drafts:save', { draftId: draft.draftId, state: kept });
      draft.lastState = text;
    }
    draft.isUntouched &&= kept.step === 'preview' && kept.changeCount === 0;
    return draft.draftId;
  }

  private async begin(work: KeptWork, kept: DraftState, name: string): Promise<KeptDraft> {
    await this.sendFile(work);
    const noChanges = { ...kept.sheet, changes: { ...kept.sheet.changes, partCount: 0 } };
    const { draft } = await bridge.ask('drafts:create', {
      name,
      source: work.source,
      state: { ...kept, sheet: noChanges },
    });
    const before = this.draft;
    this.draft = {
      draftId: draft.draftId,
      openId: work.openId,
      isUntouched: true,
      journalId: null,
      sentParts: 0,
      lastState: '',
    };
    if (before?.isUntouched) await bridge.ask('drafts:delete', { draftId: before.draftId });
    return this.draft;
  }

  private async sendFile({ source: { sha256, sizeBytes } }: KeptWork): Promise<void> {
    let { heldBytes } = await bridge.ask('drafts:begin-file', { sha256, sizeBytes });
    while (heldBytes < sizeBytes) {
      const bytes = await this.sheet.ask('fileBytes', heldBytes);
      ({ heldBytes } = await bridge.ask('drafts:add-bytes', { sha256, offset: heldBytes, bytes }));
    }
  }

  /** Sends the parts of the journal that have not been sent. False where another journal has begun meanwhile. */
  private async sendChanges(draft: KeptDraft, { sheet }: KeptWork): Promise<boolean> {
    const { journalId, partCount } = sheet.changes;
    if (draft.journalId !== journalId) {
      draft.journalId = journalId;
      draft.sentParts = 0;
    }
    while (draft.sentParts < partCount) {
      const { draftId, sentParts: fromPart } = draft;
      const parts = await this.sheet.ask('journalParts', journalId, fromPart);
      if (parts === null || parts.length === 0) return false;
      await bridge.ask('drafts:add-changes', { draftId, journalId, fromPart, parts });
      draft.sentParts += parts.length;
    }
    return true;
  }
}
