import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { openWithExceljs, toTexts } from '../../unit/electron/workbooks/read-workbook';
import { buildCli, readAllFiles, samples, setUpWorkplace, timesInvited, type Workplace } from './built-cli';

beforeAll(buildCli);

const invite = (place: Workplace, file: string, ...more: string[]) => [
  'run',
  file,
  '--operation',
  'invite',
  '--set',
  place.setId,
  '--send-invite',
  'yes',
  ...more,
];

describe('run', () => {
  test('a clean CSV: everybody invited once, exit 0, and the workbook agrees with the server row by row', async () => {
    const place = await setUpWorkplace();
    const results = join(place.folder, 'out.xlsx');
    const { exitCode, answer, stderr } = await place.cli([
      ...invite(place, place.writePeople('fair.csv', 60)),
      '--results',
      results,
      '--json',
    ]);

    expect(exitCode).toBe(0);
    expect(answer).toEqual({
      runId: expect.any(String),
      state: 'finished',
      pauseReason: null,
      total: 60,
      counts: { done: 60, alreadyThere: 0, refused: 0, unknown: 0, skipped: 0, notSent: 0 },
      undecided: 0,
      results,
    });
    expect(stderr).toContain('60 people will get a made-up email');
    expect([...timesInvited(place.server)].filter(([, times]) => times !== 1)).toEqual([]);
    expect(place.server.record.emailsSent).toHaveLength(60);

    const [header = [], ...rows] = toTexts((await openWithExceljs(results)).getWorksheet('Results'));
    expect(rows).toHaveLength(60);
    const submissions = new Map(place.server.record.submissions().map(({ id, email }) => [id, email]));
    const at = (name: string) => header.indexOf(name);
    for (const row of rows) {
      expect(row[at('Outcome')]).toBe('Done');
      expect(submissions.get(row[at('Submission id')] ?? '')).toBe(row[at('Email')]);
      expect(row[at('Email sent to')]).toBe(row[at('Email')]);
    }
  });

  test('a real workbook with problems: nothing runs without --skip-problems, and with it each row has its outcome', async () => {
    const place = await setUpWorkplace();
    const file = join(samples, '07-talent-pool.xlsm');
    const results = join(place.folder, 'out.csv');
    const refused = await place.cli([...invite(place, file), '--results', results, '--json']);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(/1 row has a problem that stops it: row 11\./);
    expect(refused.stdout).toBe('');
    expect(timesInvited(place.server).size).toBe(0);

    const { exitCode, answer } = await place.cli([
      ...invite(place, file, '--skip-problems'),
      '--results',
      results,
      '--json',
    ]);
    expect(exitCode).toBe(2);
    expect(answer.counts).toMatchObject({ done: 12, skipped: 1 });
    const rows = Papa.parse<Record<string, string>>(readFileSync(results, 'utf8').replace(/^\ufeff/, ''), {
      header: true,
      skipEmptyLines: true,
    }).data;
    expect(rows.map((row) => row.Row)).toEqual([
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
      '12',
      '14',
      '15',
      '16',
      '17',
      '18',
    ]);
    expect(rows).toHaveLength(13);
    expect(rows.find((row) => row.Row === '11')).toMatchObject({ Outcome: 'Skipped', Attempts: '0' });
    // The recruiter's own columns come first, as they were shown.
    expect(Object.keys(rows[0] ?? {})[0]).toBe('Ref');
    expect(rows[0]?.Ref).toBe('00417');
  });

  test('people who were invited to this set before are skipped and said, and get nothing twice', async () => {
    const place = await setUpWorkplace();
    const first = place.writePeople('a.csv', 5);
    await place.cli([...invite(place, first), '--results', join(place.folder, 'a.xlsx')]);
    const { exitCode, answer, stderr } = await place.cli([
      ...invite(place, place.writePeople('b.csv', 8)),
      '--results',
      join(place.folder, 'b.xlsx'),
      '--json',
    ]);
    expect(exitCode).toBe(2);
    expect(answer.counts).toMatchObject({ done: 3, skipped: 5 });
    expect(stderr).toContain('5 already invited by an earlier run');
    expect([...timesInvited(place.server).values()]).toEqual(Array(8).fill(1));

    const again = await place.cli([
      ...invite(place, first),
      '--results',
      join(place.folder, 'c.xlsx'),
      '--json',
    ]);
    expect(again.exitCode).toBe(1);
    expect(again.stderr).toContain('No row can be sent: 5 already invited by an earlier run.');
  });

  test('refused people: exit 2; an answer that got lost and cannot be looked up: exit 3, and the row is unknown', async () => {
    const place = await setUpWorkplace({
      faults: { refusedShare: 0.2, failures: [{ kind: 'reset', moment: 'after', requestNumbers: [3] }] },
    });
    const env = { FLOWMINGO_API_KEY: place.server.keys.inviteOnly };
    const { exitCode, answer } = await place.cli(
      [
        ...invite(place, place.writePeople('fair.csv', 40)),
        '--results',
        join(place.folder, 'out.xlsx'),
        '--json',
      ],
      env,
    );
    expect(exitCode).toBe(3);
    expect(answer.counts.unknown).toBe(1);
    expect(answer.counts.refused).toBeGreaterThan(0);
    expect(answer.counts.done + answer.counts.refused + answer.counts.unknown).toBe(40);
    expect([...timesInvited(place.server).values()].filter((times) => times > 1)).toEqual([]);
  });

  test('runs, results and resume of an ended run tell the same, and send nothing', async () => {
    const place = await setUpWorkplace();
    const { answer: run } = await place.cli([
      ...invite(place, place.writePeople('fair.csv', 6)),
      '--results',
      join(place.folder, 'out.xlsx'),
      '--json',
    ]);
    const requestsBefore = place.server.record.requests.length;
    // Neither the key nor the server is needed to look back.
    const { answer: list } = await place.cli(['runs', '--json'], {
      FLOWMINGO_API_KEY: '',
      FLOWMINGO_BASE_URL: '',
    });
    expect(list).toEqual({
      runs: [
        {
          runId: run.runId,
          run: 1,
          state: 'finished',
          total: 6,
          counts: run.counts,
          undecided: 0,
          startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        },
      ],
    });
    const again = join(place.folder, 'again.csv');
    expect((await place.cli(['results', run.runId, '--out', again])).exitCode).toBe(0);
    expect(readFileSync(again, 'utf8').trimEnd().split('\r\n')).toHaveLength(7);
    const resumed = await place.cli(['resume', run.runId, '--json']);
    expect([resumed.exitCode, resumed.answer]).toEqual([0, { ...run, results: null }]);
    expect(place.server.record.requests).toHaveLength(requestsBefore);
  });
});

