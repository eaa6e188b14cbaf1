import { describe, expect, it } from 'vitest';
import {
  canShow,
  type NewBatchEvent,
  type NewBatchState,
  newBatchStart,
  nextNewBatchState,
  type OpenedDraft,
} from '../../../../renderer/screens/new-batch/new-batch-state';
import type { CheckSummary, ColumnsView, FileSummary } from '../../../../renderer/worker/session-types';

const file: FileSummary = {
  isPipelineExport: false,
  handedOver: null,
  openId: 'open-1',
  fileName: 'fair.xlsx',
  sizeBytes: 2000,
  format: 'workbook',
  sheets: [],
  reading: null,
  notices: [],
  table: {
    sheetIndex: 0,
    headerRow: 1,
    headerReason: '',
    peopleCount: 3,
    firstRowNumber: 2,
    lastRowNumber: 4,
    hiddenPeopleCount: 0,
    hiddenColumns: [],
    notices: [],
    leftOutCount: 0,
    columnCount: 2,
    lineCount: 4,
  },
};
const columns: ColumnsView = {
  columns: [],
  peopleCount: 3,
  nameOrder: 'decide',
  recall: null,
  splitsNames: false,
  canInvite: true,
  isCounted: true,
};
const makeCheck = (change: Partial<CheckSummary> = {}): CheckSummary => ({
  revision: 1,
  total: 3,
  willBeSent: 3,
  leftOut: 0,
  needYou: 0,
  worthALook: 0,
  fine: 3,
  needYouGroups: [],
  worthALookGroups: [],
  leftOutGroups: [],
  withoutFirstName: 0,
  withoutEmail: 0,
  invitedBefore: 0,
  undoes: null,
  redoes: null,
  hiddenPeople: 0,
  ...change,
});
const setTarget = {
  setId: 'set-1',
  setTitle: 'Sales',
  projectId: null,
  projectTitle: null,
  jobPostId: null,
  jobPostTitle: null,
};

function toState(...events: readonly NewBatchEvent[]): NewBatchState {
  return events.reduce(nextNewBatchState, newBatchStart);
}

const checkedEvents: readonly NewBatchEvent[] = [
  { kind: 'file-opened', file },
  { kind: 'columns-changed', columns },
  { kind: 'checked', check: makeCheck() },
  { kind: 'history-asked', history: { kind: 'complete', revision: 1 } },
];

describe('the way from a file to a batch', () => {
  it('shows a step only when everything it needs is there', () => {
    expect(toState({ kind: 'went-to', step: 'check-rows' }).step).toBe('open-file');
    expect(toState({ kind: 'file-opened', file }).step).toBe('preview');
    expect(toState({ kind: 'file-opened', file }, { kind: 'went-to', step: 'check-rows' }).step).toBe(
      'preview',
    );
    expect(toState(...checkedEvents, { kind: 'went-to', step: 'last-look' }).step).toBe('preview');
    expect(toState(...checkedEvents, { kind: 'went-to', step: 'target' }).step).toBe('target');
  });

  it('never goes on to the target while a row needs the recruiter, or where nobody would be sent', () => {
    const waiting = toState(...checkedEvents, {
      kind: 'checked',
      check: makeCheck({ revision: 2, needYou: 1 }),
    });
    expect(canShow(waiting, 'target')).toBe(false);
    const nobody = toState(...checkedEvents, {
      kind: 'checked',
      check: makeCheck({ revision: 2, willBeSent: 0 }),
    });
    expect(canShow(nobody, 'target')).toBe(false);
  });

  it('goes on only when everybody in the rows as they are now has been looked for in the history', () => {
    const edited = toState(...checkedEvents, { kind: 'checked', check: makeCheck({ revision: 2 }) });
    expect(canShow(edited, 'target')).toBe(false);
    const asked = nextNewBatchState(edited, {
      kind: 'history-asked',
      history: { kind: 'complete', revision: 2 },
    });
    expect(canShow(asked, 'target')).toBe(true);
  });

  it('asks the history anew for another file, whose revisions may begin anew', () => {
    const other = toState(
      ...checkedEvents,
      { kind: 'history-asked', history: { kind: 'complete', revision: 9 } },
      { kind: 'file-opened', file },
      { kind: 'columns-changed', columns },
      { kind: 'checked', check: makeCheck() },
    );
    expect(canShow(other, 'target')).toBe(false);
  });

  it('forgets the target of another workspace, and keeps the message', () => {
    const order = { target: setTarget, sendInvite: true, message: '<p>Dear {{candidate_name}}</p>' };
    const there = toState(
      ...checkedEvents,
      { kind: 'order-changed', order },
      { kind: 'went-to', step: 'last-look' },
    );
    expect(there.step).toBe('last-look');
    const changed = nextNewBatchState(there, { kind: 'workspace-changed' });
    expect(changed.step).toBe('check-rows');
    expect(changed.order).toMatchObject({
      target: { setId: null },
      sendInvite: null,
      message: order.message,
    });
    expect(canShow(changed, 'target')).toBe(false);
  });

  it('says that the file is lost when the worker died, until another is opened', () => {
    const lost = toState(...checkedEvents, { kind: 'file-lost' });
    expect(lost).toMatchObject({ step: 'open-file', file: null, isFileLost: true });
    expect(nextNewBatchState(lost, { kind: 'file-opened', file }).isFileLost).toBe(false);
  });

  it('comes to the last look only with a target and an answer to whether email is sent', () => {
    const withTarget = toState(...checkedEvents, { kind: 'order-changed', order: { target: setTarget } });
    expect(canShow(withTarget, 'last-look')).toBe(false);
    const answered = nextNewBatchState(withTarget, { kind: 'order-changed', order: { sendInvite: false } });
    expect(canShow(answered, 'last-look')).toBe(true);
  });

  it('keeps target and message through going back, and through another file', () => {
    const order = { target: setTarget, sendInvite: true, message: '<p>Dear {{candidate_name}}</p>' };
    const back = toState(
      ...checkedEvents,
      { kind: 'order-changed', order },
      { kind: 'went-to', step: 'open-file' },
    );
    expect(back).toMatchObject({ step: 'open-file', file, columns, order });
    expect(toState({ kind: 'order-changed', order }, { kind: 'file-closed' }).order).toMatchObject(order);
  });

  it('forgets a check that other columns or another header have made wrong', () => {
    expect(toState(...checkedEvents, { kind: 'columns-changed', columns }).check).toBeNull();
    const changed = toState(...checkedEvents, { kind: 'file-changed', file });
    expect([changed.columns, changed.check]).toEqual([null, null]);
  });

  it('takes the numbers of the reasons in without losing the check, and not for columns that are others by now', () => {
    const uncounted = { ...columns, isCounted: false };
    const counted = { kind: 'columns-counted', columns, uncounted } as const;
    const before = toState(
      { kind: 'file-opened', file },
      { kind: 'columns-changed', columns: uncounted },
      { kind: 'checked', check: makeCheck() },
    );
    expect(nextNewBatchState(before, counted)).toMatchObject({ columns, check: makeCheck() });
    const other = { ...columns, nameOrder: 'first-word-is-family' } as const;
    const changed = nextNewBatchState(before, { kind: 'columns-changed', columns: other });
    expect(nextNewBatchState(changed, counted).columns).toBe(other);
  });

  it('is not set back by an answer that comes late', () => {
    const late = toState(
      ...checkedEvents,
      { kind: 'checked', check: makeCheck({ revision: 5, undoes: 'newer' }) },
      { kind: 'checked', check: makeCheck({ revision: 4, undoes: 'older' }) },
    );
    expect(late.check?.undoes).toBe('newer');
  });
});

