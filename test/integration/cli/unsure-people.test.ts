// Answers that get lost: looked up where the key may read, decided by a person where not; nobody invited twice without a word.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, expect, test } from 'vitest';
import type { PracticeFaults } from '../../../electron/practice/faults';
import { buildCli, countInvites, setUpWorkplace, timesInvited, type Workplace } from './built-cli';

beforeAll(buildCli);

const invite = (place: Workplace, count: number, ...more: string[]) => [
  'run',
  place.writePeople('fair.csv', count),
  ...['--operation', 'invite', '--set', place.setId, '--send-invite', 'yes'],
  ...more,
  '--json',
];
const inviteOnly = (place: Workplace) => ({ FLOWMINGO_API_KEY: place.server.keys.inviteOnly });

const lost = (moment: 'before' | 'after', ...requestNumbers: number[]) => ({
  kind: 'reset' as const,
  moment,
  requestNumbers,
});
/** Requests go one at a time, so that the numbers are those of the rows. */
const oneByOne = ['--concurrency', '1'];
const setUp = (...failures: NonNullable<PracticeFaults['failures']>) =>
  setUpWorkplace({ faults: { failures } });

function readRows(path: string) {
  return Papa.parse<Record<string, string>>(readFileSync(path, 'utf8').replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data;
}
const timesOf = (place: Workplace) => [...timesInvited(place.server).values()];

test.each([
  ['processed', 'after', ['4']],
  ['not processed', 'before', []],
] as const)(
  'an answer that got lost is looked up before the run ends (%s): everybody done, once, and the results say how',
  async (_, moment, foundRows) => {
    // Nobody is in the set before: with older people there whom no answer of ours has named, nobody new is called "not processed".
    const place = await setUpWorkplace({ candidates: 0, faults: { failures: [lost(moment, 3)] } });
    const results = join(place.folder, 'out.csv');
    const { exitCode, answer } = await place.cli([...invite(place, 12, ...oneByOne), '--results', results]);
    expect([exitCode, answer.state, answer.undecided, answer.counts.done]).toEqual([0, 'finished', 0, 12]);
    expect(timesOf(place)).toEqual(Array(12).fill(1));
    const rows = readRows(results);
    const found = rows.filter((row) =>
      Object.values(row).some((text) => text.includes('Found by looking it up')),
    );
    expect([rows.length, found.map((row) => row.Row)]).toEqual([12, foundRows]);

    const unsure = await place.cli(['unsure', answer.runId, '--json']);
    expect([unsure.exitCode, unsure.answer]).toEqual([
      0,
      { runId: answer.runId, total: 0, undecided: 0, people: [] },
    ]);
    const decide = await place.cli(['unsure', answer.runId, '--leave-alone', 'all', '--json']);
    expect([decide.exitCode, decide.stderr]).toEqual([
      1,
      'Nobody waits for a decision. Nothing was decided.\n',
    ]);
  },
);

test('two people, and one new interview that could be either’s: nobody is guessed at, and the evidence says so', async () => {
  const place = await setUp(lost('after', 3), lost('before', 5));
  const words = [...invite(place, 12, ...oneByOne), '--results', join(place.folder, 'out.csv')];
  const { exitCode, answer } = await place.cli(words);
  expect([exitCode, answer.undecided, answer.counts.done]).toEqual([3, 2, 10]);
  const { people } = (await place.cli(['unsure', answer.runId, '--json'])).answer;
  expect(people.map(({ rowNumber, reading }) => [rowNumber, reading])).toEqual([
    [4, 'cannot-tell'],
    [6, 'cannot-tell'],
  ]);
  expect(people[0]?.explained.join(' ')).toMatch(/1 new interview appeared .* 2 of your rows could own it\./);
  expect(timesOf(place)).toEqual(Array(11).fill(1));
});

test('a key that cannot read: said before the first request, listed with the reason, and solved with another key', async () => {
  const place = await setUp(lost('after', 2));
  const words = [...invite(place, 6, ...oneByOne), '--results', join(place.folder, 'out.csv')];
  const run = await place.cli(words, inviteOnly(place));
  expect([run.exitCode, run.answer.undecided, run.answer.counts.unknown]).toEqual([3, 1, 1]);
  const said = run.stderr.split('\n');
  const notice = said.findIndex((line) => line.startsWith('Before the run:') && line.includes('read_hiring'));
  expect(notice).toBeGreaterThan(-1);
  expect(said.findIndex((line) => line.includes('The run is finished'))).toBeGreaterThan(notice);
  expect(run.stderr).toContain(`unsure ${run.answer.runId}`);

  const list = await place.cli(['unsure', run.answer.runId, '--json'], { FLOWMINGO_API_KEY: '' });
  expect(list.exitCode).toBe(3);
  expect(list.answer).toMatchObject({ runId: run.answer.runId, total: 1, undecided: 1 });
  const [person] = list.answer.people;
  expect(Object.keys(person ?? {})).toEqual([
    ...['rowNumber', 'email', 'reading', 'decision', 'sentence', 'evidence', 'explained'],
  ]);
  expect(person).toMatchObject({
    rowNumber: 3,
    email: 'person1@example.com',
    decision: null,
    evidence: { obstacle: 'no-scope' },
  });
  expect(person?.explained.join(' ')).toContain('lacks read_hiring');
  const forPeople = await place.cli(['unsure', run.answer.runId]);
  expect(forPeople.stdout).toMatch(
    /^Row 3, Ana 1 Silva \(person1@example\.com\): .*; not decided\n {2}Sent at /,
  );
  expect(forPeople.stdout).toContain('Not sure about 1 person; 1 not decided.');

  const foreign = await place.cli(['unsure', run.answer.runId, '--look-up', '--json'], {
    FLOWMINGO_API_KEY: place.server.keys.production,
  });
  expect([foreign.exitCode, foreign.stdout]).toEqual([1, '']);
  expect(foreign.stderr).toContain('The run belongs to the workspace');

  const looked = await place.cli(['unsure', run.answer.runId, '--look-up', '--json']);
  expect([looked.exitCode, looked.answer.total]).toEqual([0, 0]);
  expect(looked.stderr).toContain('Asking Flowmingo about 1 person, twice');
  expect(timesOf(place)).toEqual(Array(6).fill(1));
});

test('of a run that has ended: left alone stays unknown, sent again is asked twice and goes out with again, once', async () => {
  const place = await setUp(lost('after', 2), lost('before', 4, 6));
  const words = [...invite(place, 8, ...oneByOne), '--results', join(place.folder, 'out.csv')];
  const { runId } = (await place.cli(words, inviteOnly(place))).answer;
  const sentBefore = countInvites(place.server);
  const cli = (...more: string[]) => place.cli([...more, '--json'], inviteOnly(place));

  const first = await cli('unsure', runId, '--leave-alone', 'all', '--send-again', '5,7');
  expect([first.exitCode, first.stdout]).toEqual([1, '']);
  expect(first.stderr).toMatch(
    /^2 people may get two emails: row 5, .*person3@example\.com.*; row 7, .* Nothing was decided\. Add --even-if-twice/,
  );
  expect((await cli('unsure', runId)).answer).toMatchObject({ total: 3, undecided: 3 });

  const decided = await cli(
    ...['unsure', runId, '--leave-alone', 'all', '--send-again', '5,7', '--even-if-twice'],
  );
  expect([decided.exitCode, decided.answer.total, decided.answer.undecided]).toEqual([0, 1, 0]);
  expect(decided.answer.people[0]).toMatchObject({ rowNumber: 3, decision: 'leave-alone' });
  expect(decided.stderr).toContain(`again ${runId} --cause not-sent/you-decided`);
  expect(countInvites(place.server)).toBe(sentBefore);

  const list = await cli('again', runId, '--list');
  expect(list.answer.causes.map(({ causeCode, repeatableCount }) => [causeCode, repeatableCount])).toEqual(
    expect.arrayContaining([
      ['not-sent/you-decided', 2],
      ['unknown/answer-lost', 0],
    ]),
  );
  const unknown = await cli('again', runId, '--cause', 'unknown/answer-lost');
  expect([unknown.exitCode, unknown.stdout]).toEqual([1, '']);
  expect(unknown.stderr).toContain('None of these rows may be run again. Nothing was sent.');
  expect((await cli('again', runId, '--cause', 'no-such-cause')).stderr).toContain(
    'This run has no such cause.',
  );

  const results = join(place.folder, 'again.csv');
  const again = await cli('again', runId, '--cause', 'not-sent/you-decided', '--results', results);
  expect([again.exitCode, again.answer.counts.done, again.answer.total]).toEqual([0, 2, 2]);
  expect(again.answer.runId).not.toBe(runId);
  expect(again.stderr).toMatch(
    /inviting 2 to .*; whoever has an address will get a made-up email\.\nMessage: None of yours: .*\nBefore the run: .*read_hiring/,
  );
  expect(readRows(results).map((row) => row.Row)).toEqual(['5', '7']);
  expect(timesOf(place)).toEqual(Array(8).fill(1));
  expect((await cli('again', runId, '--cause', 'not-sent/you-decided')).exitCode).toBe(1);
  expect(countInvites(place.server)).toBe(sentBefore + 2);
  // Somebody left alone on purpose waits for nobody, and is not done either.
  expect((await cli('resume', runId)).exitCode).toBe(2);
});

test('the first rows: so many requests, exit 2, then resume sends the rest', async () => {
  const place = await setUpWorkplace();
  const results = join(place.folder, 'out.csv');
  const first = await place.cli([...invite(place, 20, '--first', '3'), '--results', results]);
  expect([first.exitCode, countInvites(place.server)]).toEqual([2, 3]);
  expect(first.answer).toMatchObject({ state: 'paused', pauseReason: 'first-rows', total: 20 });
  expect(first.answer.counts).toMatchObject({ done: 3, notSent: 17 });
  expect(first.stderr).toMatch(/inviting 20 to .*, the first 3 now; 20 people will get a made-up email/);
  expect(first.stderr).toContain('The first 3 have come back, and the run waits for you to look at them.');
  expect(first.stderr).toContain(`Go on with: resume ${first.answer.runId}`);
  expect(
    readRows(results)
      .filter((row) => row.Outcome === 'Done')
      .map((row) => row.Row),
  ).toEqual(['2', '3', '4']);

  const rest = await place.cli(['resume', first.answer.runId, '--results', results, '--json']);
  expect([rest.exitCode, rest.answer.state, rest.answer.counts.done]).toEqual([0, 'finished', 20]);
  expect(countInvites(place.server)).toBe(20);
  expect(timesOf(place)).toEqual(Array(20).fill(1));
});

test('more first rows than there are: the run just ends', async () => {
  const place = await setUpWorkplace();
  const { exitCode, answer } = await place.cli([...invite(place, 4, '--first', '9'), '--results', 'out.csv']);
  expect([exitCode, answer.state]).toEqual([0, 'finished']);
});

test('of a paused run, whom one sends again goes out with resume, with the others', async () => {
  const place = await setUp(lost('before', 2));
  const cli = (...more: string[]) => place.cli(more, inviteOnly(place));
  const first = await cli(...invite(place, 7, '--first', '3', ...oneByOne), '--results', 'out.csv');
  expect([first.exitCode, first.answer.pauseReason, first.answer.undecided]).toEqual([3, 'first-rows', 1]);
  const { runId } = first.answer;
  expect((await cli('unsure', runId, '--leave-alone', '4')).stderr).toContain(
    'Row 4 is not unknown in this run.',
  );
  const decided = await cli('unsure', runId, '--send-again', '3', '--even-if-twice');
  expect(decided.exitCode).toBe(0);
  expect(decided.stdout).toContain(`Nothing was sent yet. Send with: resume ${runId}`);
  expect(countInvites(place.server)).toBe(3);
  const rest = await cli('resume', runId, '--json');
  expect([rest.exitCode, rest.answer.state, rest.answer.counts.done]).toEqual([0, 'finished', 7]);
  expect(timesOf(place)).toEqual(Array(7).fill(1));
});