describe('what is refused before anything is sent', () => {
  test('each with exit 1, one sentence on stderr and nothing on stdout', async () => {
    const place = await setUpWorkplace();
    const file = place.writePeople('fair.csv', 3);
    const results = join(place.folder, 'out.xlsx');
    const set = ['--set', place.setId];
    const cases: [string[], RegExp, Record<string, string>?][] = [
      [
        ['run', file, '--operation', 'invite', ...set, '--results', results],
        /--send-invite yes or no is missing/,
      ],
      [
        ['run', file, '--operation', 'invite', '--send-invite', 'yes', '--results', results],
        /--set or --project is missing/,
      ],
      [
        ['run', file, '--operation', 'invite', ...set, '--send-invite', 'maybe', '--results', results],
        /takes yes or no/,
      ],
      [['run', file, '--operation', 'invite', ...set, '--send-invite', 'yes'], /--results is missing/],
      [
        ['run', file, '--operation', 'invite', ...set, '--send-invite', 'yes', '--results', 'out.pdf'],
        /ends in \.xlsx or \.csv/,
      ],
      [
        ['run', file, '--operation', 'invite', ...set, '--send-invite', 'yes', '--results', file],
        /the file with the people itself/,
      ],
      [
        [
          'run',
          file,
          '--operation',
          'invite',
          ...set,
          '--send-invite',
          'yes',
          '--results',
          join(place.folder, 'no', 'out.xlsx'),
        ],
        /the folder is not there/,
      ],
      [
        [
          'run',
          join(samples, '14-empty.csv'),
          '--operation',
          'invite',
          ...set,
          '--send-invite',
          'yes',
          '--results',
          results,
        ],
        /empty|nothing|no /i,
      ],
      [
        [
          'run',
          file,
          '--operation',
          'invite',
          '--set',
          'no-such-set',
          '--send-invite',
          'yes',
          '--results',
          results,
        ],
        /no longer has this/,
      ],
      [
        invite(place, file, '--results', results),
        /does not accept this key/,
        { FLOWMINGO_API_KEY: place.server.keys.expired },
      ],
      [
        invite(place, file, '--results', results),
        /lacks “invite_candidates”/,
        { FLOWMINGO_API_KEY: place.server.keys.readOnly },
      ],
      [
        invite(place, file, '--results', results),
        /may name this computer only/,
        { FLOWMINGO_BASE_URL: 'https://flowmingo.example.com' },
      ],
      [['resume', 'no-such-run'], /not in the history/],
    ];
    for (const [words, sentence, env] of cases) {
      const { exitCode, stdout, stderr } = await place.cli([...words, '--json'], env);
      expect([words.join(' '), exitCode, stdout]).toEqual([words.join(' '), 1, '']);
      expect(stderr).toMatch(sentence);
    }
    expect(timesInvited(place.server).size).toBe(0);
  });
});

test('the key stands in no output, no argument and no file, also after a run that failed', async () => {
  const place = await setUpWorkplace({
    faults: { failures: [{ kind: 'garbled-json', requestNumbers: [2] }] },
  });
  const { stdout, stderr } = await place.cli([
    ...invite(place, place.writePeople('fair.csv', 12)),
    '--results',
    join(place.folder, 'out.xlsx'),
    '--json',
  ]);
  const key = place.server.keys.full;
  const secret = key.slice(key.indexOf('.') + 1);
  const misplaced = await place.cli(['runs', key]);
  expect(misplaced.exitCode).toBe(1);
  for (const text of [stdout, stderr, misplaced.stdout, misplaced.stderr]) expect(text).not.toContain(secret);
  const forms = [
    secret,
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
    Buffer.from(secret).toString('hex'),
  ];
  const files = readAllFiles(place.folder);
  expect(files.length).toBeGreaterThan(3);
  for (const bytes of files) {
    for (const form of forms) expect(bytes.includes(form)).toBe(false);
    expect(bytes.includes(Buffer.from(secret, 'utf16le'))).toBe(false);
  }
});
