import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, test } from 'vitest';
import type { DraftState } from '../../../../shared/drafts/draft';
import { maxPieceLength } from '../../../../shared/drafts/draft';
import { makeDraftState, withChanges } from '../../../helpers/make-draft-state';
import {
  invitingOrder,
  makeApi,
  makeDataDir,
  makeRow,
  makeService,
  openTestLedger,
} from '../runs/engine-bench';

const source = { fileName: 'Graduate fair.xlsx', sizeBytes: 2_500_000, sha256: 'ab'.repeat(32) };

function makeDrafts(dataDir = makeDataDir()) {
  const ledger = openTestLedger(dataDir);
  const create = (state: DraftState = makeDraftState(), name = 'Graduate fair') =>
    ledger.drafts.create({ name, source, state });
  return { ledger, dataDir, drafts: ledger.drafts, create };
}

const ids = (drafts: readonly { draftId: string }[]) => drafts.map(({ draftId }) => draftId);

describe('a draft in the ledger', () => {
  test('is the same after the app was closed, with its changes in their order', () => {
    const { ledger, dataDir, drafts, create } = makeDrafts();
    const { draftId } = create();
    drafts.addChanges(draftId, 'journal-1', 0, ['"a"', '"b"']);
    drafts.addChanges(draftId, 'journal-1', 2, ['"c"']);
    const state = withChanges(makeDraftState({ step: 'last-look', changeCount: 3 }), 'journal-1', 3);
    drafts.save(draftId, state);
    ledger.close();
    const again = openTestLedger(dataDir).drafts;
    expect(again.get(draftId)).toMatchObject({ source, state });
    expect(again.readChanges(draftId, 'journal-1', 0)).toEqual(['"a"', '"b"', '"c"']);
    expect(again.readChanges(draftId, 'journal-1', 2)).toEqual(['"c"']);
    expect(again.list()).toMatchObject([
      {
        draftId,
        name: 'Graduate fair',
        fileName: 'Graduate fair.xlsx',
        step: 'last-look',
        peopleCount: 318,
        changeCount: 3,
      },
    ]);
  });

  test('keeps its earlier state whole when the app dies between changes and state', () => {
    const { ledger, dataDir, drafts, create } = makeDrafts();
    const { draftId } = create();
    drafts.addChanges(draftId, 'journal-1', 0, ['"old"']);
    drafts.save(draftId, withChanges(makeDraftState(), 'journal-1', 1));
    // Another sheet was chosen: another journal, of which the state says nothing yet.
    drafts.addChanges(draftId, 'journal-2', 0, ['"new"']);
    ledger.close();
    const again = openTestLedger(dataDir).drafts;
    const { journalId, partCount } = again.get(draftId).state.sheet.changes;
    expect([journalId, partCount]).toEqual(['journal-1', 1]);
    expect(again.readChanges(draftId, journalId, 0)).toEqual(['"old"']);
    again.save(draftId, withChanges(makeDraftState(), 'journal-2', 1));
    expect(again.readChanges(draftId, 'journal-1', 0)).toEqual([]);
    expect(again.readChanges(draftId, 'journal-2', 0)).toEqual(['"new"']);
  });

  test('takes no part before the ones in front of it, and no state that names more than there is', () => {
    const { drafts, create } = makeDrafts();
    const { draftId } = create();
    expect(() => drafts.addChanges(draftId, 'journal-1', 1, ['"b"'])).toThrow();
    drafts.addChanges(draftId, 'journal-1', 0, ['"a"']);
    expect(() => drafts.save(draftId, withChanges(makeDraftState(), 'journal-1', 2))).toThrow();
    expect(drafts.get(draftId).state).toEqual(makeDraftState());
    // A part that is sent again takes its own place.
    expect(drafts.addChanges(draftId, 'journal-1', 0, ['"a"'])).toBe(1);
    expect(drafts.readChanges(draftId, 'journal-1', 0)).toEqual(['"a"']);
  });

  test('gives its changes in messages that are never too long', () => {
    const { drafts, create } = makeDrafts();
    const { draftId } = create();
    const large = JSON.stringify('x'.repeat(400_000));
    const sent = [large, large, large, ...Array.from({ length: 1200 }, () => '1')];
    for (let from = 0; from < sent.length; from += 300)
      drafts.addChanges(draftId, 'journal-1', from, sent.slice(from, from + 300));
    const read: string[] = [];
    for (;;) {
      const parts = drafts.readChanges(draftId, 'journal-1', read.length);
      if (parts.length === 0) break;
      expect(parts.join('').length).toBeLessThanOrEqual(maxPieceLength);
      expect(parts.length).toBeLessThanOrEqual(500);
      read.push(...parts);
    }
    expect(read).toEqual(sent);
  });

  test('that cannot be read stays in the list and in the ledger, with a sentence', () => {
    const { ledger, dataDir, drafts, create } = makeDrafts();
    const { draftId } = create();
    ledger.close();
    const database = new DatabaseSync(join(dataDir, 'ledger.sqlite'));
    const newer = JSON.stringify({ ...makeDraftState(), formatVersion: 2 });
    database.prepare('UPDATE drafts SET state_json = ?').run(newer);
    database.close();
    const again = openTestLedger(dataDir).drafts;
    expect(() => again.get(draftId)).toThrow(
      expect.objectContaining({ code: 'draft/unreadable', params: { name: 'Graduate fair' } }),
    );
    again.purge();
    expect(ids(again.list())).toEqual([draftId]);
    expect(again.sourceOf(draftId)).toEqual(source);
    expect(drafts).toBeDefined();
  });
});

