/** Servers that work on four invites at once: one lets the fifth wait, one refuses it. With 16 allowed, four or five are in flight. */
import { join } from 'node:path';
import { percentile, perSecondIn } from '../parts/judge-rate.mjs';
import { wait } from '../parts/own-processes.mjs';
import { startStrictServer } from '../parts/strict-server.mjs';
import { startWatchedRun } from '../parts/watched-run.mjs';

const knee = 4;
const latencyMs = 50;
const retryAfter = { style: 'seconds', seconds: 1 };
const servers = [
  { name: 'the fifth waits', plan: { limit: { kind: 'none' }, workers: knee, latencyMs, retryAfter } },
  {
    name: 'the fifth gets 429',
    plan: { limit: { kind: 'in-flight', most: knee }, latencyMs, retryAfter },
  },
];
const mostInFlight = 5;
/** A machine of CI is busy with other tests meanwhile. */
const leastShare = { small: 0.5, full: 0.9 };
/** Four in flight without a pause, and a fifth of the time for the way there and back: a slow run with 4 is no measure. */
const fewestOfFour = (0.8 * knee * 1000) / latencyMs;
/** The run may look for the knee so long. */
const learnsForMs = 5000;
const measuredMs = { small: 10_000, full: 30_000 };
const wanted = 16;

/** @type {import('../run-survival.mjs').Experiment} */
export const experiment = {
  name: 'knee',
  mostlyWaits: true,
  bar: 'knee at 4 in flight, 16 allowed: settles ≤ 5 (95 % of the time), ≥ 0.90 of what 4 in flight give',
  async run({ size, folder, say }) {
    const findings = [];
    for (const { name, plan } of servers) {
      const place = join(folder, name.replaceAll(' ', '-'));
      const four = await measure({ plan, concurrency: knee, folder: `${place}-4`, size });
      const found = await measure({ plan, concurrency: wanted, folder: place, size });
      findings.push({ name, ...found, share: found.perSecond / Math.max(four.perSecond, fewestOfFour) });
      say(toLine(findings.at(-1)));
    }
    const wrong = findings.filter(
      ({ middle, high, share }) => middle > mostInFlight || high > mostInFlight || share < leastShare[size],
    );
    return { measured: findings.map(toLine).join('; '), ok: wrong.length === 0, details: wrong.map(toLine) };
  },
};

const toLine = ({ name, middle, high, most, share, perSecond }) =>
  `${name}: ${middle} in flight in the middle, ${high} at 95 %, ${most} at most; ${perSecond.toFixed(1)}/s, ${share.toFixed(2)} of what 4 give`;

async function measure({ plan, concurrency, folder, size }) {
  const server = await startStrictServer(plan);
  try {
    const toMs = learnsForMs + measuredMs[size];
    const rowCount = Math.ceil((2 * knee * toMs) / latencyMs);
    const run = startWatchedRun({ server, folder, rowCount, concurrency });
    const firstAtMs = await run.whenFirstArrives();
    await wait(firstAtMs + toMs - Date.now());
    await run.pause();
    const span = { fromMs: firstAtMs + learnsForMs, toMs: firstAtMs + toMs };
    const arrivals = await server.readArrivals();
    const inFlight = arrivals
      .filter(({ method, atMs }) => method === 'POST' && atMs >= span.fromMs && atMs < span.toMs)
      .map((one) => one.inFlight);
    return {
      middle: percentile(inFlight, 0.5),
      high: percentile(inFlight, 0.95),
      most: Math.max(...inFlight),
      perSecond: perSecondIn(arrivals, span),
    };
  } finally {
    await server.stop();
  }
}
