// A batch file in a terminal: prepared without a key, run by somebody who has one, and refused in a sentence where it is not whole.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fakeInviteWork, makeFakeBatchFile } from '../../helpers/fake-batch-file';
import { activeOf, readTitles } from '../../helpers/pipeline-workbook';
import { batchFiles } from '../../hostile/batch-files';
import { buildCli, countInvites, setUpWorkplace, timesInvited, type Workplace } from './built-cli';

beforeAll(buildCli);

/** Without a key and without a server: nothing of this is asked for. */
const alone = { FLOWMINGO_API_KEY: '', FLOWMINGO_BASE_URL: '' };

async function prepare(place: Workplace, words: readonly string[]): Promise<string> {
  const out = join(place.folder, 'X.flowbatch');
  const { exitCode, stderr } = await place.cli(['prepare', ...words, '--out', out], alone);
  expect([exitCode, stderr]).toEqual([
    0,
    expect.stringContaining('Nothing was sent, and there is no key in it.'),
  ]);
  return out;
}

describe('prepare', () => {
  it('asks nobody, opens no ledger, and puts no key and no place of this computer into the file', async () => {
    const place = await setUpWorkplace();
    const before = place.server.record.requests.length;
    const out = await prepare(place, [place.writePeople('people.csv', 8), '--operation', 'invite']);
    expect(place.server.record.requests).toHaveLength(before);
    expect(existsSync(place.dataDir)).toBe(false);
    const { stdout } = await place.cli(['check', out, '--json'], alone);
    expect(stdout).not.toContain(place.folder);
    expect(JSON.parse(stdout)).toMatchObject({
      rows: 8,
      batch: {
        name: 'people',
        sendInvite: null,
        target: { setId: null },
        source: { fileName: 'people.csv' },
      },
      mapping: { email: 'Email', firstname: 'First name' },
    });
  });

  it('makes the same content of the same choices, and writes over nothing', async () => {
    const place = await setUpWorkplace();
    const people = place.writePeople('people.csv', 3);
    const answerOf = async (name: string) =>
      (
        await place.cli(
          ['prepare', people, '--operation', 'invite', '--out', join(place.folder, name), '--json'],
          alone,
        )
      ).stdout;
    const [one, other] = [await answerOf('one.flowbatch'), await answerOf('other.flowbatch')];
    expect(JSON.parse(one).sha256).toBe(JSON.parse(other).sha256);
    const before = readFileSync(join(place.folder, 'one.flowbatch'));
    const again = await place.cli(
      ['prepare', people, '--operation', 'invite', '--out', join(place.folder, 'one.flowbatch')],
      alone,
    );
    expect([again.exitCode, again.stderr]).toEqual([1, expect.stringContaining('is there already')]);
    expect(readFileSync(join(place.folder, 'one.flowbatch'))).toEqual(before);
  });
});

