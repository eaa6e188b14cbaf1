// Drafts as one thing: what the ledger holds of them, and the bytes beside it. Must never end a draft that somebody may still want.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DraftSummary, SourceFile } from '../../shared/drafts/draft';
import { AppError } from '../../shared/errors/app-error';
import type { DraftStore, NewDraft, StoredDraft } from '../store/draft-store';
import { createSourceFiles, type SourceFileState, type SourceFiles, unfinishedEnding } from './source-files';

/** The longest name, and room for " (copy)". */
const maxNameLength = 200 - 7;
const ownName = new RegExp(`^[0-9a-f]{64}(\\${unfinishedEnding})?$`);

export interface DraftService {
  readonly files: Pick<SourceFiles, 'begin' | 'add' | 'inspect' | 'read'>;
  readonly store: Pick<DraftStore, 'list' | 'addChanges' | 'readChanges' | 'save' | 'rename'>;
  /** @throws AppError `draft/not-kept` where the bytes of its file are not here. */
  create(draft: NewDraft): Promise<DraftSummary>;
  open(draftId: string): Promise<StoredDraft & { readonly fileState: SourceFileState }>;
  readBytes(draftId: string, offset: number): Promise<Uint8Array<ArrayBuffer>>;
  copy(draftId: string): DraftSummary;
  delete(draftId: string): void;
  bringBack(draftId: string): DraftSummary;
  /** Ends what was deleted and what became a run, with the files that no draft and no run needs. At the start and the end of the app. */
  purge(): void;
  close(): Promise<void>;
}

export function createDraftService(store: DraftStore, dataDir: string): DraftService {
  const folder = join(dataDir, 'drafts');
  const files = createSourceFiles(folder);
  const inspect = ({ sha256, sizeBytes }: SourceFile) => files.inspect(sha256, sizeBytes);
  return {
    files,
    store,
    create: async (draft) => {
      if ((await inspect(draft.source)) !== 'whole')
        throw new AppError('draft/not-kept', { why: 'its file did not arrive as it is' });
      return store.create(draft);
    },
    open: async (draftId) => {
      const stored = store.get(draftId);
      return { ...stored, fileState: await inspect(stored.source) };
    },
    readBytes: (draftId, offset) => files.read(store.sourceOf(draftId).sha256, offset),
    copy: (draftId) => {
      const { draft } = store.get(draftId);
      return store.copy(draftId, `${draft.name.slice(0, maxNameLength).trim()} (copy)`);
    },
    delete: (draftId) => void store.setDeleted(draftId, true),
    bringBack: (draftId) => store.setDeleted(draftId, false),
    purge: () => {
      const named = store.purge();
      for (const name of listFolder(folder))
        if (ownName.test(name) && !named.has(name)) rmSync(join(folder, name), { force: true });
    },
    close: () => files.close(),
  };
}

/** Before the first draft there is no folder. */
function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