describe('a sheet of work on a pipeline', () => {
  const read = (...fields: string[]): NewBatchEvent => ({
    kind: 'pipeline-columns-changed',
    columns: {
      columns: [],
      mapped: Object.fromEntries(fields.map((field, index) => [field, index])),
      isRecalled: false,
    },
  });

  it('goes its own way, and its review opens when the sheet says who, where and which stage', () => {
    const moving = [
      { kind: 'file-opened', file },
      { kind: 'use-chosen', use: 'move' },
    ] as const;
    const told = (...events: NewBatchEvent[]) =>
      [...moving, ...events].reduce(nextNewBatchState, newBatchStart);
    expect(canShow(told(), 'pipeline-columns')).toBe(true);
    expect(canShow(told(), 'pipeline-review')).toBe(false);
    expect(canShow(told(read('application_id')), 'pipeline-review')).toBe(false);
    expect(canShow(told(read('application_id', 'stage')), 'pipeline-review')).toBe(true);
    expect(canShow(told(read('email', 'stage')), 'pipeline-review')).toBe(false);
    const place = { projectId: 'project-1', jobPostId: null, stageId: null };
    expect(canShow(told(read('email', 'stage'), { kind: 'place-changed', place }), 'pipeline-review')).toBe(
      true,
    );
  });

  it('a draft comes back to the file, and of an exported pipeline to what was edited in it', () => {
    const opened = (
      step: 'preview' | 'map-columns',
      isPipelineExport: boolean,
      work: OpenedDraft['work'] = null,
    ) => {
      const { order } = newBatchStart;
      const read = { ...file, isPipelineExport };
      const draft = { step, file: read, columns: null, check: null, order, work } as const;
      return nextNewBatchState(newBatchStart, { kind: 'draft-opened', opened: draft });
    };
    expect(opened('preview', true)).toMatchObject({ step: 'preview', use: 'as-edited' });
    const place = { projectId: 'project-1', jobPostId: null, stageId: null };
    expect(opened('preview', false, { use: 'move', place })).toMatchObject({ use: 'move', place });
    expect(opened('map-columns', true)).toMatchObject({ step: 'map-columns', use: 'invite' });
    expect(opened('preview', false)).toMatchObject({ step: 'preview', use: 'invite' });
  });

  it('an exported pipeline opens with what was edited in it; another sheet of the file does not', () => {
    const exported = { ...file, isPipelineExport: true };
    const opened = nextNewBatchState(newBatchStart, { kind: 'file-opened', file: exported });
    expect([opened.step, opened.use]).toEqual(['pipeline-review', 'as-edited']);
    const changed = nextNewBatchState(opened, { kind: 'file-changed', file });
    expect(changed.use).toBe('invite');
    expect(canShow(changed, 'pipeline-review')).toBe(false);
  });
});
