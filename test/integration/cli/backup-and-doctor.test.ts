// backup writes a file that the app takes, also while nothing else is there; doctor says what is well and what is not.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { inspectBackup } from '../../../electron/backup/inspect-backup';
import { stageRestore } from '../../../electron/backup/stage-restore';
import { openLedger } from '../../../electron/store/ledger';
import { buildCli, setUpWorkplace, timesInvited, type Workplace } from './built-cli';

beforeAll(buildCli);

async function runOnce({ cli, setId, writePeople }: Workplace): Promise<void> {
  writePeople('people.csv', 3);
  const order = ['--operation', 'invite', '--set', setId, '--send-invite', 'yes', '--results', 'out.csv'];
  expect((await cli(['run', 'people.csv', ...order])).exitCode).toBe(0);
}

test('backup writes what the app can restore, and refuses a name that the app would not find', async () => {
  const workplace = await setUpWorkplace();
  await runOnce(workplace);
  const refused = await workplace.cli(['backup', '--out', 'one.zip']);
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toContain('must end in .flowbackup');
  expect(existsSync(join(workplace.folder, 'one.zip'))).toBe(false);

  const { exitCode, stdout } = await workplace.cli(['backup', '--out', 'one.flowbackup']);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('1 run and 0 drafts');
  const file = join(workplace.folder, 'one.flowbackup');
  expect(inspectBackup(file, 'one.flowbackup')).toMatchObject({ runCount: 1, appVersion: '0.1.0' });
  expect(readFileSync(file).includes(workplace.server.keys.full.split('.')[1] ?? 'no key')).toBe(false);
});

test('a run from a backup is only gone on with where somebody says that it did not go on', async () => {
  const workplace = await setUpWorkplace();
  workplace.writePeople('people.csv', 5);
  const order = ['--operation', 'invite', '--set', workplace.setId, '--send-invite', 'yes'];
  const first = await workplace.cli([
    'run',
    'people.csv',
    ...order,
    '--first',
    '2',
    '--results',
    'out.csv',
    '--json',
  ]);
  const { runId } = first.answer;
  await workplace.cli(['backup', '--out', 'one.flowbackup']);
  const elsewhere = join(workplace.folder, 'elsewhere');
  openLedger(elsewhere).close();
  const path = join(workplace.folder, 'one.flowbackup');
  await stageRestore({ dataDir: elsewhere, path, fileName: 'one.flowbackup', known: [], nowMs: Date.now() });
  const env = { FLOWMINGO_DATA_DIR: elsewhere };

  const refused = await workplace.cli(['resume', runId, '--json'], env);
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toContain('comes from a backup');
  expect(timesInvited(workplace.server).size).toBe(2);
  const { exitCode } = await workplace.cli(['resume', runId, '--even-if-twice', '--json'], env);
  expect(exitCode).toBe(0);
  expect([...timesInvited(workplace.server).values()]).toEqual([1, 1, 1, 1, 1]);
});

test('doctor looks at history and network without a request, and says when another has the history open', async () => {
  const workplace = await setUpWorkplace();
  await runOnce(workplace);
  const before = workplace.server.record.requests.length;
  const well = await workplace.cli(['doctor', '--json'], { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' });
  // There is no keychain here, which is not well.
  expect(well.exitCode).toBe(1);
  expect(well.answer).toMatchObject({
    isWell: false,
    ledger: { isWell: true },
    network: { outcome: { kind: 'connected' } },
    keychain: { kind: 'session-only' },
  });
  expect(workplace.server.record.requests).toHaveLength(before);

  const ledger = openLedger(workplace.dataDir);
  const busy = await workplace.cli(['doctor']);
  ledger.close();
  expect(busy.stdout).toContain('Another Flowmingo Batch is using the run history');

  writeFileSync(join(workplace.dataDir, 'ledger.sqlite'), 'not a ledger');
  const damaged = await workplace.cli(['doctor']);
  expect(damaged.stdout).toContain('cannot be read');
  expect(readFileSync(join(workplace.dataDir, 'ledger.sqlite'), 'utf8')).toBe('not a ledger');
});
