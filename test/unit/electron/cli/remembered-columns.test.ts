import { existsSync, writeFileSync } from 'node:fs';
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

test('a header that is nearly a remembered one is said with what differs, and used when a flag says so', async () => {
  const { dataDir, sheet } = makeFolder();
  openTestLedger(dataDir).mappings.remember(workMail, 1000);
  writeFileSync(sheet, csv.replace('Name,', 'Name,Stand,').replace('Rossi,', 'Rossi,12,'));
  const near = await check(dataDir, sheet);
  expect(near.answer).toMatchObject({
    mapping: proposed,
    nearlyRemembered: { mapping: remembered, missing: [], added: ['Stand'] },
  });
  expect(near.said).toContain('“Stand” is new. Last time email was “Work mail” and is “Private mail” now.');
  const used = await check(dataDir, sheet, '--near-remembered');
  expect(used.answer).toMatchObject({ mapping: remembered });
  expect(used.answer).not.toHaveProperty('nearlyRemembered');
  expect(used.said).toContain('“Stand” is new');
  const anew = await check(dataDir, sheet, '--no-remembered');
  expect([anew.said, anew.answer]).toEqual(['', expect.objectContaining({ mapping: proposed })]);
});

test('nothing is said of a near header where it comes to the same, or where --map says the same', async () => {
  const { dataDir, sheet } = makeFolder();
  openTestLedger(dataDir).mappings.remember(workMail, 1000);
  writeFileSync(sheet, csv.replace('Name,', 'Name,Stand,').replace('Rossi,', 'Rossi,12,'));
  const paired = await check(dataDir, sheet, '--map', 'Work mail=email');
  expect([paired.said, paired.answer]).toEqual(['', expect.objectContaining({ mapping: remembered })]);
});

test('a command that goes on to sending stops until it is told which columns count', async () => {
  const { dataDir, sheet } = makeFolder();
  openTestLedger(dataDir).mappings.remember(workMail, 1000);
  writeFileSync(sheet, csv.replace('Name,', 'Name,Stand,').replace('Rossi,', 'Rossi,12,'));
  const prepare = async (name: string, ...words: string[]) => {
    const io = makeIo({ FLOWMINGO_DATA_DIR: dataDir });
    const out = join(dataDir, name);
    const exitCode = await runCli(['prepare', sheet, '--operation', 'invite', '--out', out, ...words], io);
    return { exitCode, said: io.said.join(' '), isThere: existsSync(out) };
  };
  expect(await prepare('a.flowbatch')).toEqual({
    exitCode: 1,
    said: expect.stringMatching(/“Stand” is new.*Nothing was done\. Add --near-remembered/),
    isThere: false,
  });
  expect(await prepare('b.flowbatch', '--near-remembered')).toMatchObject({ exitCode: 0, isThere: true });
  expect(await prepare('c.flowbatch', '--no-remembered')).toMatchObject({ exitCode: 0, isThere: true });
  expect((await check(dataDir, join(dataDir, 'b.flowbatch'))).answer.sample[0]).toMatchObject({
    email: 'anna@firm.example',
  });
  const both = await prepare('d.flowbatch', '--no-remembered', '--near-remembered');
  expect(both).toMatchObject({ exitCode: 1, said: expect.stringContaining('say two things') });
});

test('--near-remembered is refused where nothing near is remembered', async () => {
  const { dataDir, sheet } = makeFolder();
  const { exitCode, said } = await check(dataDir, sheet, '--near-remembered');
  expect([exitCode, said]).toEqual([1, expect.stringContaining('No header that is remembered is nearly')]);
});
