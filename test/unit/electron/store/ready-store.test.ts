import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../../../electron/store/migrations';
import { makeDraftState } from '../../../helpers/make-draft-state';
import {
  makeApi,
  makeDataDir,
  makeRow,
  makeRows,
  makeService,
  openTestLedger,
  storeBatch,
  workspaceId,
} from '../runs/engine-bench';

const settings = { concurrency: 2, peoplePerRequest: 1 };
const source = { fileName: 'people.csv', sizeBytes: 10, sha256: 'a'.repeat(64) };

function makeReadyDraft(dataDir = makeDataDir()) {
  const ledger = openTestLedger(dataDir);
  const { draftId } = ledger.drafts.create({ name: 'Fair', source, state: makeDraftState() });
  const batchId = storeBatch(ledger, makeRows(3));
  ledger.ready.keep(batchId, { settings, firstRows: null, draftId });
  return { ledger, dataDir, draftId, batchId };
}

describe('a ready batch in the ledger', () => {
  test('stands in one list: as a draft before, among the ready ones, and as a draft again when it is changed', () => {
    const { ledger, draftId, batchId } = makeReadyDraft();
    expect(ledger.drafts.list()).toEqual([]);
    expect(ledger.ready.list()).toMatchObject([{ batchId, draftId, sendable: 3, total: 3 }]);
    ledger.ready.takeBack(batchId);
    expect(ledger.ready.list()).toEqual([]);
    expect(ledger.drafts.list()).toMatchObject([{ draftId }]);
    expect(() => ledger.batches.get(batchId)).toThrow('batch/not-found');
  });

  test('is there after the app was closed, with its draft, its order and its leave to start by itself', () => {
    const { ledger, dataDir, batchId, draftId } = makeReadyDraft();
    const other = storeBatch(ledger, makeRows(2));
    ledger.ready.keep(other, { settings, firstRows: 3, draftId: null });
    ledger.ready.move(other, 0);
    ledger.ready.setStartsItself(batchId, true);
    ledger.ready.purge();
    ledger.drafts.purge();
    ledger.close();
    const again = openTestLedger(dataDir);
    expect(again.ready.list()).toMatchObject([
      { batchId: other, firstRows: 3, startsItself: false },
      { batchId, draftId, startsItself: true },
    ]);
    expect(again.drafts.get(draftId).draft.name).toBe('Fair');
  });

  test('a target that is chosen later is its draft’s, too: a copy, a change and a batch file have it', () => {
    const ledger = openTestLedger(makeDataDir());
    const state = makeDraftState();
    const later = { ...state, order: { ...state.order, sendInvite: true, targetLater: true } };
    const { draftId } = ledger.drafts.create({ name: 'Fair', source, state: later });
    const batchId = ledger.batches.begin({
      workspaceId: null,
      name: 'Fair',
      source: { ...source, sheetName: null, headerRow: 1, columns: [{ letter: 'A', header: 'Email' }] },
      work: { operation: 'invite', order: { target: null, sendInvite: true, message: null } },
      rowCount: 3,
    });
    ledger.batches.addRows(batchId, 0, makeRows(3));
    ledger.ready.keep(batchId, { settings, firstRows: null, draftId });
    const target = { ...state.order.target, setId: 'set-1', setTitle: 'Sales “Assessment”' };
    ledger.ready.chooseTarget(batchId, workspaceId, target);
    expect(ledger.drafts.get(draftId).state).toEqual({
      ...later,
      workspaceId,
      order: { ...later.order, target, targetLater: false },
    });
  });

  test('knows how many different CV links go out with it, and which; and whether they are looked at before it starts by itself', () => {
    const dataDir = makeDataDir();
    const ledger = openTestLedger(dataDir);
    const link = (index: number, cvLink: string | null) => {
      const row = makeRow(index);
      return { ...row, person: { ...row.person, cv_link: cvLink } };
    };
    const rows = [
      link(0, null),
      link(1, 'https://cv.example.com/b'),
      link(2, ' https://cv.example.com/a '),
      link(3, 'https://cv.example.com/b'),
      { ...link(4, 'https://cv.example.com/c'), skip: { why: 'left-out-by-you', detail: '' } as const },
    ];
    const batchId = storeBatch(ledger, rows);
    ledger.ready.keep(batchId, { settings, firstRows: null, draftId: null });
    expect(ledger.ready.get(batchId)).toMatchObject({ linkCount: 2, looksAtLinks: true });
    const links = [
      { link: 'https://cv.example.com/b', rowNumber: 3 },
      { link: 'https://cv.example.com/a', rowNumber: 4 },
    ];
    expect(ledger.ready.readLinks(batchId, 200)).toEqual(links);
    expect(ledger.ready.readLinks(batchId, 1)).toEqual(links.slice(0, 1));
    ledger.ready.setLooksAtLinks(batchId, false);
    ledger.close();
    expect(openTestLedger(dataDir).ready.get(batchId).looksAtLinks).toBe(false);
  });

  test('one that an earlier version kept ready has its CV links counted, and is looked at for them', () => {
    const dataDir = makeDataDir();
    const database = new DatabaseSync(join(dataDir, 'ledger.sqlite'));
    migrate(database, 11);
    const row = (ordinal: number, cvLink: string | null, skipWhy: string | null) =>
      database
        .prepare(
          "INSERT INTO batch_rows (batch_no, ordinal, row_number, cv_link, skip_why, search_text, cells_json) VALUES (1, ?, ?, ?, ?, '', '[]')",
        )
        .run(ordinal, ordinal + 2, cvLink, skipWhy);
    database
      .prepare(
        `INSERT INTO batches (batch_no, batch_id, workspace_id, name, operation, source_json, order_json, file_name, target_title, send_invite,
           row_count, created_at_ms) VALUES (1, 'old', 'w', 'Fair', 'invite', '{}', '{}', 'people.csv', 'Sales', 1, 4, 1)`,
      )
      .run();
    row(0, 'https://cv.example.com/a', null);
    row(1, 'https://cv.example.com/a', null);
    row(2, null, null);
    row(3, 'https://cv.example.com/b', 'left-out-by-you');
    database
      .prepare(
        'INSERT INTO ready_batches (batch_no, place, settings_json, sendable_count, ready_at_ms) VALUES (1, 1, ?, 3, 1)',
      )
      .run(JSON.stringify(settings));
    database.close();
    expect(openTestLedger(dataDir).ready.get('old')).toMatchObject({ linkCount: 1, looksAtLinks: true });
  });

  test('deleted, it comes back with its draft; purged, both are gone', () => {
    const { ledger, batchId, draftId } = makeReadyDraft();
    ledger.ready.setDeleted(batchId, true);
    expect([ledger.ready.list(), ledger.drafts.list()]).toEqual([[], []]);
    ledger.ready.setDeleted(batchId, false);
    expect(ledger.ready.list()).toMatchObject([{ batchId }]);
    ledger.ready.setDeleted(batchId, true);
    ledger.ready.purge();
    ledger.drafts.purge();
    expect(() => ledger.ready.setDeleted(batchId, false)).toThrow('batch/not-ready');
    expect(() => ledger.drafts.get(draftId)).toThrow('draft/not-found');
  });

  test('a run, however it was started, ends its being ready and its draft, and no purge touches the run', async () => {
    const { ledger, batchId } = makeReadyDraft();
    const runs = makeService(ledger, makeApi());
    const { runId } = await runs.startRun(batchId, settings);
    await runs.whenAtRest(runId);
    expect([ledger.ready.list(), ledger.drafts.list()]).toEqual([[], []]);
    expect(() => ledger.ready.takeBack(batchId)).toThrow('batch/not-ready');
    expect(() => ledger.ready.keep(batchId, { settings, firstRows: null, draftId: null })).toThrow();
    ledger.ready.purge();
    expect(runs.getSummary(runId)).toMatchObject({ state: 'finished', counts: { done: 3 } });
  });

  test('only a whole batch with somebody to send to can be ready', () => {
    const ledger = openTestLedger();
    const skip = { why: 'left-out-by-you', detail: '' } as const;
    const nobody = storeBatch(
      ledger,
      makeRows(2).map((row) => ({ ...row, skip })),
    );
    const wanted = { settings, firstRows: null, draftId: null };
    expect(() => ledger.ready.keep(nobody, wanted)).toThrow('batch/nothing-to-send');
    expect(ledger.ready.list()).toEqual([]);
  });
});
