// What a run sends besides the people: target, message and settings, as the server saw them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openLedger } from '../../../electron/store/ledger';
import { openWithExceljs, toTexts } from '../../unit/electron/workbooks/read-workbook';
import { buildCli, setUpWorkplace, type Workplace } from './built-cli';

beforeAll(buildCli);

interface InviteBody {
  readonly candidates: readonly object[];
  readonly [field: string]: unknown;
}

const bodies = (place: Workplace) =>
  place.server.record.requests
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => body as InviteBody);

async function readList(
  place: Workplace,
  path: string,
): Promise<{ id: string; com_project_id?: string | null }[]> {
  const answer = await fetch(`${place.server.url}/integration/hiring/${path}/v1?limit=100`, {
    headers: { 'x-api-key': place.server.keys.full },
  });
  return ((await answer.json()) as { data: { id: string; com_project_id?: string | null }[] }).data;
}

test('a message written as text is sent as HTML, and stands on the overview as sent', async () => {
  const place = await setUpWorkplace();
  const messageFile = join(place.folder, 'message.txt');
  writeFileSync(messageFile, 'Dear {{candidate_name}},\n\nyour interview & more: {{interview_link}}\n');
  const results = join(place.folder, 'out.xlsx');
  const words = ['run', place.writePeople('fair.csv', 3), '--operation', 'invite', '--set', place.setId];
  const { exitCode } = await place.cli([
    ...words,
    '--send-invite',
    'yes',
    '--message-file',
    messageFile,
    '--results',
    results,
  ]);
  expect(exitCode).toBe(0);
  const html = '<p>Dear {{candidate_name}},</p><p>your interview &amp; more: {{interview_link}}</p>';
  expect(bodies(place)).toHaveLength(3);
  for (const body of bodies(place)) {
    expect(body).toMatchObject({
      com_interview_set_id: place.setId,
      send_invite: true,
      invitation_message: html,
    });
  }
  const overview = toTexts((await openWithExceljs(results)).getWorksheet('Overview'));
  expect(overview).toContainEqual(['Message', html]);
});

test('a message that is kept in the app is sent by its name, with its words for people without a first name', async () => {
  const place = await setUpWorkplace();
  const file = join(place.folder, 'some.csv');
  writeFileSync(file, 'Email,First name\nana@example.com,Ana\njobs@example.com,\n');
  const message = '<p>Dear {{candidate_name}}: {{interview_link}}</p>';
  const ledger = openLedger(place.dataDir);
  ledger.templates.save({ name: 'Fair 2026', language: null, message, fallbackWords: 'there' }, 1);
  ledger.close();
  const words = ['run', file, '--operation', 'invite', '--set', place.setId, '--send-invite', 'yes'];
  const results = join(place.folder, 'out.xlsx');
  const wrong = await place.cli([...words, '--template', 'Fare', '--results', results]);
  expect(wrong.exitCode).toBe(1);
  expect(wrong.stderr).toMatch(/no message of that name.*“Fair 2026”/);
  const { exitCode } = await place.cli([...words, '--template', 'fair 2026', '--results', results]);
  expect(exitCode).toBe(0);
  expect(bodies(place).map(({ invitation_message: sent }) => sent)).toEqual(
    expect.arrayContaining([message, message.replace('{{candidate_name}}', 'there')]),
  );
  const overview = toTexts((await openWithExceljs(results)).getWorksheet('Overview'));
  expect(overview).toContainEqual(['Without a first name', 'there']);
  const both = await place.cli([...words, '--template', 'a', '--message-file', 'b', '--results', results]);
  expect(both.stderr).toMatch(/cannot both be given/);
});

test.each([
  ['too short', 'Hi', /no fewer than 10/],
  ['not allowed', '<table><tr><td>Hello {{interview_link}}</td></tr></table>', /<table>/],
  ['a misspelt placeholder', 'Dear {{candidat_name}}, see {{interview_link}}', /candidat_name/],
])('a message that is %s is refused before anything is sent', async (_, text, sentence) => {
  const place = await setUpWorkplace();
  const messageFile = join(place.folder, 'message.txt');
  writeFileSync(messageFile, text);
  const words = ['run', place.writePeople('fair.csv', 3), '--operation', 'invite', '--set', place.setId];
  const { exitCode, stderr } = await place.cli([
    ...words,
    '--send-invite',
    'yes',
    '--message-file',
    messageFile,
    '--results',
    'out.csv',
  ]);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(sentence);
  expect(bodies(place)).toEqual([]);
});

test('a project with its job post, no email, several people in a request', async () => {
  const place = await setUpWorkplace();
  const post = (await readList(place, 'job-posts')).find(({ com_project_id }) => com_project_id != null);
  const projectId = post?.com_project_id ?? '';
  const words = ['run', place.writePeople('fair.csv', 10), '--operation', 'invite', '--project', projectId];
  const more = [
    '--job-post',
    post?.id ?? '',
    '--send-invite',
    'no',
    '--people-per-request',
    '4',
    '--results',
    'out.csv',
    '--json',
  ];
  const { exitCode, answer } = await place.cli([...words, ...more]);
  expect([exitCode, answer.counts.done]).toEqual([0, 10]);
  expect(
    bodies(place)
      .map(({ candidates }) => candidates.length)
      .sort(),
  ).toEqual([2, 4, 4]);
  for (const body of bodies(place)) {
    expect(body).toMatchObject({ com_project_id: projectId, com_job_post_id: post?.id, send_invite: false });
    expect(body).not.toHaveProperty('invitation_message');
    expect(body).not.toHaveProperty('com_interview_set_id');
  }
  expect(place.server.record.emailsSent).toEqual([]);
});

test('a key that may invite and not read sends all the same', async () => {
  const place = await setUpWorkplace();
  const words = ['run', place.writePeople('fair.csv', 3), '--operation', 'invite', '--set', place.setId];
  const { exitCode } = await place.cli([...words, '--send-invite', 'yes', '--results', 'out.csv'], {
    FLOWMINGO_API_KEY: place.server.keys.inviteOnly,
  });
  expect(exitCode).toBe(0);
});
