// A flag that would change nothing is refused before anything is opened: whoever types it believes that it counts.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../../../electron/cli/cli';
import { makeIo } from './make-io';

let folder: string;
const inFolder = (name: string) => path.join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'flags-'));
  writeFileSync(inFolder('people.csv'), 'E-Mail,Name,Stage\nana@example.com,Ana Novak,Final\n');
  writeFileSync(inFolder('message.txt'), 'A message that is long enough.');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function say(words: readonly string[]): Promise<string> {
  const io = makeIo({ FLOWMINGO_DATA_DIR: inFolder('data') });
  const named = words.map((word) => (/\.(csv|txt|flowbatch|xlsx)$/.test(word) ? inFolder(word) : word));
  expect([await runCli(named, io), io.printed]).toEqual([1, []]);
  return io.said.join('\n');
}

const onPipeline = ['add', 'move', 'reject', 'changes'] as const;
const ofInvitations = [
  ['--set', 's'],
  ['--send-invite', 'yes'],
  ['--message-file', 'message.txt'],
  ['--template', 'Welcome'],
  ['--name-fallback', 'there'],
  ['--mapping', 'm.json'],
  ['--near-remembered'],
  ['--people-per-request', '2'],
];

describe.each(onPipeline)('--operation %s', (operation) => {
  test.each(ofInvitations)('refuses %s in run and in prepare', async (...flag) => {
    const sentence = `${flag[0]} means nothing with --operation ${operation}. Nothing was done.`;
    const run = ['run', 'people.csv', '--operation', operation, '--results', 'out.csv'];
    const prepare = ['prepare', 'people.csv', '--operation', operation, '--out', 'x.flowbatch'];
    for (const command of [run, prepare]) expect(await say([...command, ...flag])).toContain(sentence);
  });

  test.each([['--skip-problems'], ['--first', '3'], ['--concurrency', '2']])(
    'prepare refuses %s, which only a run can mean',
    async (...flag) => {
      const words = ['prepare', 'people.csv', '--operation', operation, '--out', 'x.flowbatch', ...flag];
      expect(await say(words)).toContain(`${flag[0]} means nothing in a batch file of work on a pipeline`);
    },
  );
});

const invite = ['--operation', 'invite', '--set', 's'];

test.each([
  [
    ['run', 'people.csv', ...invite, '--send-invite', 'no', '--stage', 'x', '--results', 'o.csv'],
    '--stage means nothing with --operation invite',
  ],
  [
    ['run', 'people.csv', ...invite, '--send-invite', 'no', '--yes-number', '1', '--results', 'o.csv'],
    '--yes-number means nothing',
  ],
  [
    ['prepare', 'people.csv', ...invite, '--stage', 'x', '--out', 'x.flowbatch'],
    '--stage means nothing with --operation invite',
  ],
  [
    [
      'run',
      'people.csv',
      ...invite,
      '--send-invite',
      'no',
      '--message-file',
      'message.txt',
      '--results',
      'o.csv',
    ],
    '--message-file means nothing where no email is asked for',
  ],
  [
    [
      'prepare',
      'people.csv',
      ...invite,
      '--send-invite',
      'no',
      '--name-fallback',
      'there',
      '--out',
      'x.flowbatch',
    ],
    '--name-fallback means nothing where no email is asked for',
  ],
  [
    ['prepare', 'people.csv', ...invite, '--name', 'x'.repeat(201), '--out', 'x.flowbatch'],
    '--name takes at most 200 characters',
  ],
  [
    ['check', 'people.csv', '--map', 'Name=firstname', '--map', 'Name=lastname'],
    '--map names firstname and something that excludes it',
  ],
  [
    ['check', 'people.csv', '--map', 'Name=fullname', '--map', 'Stage=firstname'],
    '--map names fullname and something that excludes it',
  ],
  [['check', 'people.csv', '--sheet', ' '], '--sheet needs a value'],
  [['check', 'people.csv', '--json', '--json'], '--json was given twice'],
  [['results', 'r', '--into', '--into', 'people.csv', '--out', 'o.csv'], '--into was given twice'],
  [['undo', 'r', '--list', '--first', '3'], '--first means nothing with --list'],
  [['undo', 'r', '--list', '--results', 'o.csv'], '--results means nothing with --list'],
  [['undo', 'r', '--people-per-request', '2'], 'There is no flag --people-per-request'],
  [['again', 'r', '--list', '--yes-number', '3'], '--yes-number means nothing with --list'],
  [['changes', 'a', 'a'], 'Both words name the same snapshot'],
  [['help', 'runn'], 'There is no command of this name'],
])('%j is refused with a sentence', async (words, sentence) => {
  expect(await say(words)).toContain(sentence);
});

test('help and the name of a command say what that command takes', async () => {
  const io = makeIo();
  expect(await runCli(['help', 'prepare'], io)).toBe(0);
  expect(io.printed.join('\n')).toContain('prepare FILE --operation invite');
});
