import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { activeOf, readTitles } from '../../helpers/pipeline-workbook';
import { openWithExceljs, toTexts } from '../../unit/electron/workbooks/read-workbook';
import {
  buildCli,
  countInvites,
  type RunAnswer,
  setUpWorkplace,
  timesInvited,
  untilInvited,
  type Workplace,
} from './built-cli';

beforeAll(buildCli);

const concurrency = 4;

test('kill -9 in mid-run, then resume: nobody invited twice, unknown at most what was in flight, the run ends', async () => {
  const place = await setUpWorkplace({ faults: { latencyMs: 20 } });
  const file = place.writePeople('fair.csv', 80);
  const words = [
    'run',
    file,
    '--operation',
    'invite',
    '--set',
    place.setId,
    '--send-invite',
    'yes',
    '--concurrency',
    String(concurrency),
    '--results',
    join(place.folder, 'out.xlsx'),
    '--json',
  ];
  const { child, ended } = place.start(words);
  await untilInvited(place.server, 25);
  child.kill('SIGKILL');
  await ended;

  const { answer: list } = await place.cli(['runs', '--json']);
  expect(list.runs).toHaveLength(1);
  const found = list.runs[0] as RunAnswer;
  expect(found.state).toBe('paused');
  expect(found.counts.unknown).toBeLessThanOrEqual(concurrency);
  expect(found.counts.notSent).toBeGreaterThan(0);

  const results = join(place.folder, 'resumed.xlsx');
  const { exitCode, answer } = await place.cli(['resume', found.runId, '--results', results, '--json']);
  expect(answer).toMatchObject({ runId: found.runId, state: 'finished', total: 80, results });
  expect(answer.counts.unknown).toBeLessThanOrEqual(found.counts.unknown);
  expect(answer.counts.done + answer.counts.unknown).toBe(80);
  expect(exitCode).toBe(answer.counts.unknown > 0 ? 3 : 0);

  const times = timesInvited(place.server);
  expect([...times.values()].filter((count) => count > 1)).toEqual([]);
  // Whoever is called done was invited, by the server's own record.
  const [header = [], ...rows] = toTexts((await openWithExceljs(results)).getWorksheet('Results'));
  const done = rows
    .filter((row) => row[header.indexOf('Outcome')] === 'Done')
    .map((row) => row[header.indexOf('Email')] ?? '');
  expect(done).toHaveLength(answer.counts.done);
  expect(done.filter((email) => times.get(email) !== 1)).toEqual([]);
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s pauses: what is in flight is waited for, results are written, exit 2, and resume does the rest',
  async (signal) => {
    const place = await setUpWorkplace({ faults: { latencyMs: 40 } });
    const results = join(place.folder, 'out.csv');
    const { child, ended } = place.start([
      'run',
      place.writePeople('fair.csv', 60),
      '--operation',
      'invite',
      '--set',
      place.setId,
      '--send-invite',
      'yes',
      '--results',
      results,
      '--json',
    ]);
    await untilInvited(place.server, 10);
    child.kill(signal);
    const { exitCode, answer, stderr } = await ended;
    expect(exitCode).toBe(2);
    expect(answer).toMatchObject({ state: 'paused', total: 60, results });
    expect(answer.counts).toMatchObject({ unknown: 0, refused: 0 });
    expect(answer.counts.done).toBe(timesInvited(place.server).size);
    expect(stderr).toContain(`resume ${answer.runId}`);

    const resumed = await place.cli(['resume', answer.runId, '--results', results, '--json']);
    expect([resumed.exitCode, resumed.answer.state, resumed.answer.counts.done]).toEqual([0, 'finished', 60]);
    expect([...timesInvited(place.server).values()].filter((count) => count > 1)).toEqual([]);
  },
);

test('a key that is revoked in mid-run pauses it with a sentence; another key of the workspace goes on', async () => {
  const place = await setUpWorkplace({ faults: { latencyMs: 20 } });
  const { child, ended } = place.start(
    [
      'run',
      place.writePeople('fair.csv', 60),
      '--operation',
      'invite',
      '--set',
      place.setId,
      '--send-invite',
      'yes',
      '--results',
      join(place.folder, 'out.xlsx'),
      '--json',
    ],
    {
      FLOWMINGO_API_KEY: place.server.keys.expiresSoon,
    },
  );
  await untilInvited(place.server, 10);
  place.server.revokeKey(place.server.keys.expiresSoon);
  const { exitCode, answer, stderr } = await ended;
  expect(child.exitCode).toBe(2);
  expect(exitCode).toBe(2);
  expect(answer).toMatchObject({ state: 'paused', counts: { refused: 0, unknown: 0 } });
  expect(stderr).toContain('no longer accepts this key');
  const resumed = await place.cli(['resume', answer.runId, '--json']);
  expect([resumed.exitCode, resumed.answer.counts.done]).toEqual([0, 60]);
});

test('a second command leaves at once while the first one uses the ledger', async () => {
  const place = await setUpWorkplace({ faults: { latencyMs: 40 } });
  const { ended } = place.start([
    'run',
    place.writePeople('fair.csv', 60),
    '--operation',
    'invite',
    '--set',
    place.setId,
    '--send-invite',
    'yes',
    '--results',
    join(place.folder, 'out.csv'),
  ]);
  await untilInvited(place.server, 5);
  const second = await place.cli(['runs', '--json']);
  expect([second.exitCode, second.stdout]).toEqual([1, '']);
  expect(second.stderr).toContain('Another Flowmingo Batch is using the run history');
  expect((await ended).exitCode).toBe(0);
});

/** Kills it while the answer to its first look is on its way: nothing of that look is written down. */
async function killInLook({ server }: Workplace, writes: number, child: ChildProcess): Promise<void> {
  const methods = () => server.record.requests.map(({ method }) => method);
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise((resolveWait) => setTimeout(resolveWait, 5));
  };
  await until(() => methods().filter((method) => method === 'POST').length >= writes);
  server.setFaults({ latencyMs: 2000 });
  await until(() => methods().slice(methods().lastIndexOf('POST')).includes('GET'));
  child.kill('SIGKILL');
  server.setFaults({});
}

