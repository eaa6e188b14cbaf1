import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildCli, samples, setUpWorkplace } from './built-cli';

beforeAll(buildCli);

test('check needs no key, no network and no ledger, and answers one object on the last line', async () => {
  const place = await setUpWorkplace();
  const env = { FLOWMINGO_API_KEY: '', FLOWMINGO_BASE_URL: '', FLOWMINGO_DATA_DIR: '/proc/nowhere' };
  const { exitCode, answer, stderr } = await place.cli(
    ['check', join(samples, '02-bewerber.csv'), '--json'],
    env,
  );
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(answer).toMatchObject({
    file: '02-bewerber.csv',
    sheet: null,
    headerRow: 4,
    rows: 14,
    mapping: {
      email: 'E-Mail-Adresse',
      firstname: 'Vorname',
      lastname: 'Nachname',
      cv_link: 'Lebenslauf (Link)',
      ats_candidate_id: 'Bewerber-ID',
    },
  });
  expect(Object.keys(answer)).toEqual([
    'file',
    'sheet',
    'headerRow',
    'rows',
    'mapping',
    'problems',
    'sample',
  ]);
  expect(Object.keys(answer.problems[0] ?? {})).toEqual([
    'rowNumber',
    'field',
    'kind',
    'message',
    'blocking',
  ]);
  expect(answer.sample).toHaveLength(5);
  expect(Object.keys(answer.sample[0] ?? {})).toEqual([
    'rowNumber',
    'email',
    'firstname',
    'lastname',
    'cv_link',
    'ats_candidate_id',
  ]);
  expect(place.server.record.requests.filter(({ path }) => !path.includes('interview-sets'))).toEqual([]);
});

test('a file that cannot be read: exit 1, a sentence, and the reason as a problem', async () => {
  const place = await setUpWorkplace();
  const { exitCode, answer, stderr } = await place.cli([
    'check',
    join(samples, '12-salary-review.xlsx'),
    '--json',
  ]);
  expect(exitCode).toBe(1);
  expect(stderr).toContain('protected with a password');
  expect(answer).toMatchObject({ rows: 0, problems: [{ kind: 'file-encrypted', blocking: true }] });
});

test('practice prints its address and keys at once, answers requests, and ends on SIGTERM', async () => {
  const place = await setUpWorkplace();
  const { child, ended } = place.start(['practice', '--seed', '5', '--candidates', '3']);
  const line = await new Promise<string>((resolve) =>
    child.stdout?.once('data', (chunk) => resolve(String(chunk))),
  );
  const { url, keys } = JSON.parse(line) as { url: string; keys: Record<string, string> };
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/company$/);
  const me = await fetch(`${url}/integration/me/v1`, { headers: { 'x-api-key': keys.full ?? '' } });
  expect(me.status).toBe(200);
  child.kill('SIGTERM');
  const { exitCode, stdout } = await ended;
  expect([exitCode, stdout.trimEnd().split('\n').length]).toEqual([0, 1]);
});

test('the built file loads nothing but Node’s own modules and the two native packages', () => {
  const source = readFileSync(join(samples, '../../../dist/cli/cli.cjs'), 'utf8');
  const required = new Set(
    [...source.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name = '']) => name.replace(/^node:/, '')),
  );
  expect(required).not.toContain('electron');
});
