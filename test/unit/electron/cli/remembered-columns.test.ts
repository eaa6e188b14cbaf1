import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../../../../electron/cli/cli';
import { toMappingFile } from '../../../../shared/mappings/mapping-file';
import type { MappingContent } from '../../../../shared/mappings/saved-mapping';
import { makeDataDir, openTestLedger } from '../runs/engine-bench';
import { makeIo } from './make-io';

const csv = 'Name,Work mail,Private mail\nAnna Rossi,anna@firm.example,anna@example.com\n';
const workMail: MappingContent = {
  headers: ['Name', 'Work mail', 'Private mail'],
  columns: [
    { field: 'fullname', header: 'Name', occurrence: 1 },
    { field: 'email', header: 'Work mail', occurrence: 1 },
  ],
  nameOrder: 'decide',
};
const remembered = { fullname: 'Name', email: 'Work mail' };
const proposed = { fullname: 'Name', email: 'Private mail' };

function makeFolder() {
  const dataDir = makeDataDir();
  const sheet = join(dataDir, 'people.csv');
  writeFileSync(sheet, csv);
  return { dataDir, sheet };
}
async function check(dataDir: string, ...words: string[]) {
  const io = makeIo({ FLOWMINGO_DATA_DIR: dataDir });
  const exitCode = await runCli(['check', ...words, '--json'], io);
  return { exitCode, said: io.said.join(' '), answer: JSON.parse(io.printed.at(-1) ?? 'null') };
}

test('check uses the columns as the window has remembered them, also while the window is open, and says so', async () => {
  const { dataDir, sheet } = makeFolder();
  expect((await check(dataDir, sheet)).answer).toMatchObject({ mapping: proposed });
  openTestLedger(dataDir).mappings.remember(workMail, 1000);
  const { answer, said } = await check(dataDir, sheet);
  expect(answer).toMatchObject({ mapping: remembered });
  expect(said).toContain('The columns are used as last time.');
  expect((await check(dataDir, sheet, '--no-remembered')).answer).toMatchObject({ mapping: proposed });
  expect((await check(dataDir, sheet, '--map', 'Private mail=email')).answer).toMatchObject({
    mapping: proposed,
  });
});

test('a file of mappings is used where it fits, and refused where it does not', async () => {
  const { dataDir, sheet } = makeFolder();
  const file = join(dataDir, 'mappings.json');
  const shared = { ...workMail, mappingId: 'm', name: null, lastUsedAtMs: 1 };
  writeFileSync(file, toMappingFile([shared]));
  expect((await check(dataDir, sheet, '--mapping', file)).answer).toMatchObject({
    mapping: remembered,
  });
  writeFileSync(sheet, csv.replace('Work mail', 'Office mail'));
  const unfit = await check(dataDir, sheet, '--mapping', file);
  expect([unfit.exitCode, unfit.said]).toEqual([
    1,
    expect.stringContaining('No mapping of the --mapping file fits'),
  ]);
  writeFileSync(sheet, csv.replace('Name,', 'Name,Stand,').replace('Rossi,', 'Rossi,12,'));
  expect((await check(dataDir, sheet, '--mapping', file)).answer).toMatchObject({ mapping: remembered });
  writeFileSync(file, 'Name;Email');
  expect((await check(dataDir, sheet, '--mapping', file)).said).toContain(
    'This is not a file of column mappings',
  );
  expect((await check(dataDir, sheet, '--mapping', join(dataDir, 'nowhere.json'))).said).toContain(
    'cannot be read',
  );
});
