import type { DraftState, DraftSummary } from '../../shared/drafts/draft';
import type { RequestChannel, RequestInput, RequestOutput } from '../../shared/ipc/contract';
import { fakeNowMs } from './fake-runs';
import { longName } from './fake-workspaces';
import { makeDraftState } from './make-draft-state';

type DraftChannel = Extract<RequestChannel, `drafts:${string}`>;
type DraftAnswers = {
  [Channel in DraftChannel]: (input: RequestInput<Channel>) => RequestOutput<Channel>;
};

type Shown = Pick<DraftState, 'step' | 'workspaceId' | 'peopleCount' | 'changeCount'>;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** A draft as the list gives it. */
export function makeDraft(changes: Partial<DraftSummary> = {}): DraftSummary {
  return {
    draftId: 'draft-fair',
    name: 'Graduate fair',
    fileName: 'Graduate fair.xlsx',
    step: 'check-rows',
    workspaceId: null,
    peopleCount: 318,
    changeCount: 12,
    savedAtMs: fakeNowMs - 16 * minuteMs,
    ...changes,
  };
}

/** Drafts of every kind, the newest first. */
export const fiveDrafts: readonly DraftSummary[] = [
  makeDraft(),
  makeDraft({
    draftId: 'draft-nurses',
    name: 'Nurses Brno',
    fileName: 'sestry_brno.csv',
    step: 'last-look',
    workspaceId: 'ws-staging',
    peopleCount: 38,
    changeCount: 1,
    savedAtMs: fakeNowMs - 5 * 60 * minuteMs,
  }),
  makeDraft({
    draftId: 'draft-long',
    name: longName,
    fileName: `${longName}.xlsx`,
    step: 'target',
    peopleCount: 100_000,
    changeCount: 100_000,
    savedAtMs: fakeNowMs - dayMs,
  }),
  makeDraft({
    draftId: 'draft-pasted',
    name: 'Pasted cells',
    fileName: 'Pasted cells',
    step: 'preview',
    peopleCount: 1,
    changeCount: 0,
    savedAtMs: fakeNowMs - 4 * dayMs,
  }),
  makeDraft({
    draftId: 'draft-leads',
    name: 'Warehouse shift leads',
    fileName: 'leads_wk11.csv',
    step: 'map-columns',
    peopleCount: 48,
    changeCount: 0,
    savedAtMs: fakeNowMs - 400 * dayMs,
  }),
];

/** The main process's side of drafts, in memory: what is listed, named and deleted is true; bytes and journals are not kept. */
export function makeDraftAnswers(
  changed: () => void,
  startsWith: readonly DraftSummary[] = [],
): DraftAnswers {
  let drafts = [...startsWith];
  const deleted = new Map<string, DraftSummary>();
  const sizes = new Map<string, number>();
  const find = (draftId: string): DraftSummary =>
    drafts.find((draft) => draft.draftId === draftId) ?? makeDraft({ draftId });
  const put = (draft: DraftSummary): { draft: DraftSummary } => {
    drafts = [draft, ...drafts.filter(({ draftId }) => draftId !== draft.draftId)];
    changed();
    return { draft };
  };
  const toSummary = ({ step, workspaceId, peopleCount, changeCount }: Shown) => ({
    step,
    workspaceId,
    peopleCount,
    changeCount,
    savedAtMs: fakeNowMs,
  });
  return {
    'drafts:begin-file': ({ sha256, sizeBytes }) => {
      sizes.set(sha256, sizeBytes);
      return { heldBytes: sizeBytes };
    },
    'drafts:add-bytes': ({ sha256 }) => ({ heldBytes: sizes.get(sha256) ?? 0 }),
    'drafts:create': ({ name, source, state }) =>
      put({
        draftId: `draft-${drafts.length + deleted.size + 1}`,
        name,
        fileName: source.fileName,
        ...toSummary(state),
      }),
    'drafts:add-changes': ({ fromPart, parts }) => ({ partCount: fromPart + parts.length }),
    'drafts:save': ({ draftId, state }) => put({ ...find(draftId), ...toSummary(state) }),
    'drafts:list': () => ({ drafts }),
    'drafts:open': ({ draftId }) => {
      const draft = find(draftId);
      const { fileName, changeCount } = draft;
      const source = { fileName, sizeBytes: 219_136, sha256: 'a'.repeat(64) };
      return { draft, source, fileState: 'missing', state: makeDraftState({ changeCount }) };
    },
    'drafts:read-bytes': () => ({ bytes: new Uint8Array(1) }),
    'drafts:read-changes': () => ({ parts: [] }),
    'drafts:rename': ({ draftId, name }) => put({ ...find(draftId), name }),
    'drafts:copy': ({ draftId }) => {
      const { name, ...rest } = find(draftId);
      return put({ ...rest, draftId: `${draftId}-copy`, name: `${name} (copy)` });
    },
    'drafts:delete': ({ draftId }) => {
      deleted.set(draftId, find(draftId));
      drafts = drafts.filter((draft) => draft.draftId !== draftId);
      changed();
      return {};
    },
    'drafts:bring-back': ({ draftId }) => put(deleted.get(draftId) ?? find(draftId)),
  };
}
