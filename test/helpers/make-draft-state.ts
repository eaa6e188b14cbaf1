import type { DraftState } from '../../shared/drafts/draft';

/** A draft at "Check rows", with whatever differs. */
export function makeDraftState(changes: Partial<DraftState> = {}): DraftState {
  return {
    formatVersion: 1,
    step: 'check-rows',
    sheet: {
      reading: { encoding: 'utf-8', delimiter: ',' },
      sheetIndex: 0,
      header: { kind: 'chosen', row: 4 },
      mapping: { columns: [{ field: 'email', columnIndex: 2 }], nameOrder: 'decide' },
      changes: { journalId: 'journal-1', partCount: 0 },
    },
    order: {
      target: {
        setId: null,
        setTitle: null,
        projectId: null,
        projectTitle: null,
        jobPostId: null,
        jobPostTitle: null,
      },
      sendInvite: null,
      message: '<p>Dear {{candidate_name}}</p>',
      settings: { concurrency: 2, peoplePerRequest: 1 },
      startsWithFirst: false,
    },
    workspaceId: null,
    peopleCount: 318,
    changeCount: 12,
    ...changes,
  };
}

/** The same, counting so many parts of a journal. */
export function withChanges(state: DraftState, journalId: string, partCount: number): DraftState {
  return { ...state, sheet: { ...state.sheet, changes: { journalId, partCount } } };
}