const lostSecond = (moment: 'before' | 'after') => ({
  faults: { failures: [{ kind: 'reset' as const, moment, requestNumbers: [2] }] },
});

test.each(['after', 'before'] as const)(
  'kill -9 in the last look-up of an invite run (request lost %s it was processed): resume looks, sends nothing itself, and says how to go on',
  async (moment) => {
    const place = await setUpWorkplace({ candidates: 0, ...lostSecond(moment) });
    const words = ['run', place.writePeople('fair.csv', 4), '--operation', 'invite', '--set', place.setId];
    const { child, ended } = place.start([
      ...words,
      ...['--send-invite', 'yes', '--concurrency', '1', '--results', join(place.folder, 'out.csv'), '--json'],
    ]);
    await killInLook(place, 4, child);
    await ended;
    const { answer: list } = await place.cli(['runs', '--json']);
    const [found] = list.runs as [RunAnswer];
    expect(found).toMatchObject({ state: 'finished', undecided: 1, counts: { done: 3, unknown: 1 } });

    const { exitCode, answer, stderr } = await place.cli(['resume', found.runId, '--json']);
    expect(stderr).toContain('The run is finished already. Nothing was sent.');
    expect(stderr).toContain('Asking Flowmingo about 1 person');
    expect(countInvites(place.server)).toBe(4);
    if (moment === 'after') {
      expect([exitCode, answer.counts.done, answer.undecided]).toEqual([0, 4, 0]);
    } else {
      expect([exitCode, answer.counts.done, answer.counts.notSent, answer.undecided]).toEqual([2, 3, 1, 0]);
      const goOn = ['again', found.runId, '--cause', 'not-sent/nothing-happened'];
      expect(stderr).toContain(`Nothing had happened for 1 person. Send to them with: ${goOn.join(' ')}`);
      const results = ['--results', join(place.folder, 'again.csv'), '--json'];
      expect((await place.cli([...goOn, ...results])).answer.counts.done).toBe(1);
    }
    expect([...timesInvited(place.server).values()]).toEqual([1, 1, 1, 1]);
  },
);

test('kill -9 in the last look-up of a move: resume looks, and a second resume finds nothing left to ask', async () => {
  const place = await setUpWorkplace({ candidates: 60, ...lostSecond('after') });
  const { stages } = await readTitles(place.server);
  const [projectId = '', inProject = []] = [...stages][0] ?? [];
  const last = inProject.at(-1);
  const movable = activeOf(place.server)
    .filter((one) => one.projectId === projectId && one.stageId !== last?.id)
    .slice(0, 3);
  expect(movable).toHaveLength(3);
  const file = join(place.folder, 'move.csv');
  writeFileSync(
    file,
    ['Application ID,Stage', ...movable.map(({ id }) => `${id},${last?.name}`)].join('\r\n'),
  );
  const words = ['run', file, '--operation', 'move', '--concurrency', '1', '--json'];
  const { child, ended } = place.start([...words, '--results', join(place.folder, 'out.csv')]);
  await killInLook(place, 3, child);
  await ended;

  const [found] = (await place.cli(['runs', '--json'])).answer.runs as [RunAnswer];
  expect(found).toMatchObject({ state: 'finished', undecided: 1, counts: { done: 2, unknown: 1 } });
  const { exitCode, answer } = await place.cli(['resume', found.runId, '--json']);
  expect([exitCode, answer.counts.done, answer.undecided]).toEqual([0, 3, 0]);
  expect(countInvites(place.server)).toBe(3);
  const second = await place.cli(['resume', found.runId, '--json']);
  expect([second.exitCode, second.stderr.includes('Asking Flowmingo')]).toEqual([0, false]);
});
