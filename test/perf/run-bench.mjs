/**
 * Rows per second of a run through the built command line, against a practice server in a process of its own, by that
 * server's own clock: from the first request's arrival to the last answer.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { median, printTable } from './tables.mjs';

const latencyMs = 50;
const concurrency = 8;
/** Eight in flight, each 50 ms: what no client can beat. */
const idealPerSecond = (concurrency * 1000) / latencyMs;
const leastRatio = 0.9;

/** @param {{ root: string, rowCount: number, rounds: number }} options */
export async function benchRuns({ root, rowCount, rounds }) {
  const cli = join(root, 'dist', 'cli', 'cli.cjs');
  const folder = mkdtempSync(join(tmpdir(), 'bench-run-'));
  const rates = [];
  try {
    const lines = Array.from({ length: rowCount }, (_, index) => `Ana,Silva,person${index}@example.com`);
    writeFileSync(join(folder, 'people.csv'), `First name,Last name,Email\r\n${lines.join('\r\n')}\r\n`);
    for (let round = 0; round < rounds; round += 1)
      rates.push(await measureRun({ cli, folder, rowCount, round }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const rate = median(rates);
  const ratio = rate / idealPerSecond;
  printTable(
    `A run of ${rowCount} rows at ${latencyMs} ms latency, ${concurrency} in flight, medians of ${rounds}`,
    ['', 'ratio', 'rows/s'],
    [
      ['ideal', '1.00', idealPerSecond.toFixed(1)],
      [
        `Flowmingo Batch (reach ${leastRatio.toFixed(2)}: ${ratio >= leastRatio ? 'reached' : 'NOT reached'})`,
        ratio.toFixed(2),
        rate.toFixed(1),
      ],
    ],
  );
}

async function measureRun({ cli, folder, rowCount, round }) {
  const practice = spawn(process.execPath, [cli, 'practice', '--candidates', '5'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const [line] = await once(createInterface({ input: practice.stdout }), 'line');
    const { url, keys } = JSON.parse(line);
    const setId = await firstSetId(url, keys.full);
    await fetch(new URL('/practice/faults', url), { method: 'POST', body: JSON.stringify({ latencyMs }) });
    const env = {
      ...process.env,
      FLOWMINGO_BASE_URL: url,
      FLOWMINGO_API_KEY: keys.full,
      FLOWMINGO_DATA_DIR: join(folder, `data-${round}`),
    };
    const words = [
      'run',
      join(folder, 'people.csv'),
      '--operation',
      'invite',
      '--set',
      setId,
      '--send-invite',
      'yes',
      '--concurrency',
      String(concurrency),
      '--results',
      join(folder, 'out.csv'),
    ];
    await promisify(execFile)(process.execPath, [cli, ...words], { env });
    return await rateByServer(url, rowCount);
  } finally {
    practice.kill('SIGTERM');
  }
}

async function firstSetId(url, key) {
  const answer = await fetch(`${url}/integration/hiring/interview-sets/v1`, {
    headers: { 'x-api-key': key },
  });
  return (await answer.json()).data[0].id;
}

async function rateByServer(url, rowCount) {
  const record = await (await fetch(new URL('/practice/record', url))).json();
  const arrivals = record.requests
    .filter(({ method }) => method === 'POST')
    .map(({ receivedAtMs }) => receivedAtMs);
  if (arrivals.length !== rowCount)
    throw new Error(`The server got ${arrivals.length} invites instead of ${rowCount}.`);
  const tookMs = Math.max(...arrivals) + latencyMs - Math.min(...arrivals);
  return (rowCount * 1000) / tookMs;
}
