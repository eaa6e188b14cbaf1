/**
 * Rows per second of a run through the built command line, against a practice server in a process of its own, by that
 * server's own clock: from the first request's arrival to the last answer.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { median, printTable } from './tables.mjs';

const latencyMs = 50;
const aloneCount = 60;
/** Requests in flight, and what the run must reach of concurrency / latency with every write synced. */
const plans = [
  { concurrency: 8, leastRatio: 0.95 },
  { concurrency: 16, leastRatio: 0.95 },
];

/** @param {{ root: string, rowCount: number, rounds: number }} options `rowCount` for each 8 in flight */
export async function benchRuns({ root, rowCount, rounds }) {
  for (const plan of plans)
    await benchRun({ root, rowCount: (rowCount * plan.concurrency) / 8, rounds, ...plan });
}

async function benchRun({ root, rowCount, rounds, concurrency, leastRatio }) {
  const cli = join(root, 'dist', 'cli', 'cli.cjs');
  const folder = mkdtempSync(join(tmpdir(), 'bench-run-'));
  const found = [];
  try {
    const lines = Array.from({ length: rowCount }, (_, index) => `Ana,Silva,person${index}@example.com`);
    writeFileSync(join(folder, 'people.csv'), `First name,Last name,Email\r\n${lines.join('\r\n')}\r\n`);
    for (let round = 0; round < rounds; round += 1)
      found.push(await measureRun({ cli, folder, rowCount, round, concurrency }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  /** A request alone takes so long, timers and loopback included; with so many in flight, no client can beat it. */
  const aloneMs = median(found.map(({ aloneMs }) => aloneMs));
  const idealPerSecond = (concurrency * 1000) / aloneMs;
  const rate = median(found.map(({ run }) => run));
  const bare = median(found.map(({ bare }) => bare));
  const ofBare = median(found.map(({ run, bare }) => run / bare));
  const ratio = rate / idealPerSecond;
  const load = loadavg()[0]?.toFixed(1);
  const row = (name, perSecond, ofBare) => [
    name,
    (perSecond / idealPerSecond).toFixed(3),
    ofBare,
    ((perSecond * latencyMs) / (concurrency * 1000)).toFixed(3),
    perSecond.toFixed(1),
  ];
  const verdict = `reach ${leastRatio.toFixed(2)}: ${ratio >= leastRatio ? 'reached' : 'NOT reached'}`;
  printTable(
    `A run of ${rowCount} rows, ${concurrency} in flight, the server set to ${latencyMs} ms, a request alone ${aloneMs.toFixed(1)} ms, medians of ${rounds}, load ${load}`,
    ['', 'ratio', 'of bare', `of ${latencyMs} ms`, 'rows/s'],
    [
      row('ideal', idealPerSecond, ''),
      row('bare node:http', bare, '1.000'),
      row(`Flowmingo Batch (${verdict})`, rate, ofBare.toFixed(3)),
    ],
  );
}

/** The run and the bare loop, one after the other, against the same server. */
async function measureRun({ cli, folder, rowCount, round, concurrency }) {
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
    const words = ['run', join(folder, 'people.csv'), '--operation', 'invite', '--set', setId];
    words.push('--send-invite', 'yes', '--concurrency', String(concurrency));
    words.push('--results', join(folder, 'out.csv'));
    await promisify(execFile)(process.execPath, [cli, ...words], { env });
    const bare = { url, key: keys.full, setId };
    const bareCount = Math.ceil(rowCount / 2);
    await inviteBarely({ ...bare, start: 'bare', count: bareCount, concurrency });
    const alone = await inviteBarely({ ...bare, start: 'alone', count: aloneCount, concurrency: 1 });
    return {
      run: await rateByServer(url, 'person', rowCount),
      bare: await rateByServer(url, 'bare', bareCount),
      aloneMs: median(alone),
    };
  } finally {
    practice.kill('SIGTERM');
  }
}

/** What Node's own client gets when nothing is written down: so many in flight, each followed by the next. Answers how long each took. */
async function inviteBarely({ url, key, setId, start, count, concurrency }) {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const headers = { 'x-api-key': key, 'content-type': 'application/json' };
  const send = (index) =>
    new Promise((resolve, reject) => {
      const candidates = [{ firstname: 'Ana', lastname: 'Silva', email: `${start}${index}@example.com` }];
      const body = JSON.stringify({ com_interview_set_id: setId, candidates, send_invite: true });
      request(
        `${url}/integration/interview/candidate/invite/v1`,
        { method: 'POST', agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
        (response) => response.on('end', resolve).resume(),
      )
        .on('error', reject)
        .end(body);
    });
  const took = [];
  let next = 0;
  const sendOn = async () => {
    while (next < count) {
      next += 1;
      const leftAtMs = performance.now();
      await send(next);
      took.push(performance.now() - leftAtMs);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, sendOn));
  agent.destroy();
  return took;
}

async function firstSetId(url, key) {
  const answer = await fetch(`${url}/integration/hiring/interview-sets/v1`, {
    headers: { 'x-api-key': key },
  });
  return (await answer.json()).data[0].id;
}

/** Of the people whose addresses begin like this. */
async function rateByServer(url, start, rowCount) {
  const record = await (await fetch(new URL('/practice/record', url))).json();
  const arrivals = record.requests
    .filter(({ method, body }) => method === 'POST' && body.candidates[0].email.startsWith(start))
    .map(({ receivedAtMs }) => receivedAtMs);
  if (arrivals.length !== rowCount)
    throw new Error(`The server got ${arrivals.length} invites instead of ${rowCount}.`);
  const tookMs = Math.max(...arrivals) + latencyMs - Math.min(...arrivals);
  return (rowCount * 1000) / tookMs;
}