describe('the list of drafts', () => {
  test('has the latest saved first, renamed and copied ones, and says which one is not there', () => {
    const { drafts, create } = makeDrafts();
    const first = create();
    const second = create(makeDraftState(), 'Nurses Brno');
    expect(ids(drafts.list())).toEqual([second.draftId, first.draftId]);
    drafts.addChanges(first.draftId, 'journal-1', 0, ['"a"']);
    const state = withChanges(makeDraftState(), 'journal-1', 1);
    drafts.save(first.draftId, state);
    expect(drafts.rename(first.draftId, 'Graduate fair Hanoi').name).toBe('Graduate fair Hanoi');
    const copy = drafts.copy(first.draftId, 'Graduate fair Hanoi (copy)');
    drafts.save(first.draftId, withChanges(makeDraftState({ changeCount: 0 }), 'journal-3', 0));
    expect(drafts.get(copy.draftId)).toMatchObject({ state, source });
    expect(drafts.readChanges(copy.draftId, 'journal-1', 0)).toEqual(['"a"']);
    expect(() => drafts.get('nowhere')).toThrow(expect.objectContaining({ code: 'draft/not-found' }));
    expect(() => drafts.rename('nowhere', 'x')).toThrow(expect.objectContaining({ code: 'draft/not-found' }));
  });

  test('a deleted one can be brought back until it is cleared away', () => {
    const { drafts, create } = makeDrafts();
    const { draftId } = create();
    drafts.addChanges(draftId, 'journal-1', 0, ['"a"']);
    drafts.setDeleted(draftId, true);
    expect(drafts.list()).toEqual([]);
    drafts.setDeleted(draftId, false);
    expect(ids(drafts.list())).toEqual([draftId]);
    expect(drafts.purge()).toEqual(new Set([source.sha256]));
    drafts.setDeleted(draftId, true);
    expect(drafts.purge()).toEqual(new Set());
    expect(() => drafts.get(draftId)).toThrow();
  });

  test('loses a draft with the run of its batch, and not before', async () => {
    const { ledger, dataDir, drafts, create } = makeDrafts();
    const { draftId } = create();
    const other = create();
    const batchId = ledger.batches.begin({
      workspaceId: 'practice-1',
      name: 'Fair',
      source: { ...source, sheetName: null, headerRow: 1, columns: [] },
      work: { operation: 'invite', order: invitingOrder },
      rowCount: 1,
      draftId,
    });
    ledger.batches.addRows(batchId, 0, [makeRow(0)]);
    expect(ids(drafts.list())).toEqual([other.draftId, draftId]);
    drafts.purge();
    expect(ids(drafts.list())).toEqual([other.draftId, draftId]);
    const service = makeService(ledger, makeApi());
    const { runId } = await service.startRun(batchId, { concurrency: 1, peoplePerRequest: 1 });
    await service.whenAtRest(runId);
    expect(ids(drafts.list())).toEqual([other.draftId]);
    drafts.purge();
    drafts.setDeleted(other.draftId, true);
    // The run's results can go into a copy of its file, as long as the run is in the history.
    expect(drafts.purge()).toEqual(new Set([source.sha256]));
    await service.shutdown();
    ledger.close();
    expect(ids(openTestLedger(dataDir).drafts.list())).toEqual([]);
  });
});
