import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { migrate } from '../../../../electron/store/migrations';
import { peekPipelineMappings } from '../../../../electron/store/peek-pipeline-mappings';
import type { SavedPipelineMapping } from '../../../../shared/mappings/saved-pipeline-mapping';
import { makeDataDir, makeRow, openTestLedger, storeBatch, workspaceId } from '../runs/engine-bench';

/** The ledger before snapshots kept their counts. */
const versionBefore = 10;

test('a snapshot of an earlier version is counted when the ledger is opened, and stays in the list', () => {
  const dataDir = makeDataDir();
  const database = new DatabaseSync(join(dataDir, 'ledger.sqlite'));
  migrate(database, versionBefore);
  database.exec(`
    INSERT INTO snapshots VALUES (1, 'whole', 'w', 5, 6, '[]'), (2, 'stopped', 'w', 7, NULL, '[]');
    INSERT INTO snapshot_titles VALUES (1, 'project', 'p', 'Sales', NULL, 0), (1, 'stage', 's1', 'Applied', 'p', 0), (1, 'stage', 's2', 'Final', 'p', 1);
    INSERT INTO snapshot_applications (snapshot_no, application_id, candidate_id) VALUES (1, 'a1', 'c1'), (1, 'a2', 'c2'), (2, 'a1', 'c1');
    INSERT INTO snapshot_submissions (snapshot_no, submission_id) VALUES (1, 'u1');
    INSERT INTO people (workspace_id, candidate_id, search_text, at_ms) VALUES ('w', 'c2', '', 1), ('other', 'c1', '', 1);`);
  database.close();
  const ledger = openTestLedger(dataDir);
  const counts = { projects: 1, jobPosts: 0, interviewSets: 0, stages: 2, applications: 2, submissions: 1 };
  expect(ledger.snapshots.list('w', 10)).toEqual([
    { snapshotId: 'whole', workspaceId: 'w', takenAtMs: 5, counts },
  ]);
  expect(ledger.snapshots.countNamed('whole')).toBe(1);
});

test('names of a run are taken over once, in several turns', async () => {
  const ledger = openTestLedger();
  const rows = Array.from({ length: 2300 }, (_, index) => makeRow(index));
  const runId = await ledger.runs.planRun({
    batchId: storeBatch(ledger, rows),
    settings: { concurrency: 1, peoplePerRequest: 50 },
    firstRows: null,
    parentRunId: null,
    ordinals: null,
    atMs: 1,
  });
  ledger.runs.changeState(runId, 'started', { atMs: 2 });
  const ordinals = rows.map((_, ordinal) => ordinal);
  const attemptNo = await ledger.runs.writeIntent(runId, ordinals, 3);
  const none = { submissionId: null, invitationId: null, recordId: null, applicationId: null };
  await ledger.runs.closeAttempt(
    runId,
    attemptNo,
    { kind: 'processed', why: null, message: null, raw: null },
    ordinals.map((ordinal) => ({
      ordinal,
      event: 'answered-done',
      causeCode: null,
      sentence: '',
      ids: { ...none, candidateId: `c${ordinal}` },
    })),
    4,
  );
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 0);
  await ledger.people.takeOverAnswers();
  clearInterval(timer);
  expect(turns).toBeGreaterThan(1);
  const found = ledger.people.find(
    workspaceId,
    ordinals.map((ordinal) => `c${ordinal}`),
  );
  expect(found.size).toBe(2300);
  expect(found.get('c2299')).toMatchObject({ email: 'person2299@example.com', firstname: 'First2299' });
});

test('columns of pipeline sheets survive a restart, one for a header, and the terminal sees them', () => {
  const dataDir = makeDataDir();
  const ledger = openTestLedger(dataDir);
  const moves = (field: 'stage' | 'project'): SavedPipelineMapping => ({
    headers: ['Ref', 'Where to'],
    columns: [{ field, header: 'Where to', occurrence: 1 }],
    nameOrder: 'decide',
  });
  ledger.pipelineMappings.remember(moves('project'), 1000);
  ledger.pipelineMappings.remember({ ...moves('stage'), headers: ['where to', 'Ref'] }, 2000);
  ledger.close();
  expect(peekPipelineMappings(dataDir)).toEqual([{ ...moves('stage'), headers: ['where to', 'Ref'] }]);
  expect(openTestLedger(dataDir).pipelineMappings.list()).toHaveLength(1);
});

test('a batch that nothing came of can be dropped; one with a run stays', async () => {
  const ledger = openTestLedger();
  const [dropped, kept] = [storeBatch(ledger, [makeRow(0)]), storeBatch(ledger, [makeRow(1)])];
  await ledger.runs.planRun({
    batchId: kept,
    settings: { concurrency: 1, peoplePerRequest: 1 },
    firstRows: null,
    parentRunId: null,
    ordinals: null,
    atMs: 1,
  });
  for (const batchId of [dropped, kept]) ledger.batches.drop(batchId);
  expect(() => ledger.batches.get(dropped)).toThrow();
  expect(ledger.batches.get(kept).batchId).toBe(kept);
});
