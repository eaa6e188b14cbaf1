import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build, type InlineConfig } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PracticeServer } from '../../../electron/practice/practice-server';
import { openLedger } from '../../../electron/store/ledger';
import { nodeConfig } from '../../../scripts/build/node-config.mjs';
import { inRepo } from '../../../scripts/setup/places.mjs';
import { makeDataDir } from '../../unit/electron/runs/engine-bench';
import { acceptedTimes, inviteRequests, makeRealApi, orderForFirstSet, startServer } from './practice-bench';

const rowCount = 60;
const killCount = 5;
const concurrency = 4;
let programFolder = '';

beforeAll(async () => {
  // Beside the repository's own modules, so that the native package is found.
  programFolder = mkdtempSync(inRepo('node_modules/.crash-child-'));
  await build(
    nodeConfig(
      { name: 'cli', entry: 'test/integration/runs/crash-child.ts', folders: [], output: 'crash-child.cjs' },
      programFolder,
    ) as InlineConfig,
  );
});
afterAll(() => rmSync(programFolder, { recursive: true, force: true }));

interface Line {
  readonly wasUnclean?: boolean;
  readonly recovered?: readonly { readonly state: string; readonly unknownCount: number }[];
  readonly runId?: string;
  readonly state?: string;
  readonly counts?: Readonly<Record<string, number>>;
  readonly failed?: string;
}

/** Starts the program; its lines, and its end. */
function start(env: Record<string, string>): {
  child: ChildProcess;
  lines: Line[];
  whenOver: Promise<void>;
  whenRunning: Promise<string>;
} {
  const child = spawn(process.execPath, [join(programFolder, 'crash-child.cjs')], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: Line[] = [];
  const whenRunning = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (text) => {
      const line = JSON.parse(text) as Line;
      lines.push(line);
      if (line.runId !== undefined) resolve(line.runId);
    });
  });
  const whenOver = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return { child, lines, whenOver, whenRunning };
}

/** Resolves when the server has got so many invite requests. */
async function whenAsked(server: PracticeServer, count: number): Promise<void> {
  while (inviteRequests(server).length < count) await new Promise((resolve) => setTimeout(resolve, 2));
}

test(`kill -9 in the middle of a run, ${killCount} times: nobody invited twice, no result lost, and the run can be finished`, async () => {
  const server = await startServer({ faults: { latencyMs: { fromMs: 10, toMs: 40 } } });
  const { client } = makeRealApi(server.url, () => server.keys.full);
  const { target } = await orderForFirstSet(client);
  const dataDir = makeDataDir();
  const env = {
    DATA_DIR: dataDir,
    BASE_URL: server.url,
    KEY: server.keys.full,
    ROW_COUNT: String(rowCount),
    SET_ID: target.setId ?? '',
  };
  let runId = '';
  let unknownCount = 0;
  for (let kill = 1; kill <= killCount; kill += 1) {
    const { child, lines, whenOver, whenRunning } = start({ ...env, RUN_ID: runId });
    const before = inviteRequests(server).length;
    runId = await whenRunning;
    await whenAsked(server, before + 3 + kill);
    child.kill('SIGKILL');
    await whenOver;
    if (kill > 1) {
      expect(lines[0]).toMatchObject({ wasUnclean: true, recovered: [{ state: 'paused' }] });
      const found = lines[0]?.recovered?.[0]?.unknownCount ?? 0;
      expect(found).toBeLessThanOrEqual(concurrency);
      unknownCount += found;
    }
  }
  const last = start({ ...env, RUN_ID: runId });
  await last.whenOver;
  unknownCount += last.lines[0]?.recovered?.[0]?.unknownCount ?? 0;
  const end = last.lines.at(-1);
  expect(end).toMatchObject({
    state: 'finished',
    counts: { unknown: unknownCount, done: rowCount - unknownCount, notSent: 0 },
  });
  expect(unknownCount).toBeLessThanOrEqual(killCount * concurrency);

  const accepted = acceptedTimes(server);
  expect([...accepted].filter(([, times]) => times !== 1)).toEqual([]);
  const ledger = openLedger(dataDir);
  expect(ledger.wasUnclean).toBe(false);
  const rows = ledger.runs.readResultRows(runId, 0, rowCount);
  ledger.close();
  expect(rows).toHaveLength(rowCount);
  for (const { email, outcome, submissionId } of rows) {
    const isAccepted = accepted.has(email ?? '');
    if (outcome === 'done') expect([email, isAccepted, submissionId !== null]).toEqual([email, true, true]);
    else expect([email, outcome]).toEqual([email, 'unknown']);
  }
});

test('a second program is told that the ledger is in use, and a killed one leaves no lock behind', async () => {
  const server = await startServer({ faults: { latencyMs: 50 } });
  const { client } = makeRealApi(server.url, () => server.keys.full);
  const { target } = await orderForFirstSet(client);
  const dataDir = makeDataDir();
  const env = {
    DATA_DIR: dataDir,
    BASE_URL: server.url,
    KEY: server.keys.full,
    ROW_COUNT: '20',
    SET_ID: target.setId ?? '',
  };
  const first = start(env);
  const runId = await first.whenRunning;
  expect(() => openLedger(dataDir)).toThrow(expect.objectContaining({ code: 'store/in-use' }));
  first.child.kill('SIGKILL');
  await first.whenOver;
  const ledger = openLedger(dataDir);
  expect(ledger.wasUnclean).toBe(true);
  expect(ledger.runs.getRun(runId).state).toBe('running');
  ledger.close();
});
