import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLedger } from '../../../../electron/store/ledger';
import { toSearchText } from '../../../../shared/operations/search-text';
import { makeDraftState } from '../../../helpers/make-draft-state';
import { makeDataDir, workspaceId } from '../runs/engine-bench';
import { everything, makeHistory } from './make-history';

const monthMs = 30.5 * 86_400_000;
const zdenka = {
  email: 'zdenka.pribylova@example.com',
  firstname: 'Zdenka',
  lastname: 'Přibylová',
  atsId: 'Q77-ZD',
};
const oskar = { email: 'oskar.wanda@example.com', firstname: 'Oskar', lastname: 'Wanda', atsId: 'K12-OW' };
const asked = (email: string) => ({ personKeys: [email], cvLinks: [], atsIds: [] });

/** Files of the data folder, the ledger's log among them, in which one of the texts stands. */
function filesWith(dataDir: string, texts: readonly string[]): string[] {
  return (readdirSync(dataDir, { recursive: true }) as string[]).filter((name) => {
    const path = join(dataDir, name);
    if (!statSync(path).isFile()) return false;
    const bytes = readFileSync(path);
    return texts.some((text) => bytes.includes(Buffer.from(text, 'utf8')));
  });
}
const tracesOf = ({ email, firstname, lastname, atsId }: typeof zdenka) => [
  email,
  firstname,
  firstname.toLowerCase(),
  lastname,
  toSearchText(lastname),
  atsId,
];

describe('runs that are too old', () => {
  test('are shown with their number before, and then nothing of their people is in any file', async () => {
    const dataDir = makeDataDir();
    let nowMs = Date.now() - 7 * monthMs;
    const { run, history, ledger, close } = makeHistory(dataDir, () => nowMs);
    const old = await run('Old fair', [zdenka]);
    nowMs = Date.now();
    await run('New fair', [oskar]);
    await ledger.people.takeOverAnswers();
    expect(filesWith(dataDir, tracesOf(zdenka))).not.toEqual([]);

    expect(history.previewKeepMonths(12).runs).toEqual([]);
    expect(history.previewKeepMonths(6)).toEqual({
      runs: [{ runId: old, runNumber: 1 }],
      people: 1,
      undecided: 0,
    });
    expect(history.getKeepMonths()).toBeNull();
    expect((await history.setKeepMonths(6)).runs).toHaveLength(1);

    expect(history.search('zdenka', everything).people).toEqual([]);
    expect(history.search('oskar', everything).people).toHaveLength(1);
    // What was said on the screen: she can't be recognized any more, and he can.
    expect(ledger.history.findInvited(workspaceId, asked(zdenka.email))).toEqual([]);
    expect(ledger.history.findInvited(workspaceId, asked(oskar.email))).toHaveLength(1);
    close();
    expect(filesWith(dataDir, tracesOf(zdenka))).toEqual([]);
    expect(filesWith(dataDir, tracesOf(oskar))).not.toEqual([]);
    const after = openLedger(dataDir);
    expect(after.report.readLedgerFacts().integrity).toEqual(['ok']);
    after.close();
  });

  test('a run that has not ended is kept, however old it is', async () => {
    let nowMs = Date.now() - 40 * monthMs;
    const { run, history, ledger } = makeHistory(makeDataDir(), () => nowMs);
    const runId = await run('Fair', [zdenka]);
    const { batchId } = ledger.runs.getRun(runId);
    // Planned and never started, as after a death.
    await ledger.runs.planRun({
      batchId,
      settings: { concurrency: 1, peoplePerRequest: 1 },
      firstRows: null,
      parentRunId: runId,
      ordinals: [0],
      atMs: nowMs,
    });
    nowMs = Date.now();
    expect((await history.setKeepMonths(3)).runs).toEqual([]);
    expect(history.search('zdenka', everything).people).toHaveLength(1);
    expect(() => history.deleteRun(runId)).toThrow(expect.objectContaining({ code: 'run/not-ended' }));
  });

  test('the draft and the file that a run came from go with it', async () => {
    const dataDir = makeDataDir();
    const { run, history, ledger, close } = makeHistory(dataDir);
    const bytes = Buffer.from(`Email\n${zdenka.email}\n`);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    mkdirSync(join(dataDir, 'drafts'));
    writeFileSync(join(dataDir, 'drafts', sha256), bytes);
    const { draftId } = ledger.drafts.create({
      name: 'Fair of Zdenka',
      source: { fileName: 'Zdenka.csv', sizeBytes: bytes.length, sha256 },
      state: makeDraftState(),
    });
    const runId = await run('Fair', [zdenka], undefined, draftId);
    history.deleteRun(runId);
    close();
    expect(existsSync(join(dataDir, 'drafts', sha256))).toBe(false);
    expect(filesWith(dataDir, tracesOf(zdenka))).toEqual([]);
    const after = openLedger(dataDir);
    expect(after.drafts.list()).toEqual([]);
    after.close();
  });
});

test('after many deletions everything else is still written', async () => {
  let nowMs = Date.now() - 7 * monthMs;
  const { run, history, ledger } = makeHistory(makeDataDir(), () => nowMs);
  for (let index = 0; index < 70; index += 1)
    await run(`Fair ${index}`, [{ email: `person${index}@example.com`, firstname: `Name ${index}` }]);
  nowMs = Date.now();
  expect((await history.setKeepMonths(6)).runs).toHaveLength(70);
  expect(ledger.settings.change({ concurrency: 3 }).concurrency).toBe(3);
  const next = await run('Next', [oskar]);
  expect(ledger.runs.getSummary(next).counts.done).toBe(1);
});

describe('deleting one run', () => {
  test('hides it from lists and search, can be undone, and still keeps people from being invited twice until the end', async () => {
    const { run, history, ledger } = makeHistory();
    const runId = await run('Fair', [zdenka]);
    history.deleteRun(runId);
    expect(ledger.runs.listSummaries(10)).toEqual([]);
    expect(history.search('zdenka', everything).people).toEqual([]);
    expect(ledger.history.findInvited(workspaceId, asked(zdenka.email))).toHaveLength(1);
    history.bringBackRun(runId);
    expect(ledger.runs.listSummaries(10)).toHaveLength(1);
    expect(history.search('zdenka', everything).people).toHaveLength(1);
  });

  test('a retention that deletes others does not end what can still be brought back', async () => {
    const { run, history, ledger } = makeHistory();
    const runId = await run('Fair', [zdenka]);
    history.deleteRun(runId);
    await history.setKeepMonths(3);
    history.bringBackRun(runId);
    expect(ledger.runs.listSummaries(10)).toHaveLength(1);
  });

  test('after the app was closed nothing of it is left, and its number is never given again', async () => {
    const dataDir = makeDataDir();
    const first = makeHistory(dataDir);
    await first.run('Kept', [oskar]);
    first.history.deleteRun(await first.run('Fair', [zdenka]));
    first.close();
    expect(filesWith(dataDir, tracesOf(zdenka))).toEqual([]);
    const second = makeHistory(dataDir);
    await second.run('Next', [oskar]);
    expect(second.ledger.runs.listSummaries(10).map(({ runNumber }) => runNumber)).toEqual([3, 1]);
  });
});
