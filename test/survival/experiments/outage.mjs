/** A server that is gone for a while in three ways: it is asked about, nothing is sent meanwhile, and then the run goes on. */
import { join } from 'node:path';
import { wait } from '../parts/own-processes.mjs';
import { startStrictServer } from '../parts/strict-server.mjs';
import { startWatchedRun } from '../parts/watched-run.mjs';

const kinds = [
  { kind: 'closed', name: 'port closed' },
  { kind: '503', name: '503 on everything' },
  { kind: 'reset', name: 'accepted and reset' },
];
/** `mostProbes`: ten a minute, and the first one comes at once. */
const sizes = { small: { outageMs: 20_000, mostProbes: 4 }, full: { outageMs: 60_000, mostProbes: 10 } };
const againWithinMs = 5000;
const concurrency = 8;
const latencyMs = 50;
/** The run is at full speed by then. */
const beforeMs = 3000;
/** Answers that were on their way as it began have come by then. */
const onTheirWayMs = 500;
const probePath = '/integration/me/v1';

/** @type {import('../run-survival.mjs').Experiment} */
export const experiment = {
  name: 'outage',
  mostlyWaits: true,
  bar: 'an outage of 60 s (small: 20): ≤ 10 probes (4), no invite meanwhile, running < 5 s after, nobody twice, unknown ≤ in flight',
  async run({ size, folder, say }) {
    const findings = await Promise.all(
      kinds.map(async ({ kind, name }) => ({
        name,
        kind,
        ...(await measure({ kind, folder: join(folder, kind), ...sizes[size] })),
      })),
    );
    for (const found of findings) say(toLine(found));
    const details = findings.flatMap((found) =>
      findFaults(found, sizes[size]).map((fault) => `${found.name}: ${fault}`),
    );
    return { measured: findings.map(toLine).join('; '), ok: details.length === 0, details };
  },
};

const toLine = ({ name, probes, invitesMeanwhile, againAfterMs, twice, unknown, inFlight }) =>
  `${name}: ${probes} probes, ${invitesMeanwhile} invites meanwhile, running after ${(againAfterMs / 1000).toFixed(1)} s, ${twice} twice, ${unknown} unknown of ${inFlight} in flight`;

function findFaults(found, { mostProbes }) {
  const { kind, probes, invitesMeanwhile, againAfterMs, twice, unknown, inFlight, exitCode, lost } = found;
  return [
    ...(probes > mostProbes ? [`${probes} probes`] : []),
    // A connection that is refused carries no request, so nothing of a probe is to be seen there.
    ...(probes === 0 && kind !== 'closed' ? ['nobody asked whether it was over'] : []),
    ...(invitesMeanwhile > 0 ? [`${invitesMeanwhile} invites were sent into the outage`] : []),
    ...(againAfterMs < againWithinMs ? [] : [`running again only after ${againAfterMs} ms`]),
    ...(twice > 0 ? [`${twice} people were invited twice`] : []),
    ...(unknown > inFlight ? [`${unknown} unknown, ${inFlight} were in flight`] : []),
    ...(lost > 0 ? [`${lost} people were neither invited nor unknown`] : []),
    ...(exitCode === 0 || exitCode === 3 ? [] : [`it ended with ${exitCode}`]),
  ];
}

async function measure({ kind, folder, outageMs }) {
  const server = await startStrictServer({
    limit: { kind: 'none' },
    latencyMs,
    retryAfter: { style: 'none', seconds: 0 },
  });
  try {
    // Some seconds of work are left when the outage is over.
    const rowCount = Math.ceil((concurrency * (beforeMs + 8000)) / latencyMs);
    const run = startWatchedRun({ server, folder, rowCount, concurrency });
    const firstAtMs = await run.whenFirstArrives();
    await wait(firstAtMs + beforeMs - Date.now());
    const beganAtMs = await server.beginOutage(kind);
    await wait(outageMs);
    const endedAtMs = await server.endOutage();
    const { exitCode } = await run.ended;
    return { exitCode, ...judge(await server.readArrivals(), run, { beganAtMs, endedAtMs }) };
  } finally {
    await server.stop();
  }
}

function judge(arrivals, run, { beganAtMs, endedAtMs }) {
  const events = run.readEvents();
  const left = events.filter(({ kind }) => kind === 'left');
  const meanwhile = left.filter(({ atMs }) => atMs > beganAtMs && atMs < endedAtMs);
  // The breaker opens with the first failure that the client sees.
  const openedAtMs = events.find(
    ({ kind, status, atMs }) => atMs >= beganAtMs && (kind === 'failed' || status === 503),
  )?.atMs;
  const invites = arrivals.filter(({ method }) => method === 'POST');
  const again = invites.find(({ atMs, status }) => atMs > endedAtMs && status === 201);
  const times = new Map();
  for (const email of invites.flatMap(({ emails }) => emails)) times.set(email, (times.get(email) ?? 0) + 1);
  const rows = run.readResults();
  const leftUnknown = rows.filter((row) => row.Outcome === 'Unknown').map((row) => row['E-mail']);
  const lost = rows.filter((row) => !times.has(row['E-mail']) && !leftUnknown.includes(row['E-mail']));
  const inFlightAsItBegan =
    left.filter(({ method, atMs }) => method === 'POST' && atMs < (openedAtMs ?? beganAtMs)).length -
    events.filter(
      ({ kind, status, atMs }) => kind === 'answered' && status === 201 && atMs < (openedAtMs ?? beganAtMs),
    ).length;
  return {
    probes: meanwhile.filter(({ method, path }) => method === 'GET' && path.endsWith(probePath)).length,
    invitesMeanwhile: meanwhile.filter(
      ({ method, atMs }) => method === 'POST' && atMs > (openedAtMs ?? beganAtMs + onTheirWayMs),
    ).length,
    againAfterMs: again === undefined ? Number.POSITIVE_INFINITY : again.atMs - endedAtMs,
    twice: [...times.values()].filter((count) => count > 1).length,
    unknown: leftUnknown.length,
    inFlight: Math.min(concurrency, inFlightAsItBegan),
    lost: lost.length,
  };
}
