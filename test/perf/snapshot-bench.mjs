/**
 * How fast the built command line reads a large pipeline, by the server's own clock, beside the ideal of so many pages at once and
 * beside a bare loop that keeps nothing. The server answers from pages that were made beforehand.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { median, printTable } from './tables.mjs';

const latencyMs = 30;
const pageSize = 100;
/** As a snapshot reads (electron/snapshots/snapshot-service.ts). */
const concurrency = 8;
const aloneCount = 40;
const leastRatio = 0.9;

/** @param {{ root: string, rowCount: number, rounds: number }} options `rowCount` applications and as many submissions */
export async function benchSnapshots({ root, rowCount, rounds }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-snapshot-'));
  const found = [];
  try {
    for (let round = 0; round < rounds; round += 1)
      found.push(await measure({ root, folder, rowCount, round }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const pageCount = 2 * Math.ceil(rowCount / pageSize);
  /** A page alone takes so long, timers and loopback included; with so many on their way, no client can beat it. */
  const aloneMs = median(found.map(({ aloneMs: one }) => one));
  const idealMs = (pageCount * aloneMs) / concurrency;
  const bareMs = median(found.map(({ bareMs: one }) => one));
  const snapshotMs = median(found.map(({ snapshotMs: one }) => one));
  const ratio = idealMs / snapshotMs;
  const row = (name, ms) => [
    name,
    (idealMs / ms).toFixed(3),
    (bareMs / ms).toFixed(3),
    ((pageCount * latencyMs) / concurrency / ms).toFixed(3),
    (ms / 1000).toFixed(2),
  ];
  printTable(
    `A snapshot of ${rowCount} applications and ${rowCount} submissions, ${concurrency} pages at once, ${latencyMs} ms each, a page alone ${aloneMs.toFixed(1)} ms, medians of ${rounds}, load ${loadavg()[0]?.toFixed(1)}`,
    ['', 'ratio', 'of bare', `of ${latencyMs} ms`, 's'],
    [
      row('ideal', idealMs),
      row('bare node:http', bareMs),
      row(
        `Flowmingo Batch (reach ${leastRatio.toFixed(2)}: ${ratio >= leastRatio ? 'reached' : 'NOT reached'})`,
        snapshotMs,
      ),
    ],
  );
}

async function measure({ root, folder, rowCount, round }) {
  const words = [join(root, 'test', 'perf', 'page-server.mjs'), rowCount, rowCount, latencyMs].map(String);
  const server = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = await once(createInterface({ input: server.stdout }), 'line');
    const { url } = JSON.parse(line);
    const cli = join(root, 'dist', 'cli', 'cli.cjs');
    const out = join(folder, `round-${round}.csv`);
    const env = {
      ...process.env,
      FLOWMINGO_BASE_URL: url,
      FLOWMINGO_API_KEY: 'fl_practice_bench0001.abcdefgh12345678',
      FLOWMINGO_DATA_DIR: join(folder, `data-${round}`),
    };
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [cli, 'snapshot', '--out', out, '--json'],
      { env },
    );
    const { counts } = JSON.parse(stdout.trimEnd().split('\n').at(-1));
    if (counts.applications !== rowCount || counts.submissions !== rowCount)
      throw new Error(
        `The snapshot holds ${counts.applications} and ${counts.submissions} instead of ${rowCount}.`,
      );
    const snapshotMs = await readClock(url);
    const pageCount = Math.ceil(rowCount / pageSize);
    await readBarely(url, ['applications', 'submissions'], pageCount, concurrency);
    const bareMs = await readClock(url);
    const alone = await readBarely(url, ['applications'], aloneCount, 1);
    return { snapshotMs, bareMs, aloneMs: median(alone) };
  } finally {
    server.kill('SIGTERM');
  }
}

async function readClock(url) {
  return (await (await fetch(`${url}/clock`)).json()).tookMs;
}

/** What Node's own client gets when nothing is kept. Answers how long each page took. */
async function readBarely(url, lists, pageCount, atOnce) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const addresses = lists.flatMap((list) =>
    Array.from({ length: pageCount }, (_, index) => `${url}/integration/hiring/${list}/v1?page=${index + 1}`),
  );
  const read = (address) =>
    new Promise((resolve, reject) => {
      get(address, { agent }, (response) => response.on('end', resolve).resume()).on('error', reject);
    });
  const took = [];
  const readOn = async () => {
    for (let address = addresses.pop(); address !== undefined; address = addresses.pop()) {
      const leftAtMs = performance.now();
      await read(address);
      took.push(performance.now() - leftAtMs);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, readOn));
  agent.destroy();
  return took;
}