describe('run X.flowbatch', () => {
  it('does what was prepared, with what was left open taken from the flags', async () => {
    const place = await setUpWorkplace();
    const out = await prepare(place, [
      place.writePeople('people.csv', 8),
      '--operation',
      'invite',
      '--first',
      '3',
    ]);
    const results = join(place.folder, 'out.csv');
    const missing = await place.cli(['run', out, '--results', results]);
    expect([missing.exitCode, missing.stderr]).toEqual([
      1,
      expect.stringContaining('--set or --project is missing'),
    ]);
    expect(countInvites(place.server)).toBe(0);
    const run = await place.cli([
      'run',
      out,
      '--set',
      place.setId,
      '--send-invite',
      'yes',
      '--results',
      results,
      '--json',
    ]);
    expect(run.answer).toMatchObject({
      state: 'paused',
      pauseReason: 'first-rows',
      counts: { done: 3, notSent: 5 },
    });
    expect(run.stderr).toContain('Prepared as “people”: 8 people, from people.csv.');
    const rest = await place.cli(['resume', run.answer.runId, '--results', results, '--json']);
    expect(rest.answer.counts.done).toBe(8);
    expect([...timesInvited(place.server).values()]).toEqual(Array(8).fill(1));
  });

  it('leaves out, the second time, whoever was invited', async () => {
    const place = await setUpWorkplace();
    const choices = ['--operation', 'invite', '--set', place.setId, '--send-invite', 'no'];
    const out = await prepare(place, [place.writePeople('people.csv', 4), ...choices]);
    const results = join(place.folder, 'out.csv');
    expect((await place.cli(['run', out, '--results', results])).exitCode).toBe(0);
    const again = await place.cli(['run', out, '--results', results]);
    expect([again.exitCode, again.stderr]).toEqual([
      1,
      expect.stringContaining('already invited by an earlier run'),
    ]);
    expect(again.stderr).toContain('This file was run before. Run 1 sent it to');
    expect([...timesInvited(place.server).values()]).toEqual(Array(4).fill(1));
  });

  it('says that the sheet which it was made from was run before, and of a sheet that its batch file was', async () => {
    const place = await setUpWorkplace();
    const choices = ['--operation', 'invite', '--set', place.setId, '--send-invite', 'no'];
    const results = join(place.folder, 'out.csv');
    const [sheet, other] = [place.writePeople('people.csv', 4), place.writePeople('others.csv', 5)];
    expect((await place.cli(['run', sheet, ...choices, '--results', results])).exitCode).toBe(0);
    const made = await prepare(place, [sheet, ...choices]);
    const again = await place.cli(['run', made, '--results', results]);
    expect([again.exitCode, again.stderr]).toEqual([
      1,
      expect.stringContaining('This file was run before. Run 1 sent it to'),
    ]);

    const batchFile = join(place.folder, 'others.flowbatch');
    await place.cli(['prepare', other, ...choices, '--out', batchFile], alone);
    expect((await place.cli(['run', batchFile, '--results', results])).exitCode).toBe(2);
    const { stderr } = await place.cli(['run', other, ...choices, '--results', results]);
    expect(stderr).toContain('This file was run before. Run 2 sent it to');
    expect([...timesInvited(place.server).values()]).toEqual(Array(5).fill(1));
  });

  it('sends no message that nobody would see as it is', async () => {
    const place = await setUpWorkplace();
    const out = join(place.folder, 'X.flowbatch');
    const message =
      '<p onclick="x()">Dear {{candidate_name}}, <img src="https://x.example.com/a"> {{interview_link}}</p>';
    writeFileSync(out, await makeFakeBatchFile({ work: { ...fakeInviteWork, message } }));
    const run = await place.cli(['run', out, '--results', join(place.folder, 'out.csv')]);
    expect([run.exitCode, run.stderr]).toEqual([1, expect.stringContaining('could mislead')]);
    expect(countInvites(place.server)).toBe(0);
  });

  it('runs nothing of a file that is damaged or hostile: a sentence, and no request', async () => {
    const place = await setUpWorkplace();
    const bad = batchFiles.filter(({ expected, isBomb }) => expected.kind === 'refused' && isBomb !== true);
    expect(bad.length).toBeGreaterThanOrEqual(30);
    const file = join(place.folder, 'bad.flowbatch');
    for (const { what, make } of bad) {
      writeFileSync(file, await make());
      const run = await place.cli([
        'run',
        file,
        '--set',
        place.setId,
        '--send-invite',
        'yes',
        '--results',
        join(place.folder, 'out.csv'),
      ]);
      expect([what, run.exitCode, run.stdout]).toEqual([what, 1, '']);
      expect(run.stderr, what).toMatch(/^[A-Z][^\n]+ Nothing was read\. [^\n]+\.\n$/);
    }
    expect(place.server.record.requests.filter(({ method }) => method === 'POST')).toEqual([]);
    expect(existsSync(place.dataDir)).toBe(false);
  }, 120_000);
});

describe('work on a pipeline', () => {
  it('moves whom the sheet names, to the stage that was prepared by its title', async () => {
    const place = await setUpWorkplace({ candidates: 80 });
    const titles = await readTitles(place.server);
    const [one] = activeOf(place.server).filter(({ stageId }) => stageId !== null);
    const projectId = one?.projectId ?? '';
    const last = titles.stages.get(projectId)?.at(-1);
    const movable = activeOf(place.server).filter(
      (application) => application.projectId === projectId && application.stageId !== last?.id,
    );
    const chosen = movable.slice(0, 3).map(({ id }) => id);
    const sheet = join(place.folder, 'move.csv');
    writeFileSync(sheet, ['Application ID,Note', ...chosen.map((id) => `${id},x`)].join('\r\n'));
    const where = ['--project', titles.projects.get(projectId) ?? '', '--stage', last?.name ?? ''];
    const out = await prepare(place, [sheet, '--operation', 'move', ...where]);
    const { stdout } = await place.cli(['check', out], alone);
    expect(stdout).toContain('Operation: move. Its 3 rows are compared with the pipeline when it is run.');
    const run = await place.cli(['run', out, '--results', join(place.folder, 'out.csv'), '--json']);
    expect([run.exitCode, run.answer.counts]).toEqual([0, expect.objectContaining({ done: 3 })]);
    const stageOf = (id: string) =>
      place.server.record.applications().find((application) => application.id === id)?.stageId;
    expect(chosen.map(stageOf)).toEqual(Array(3).fill(last?.id));
  });
});
