/** Ten a second, enforced with 429 in three ways and announced in three: nothing leaves before its time, and the limit is used. */
import { join } from 'node:path';
import { findTooEarly, perSecondIn, statusCount } from '../parts/judge-rate.mjs';
import { wait } from '../parts/own-processes.mjs';
import { startStrictServer } from '../parts/strict-server.mjs';
import { startWatchedRun } from '../parts/watched-run.mjs';

const perSecond = 10;
const limits = [
  { name: 'bucket, burst 10', limit: { kind: 'bucket', perSecond, burst: 10 } },
  { name: 'bucket, burst 1', limit: { kind: 'bucket', perSecond, burst: 1 } },
  { name: 'sliding window', limit: { kind: 'window', perSecond } },
];
const styles = ['seconds', 'date', 'none'];
/** A machine of CI is busy with other tests meanwhile: there only a pace that is far off counts. */
const leastShare = { small: 0.5, full: 0.9 };
/** The run may look for the limit so long. */
const learnsForMs = 10_000;
const measuredMs = { small: 15_000, full: 30_000 };
const concurrency = 8;

/** @type {import('../run-survival.mjs').Experiment} */
export const experiment = {
  name: 'rate',
  mostlyWaits: true,
  bar: 'limit 10/s: no request before its time, ≥ 0.90 of the limit used after 10 s',
  async run({ size, folder, say }) {
    const findings = [];
    for (const { name, limit } of limits) {
      // The three at once, so that a small size stays small; each has a server of its own.
      const three = styles.map((style) =>
        measure({ limit, style, folder: join(folder, `${limit.kind}-${limit.burst ?? ''}-${style}`), size }),
      );
      for (const [index, found] of (await Promise.all(three)).entries()) {
        findings.push({ name: `${name}, Retry-After ${styles[index]}`, ...found });
        say(toLine(findings.at(-1)));
      }
    }
    const worst = findings.reduce((least, one) => (one.share < least.share ? one : least));
    const early = findings.reduce((sum, { tooEarly }) => sum + tooEarly, 0);
    const wrong = findings.filter(({ tooEarly, share }) => tooEarly > 0 || share < leastShare[size]);
    return {
      measured: `${early} requests before their time; ${worst.share.toFixed(2)} of the limit used at least (${worst.name}), ${findings.map(({ share }) => share.toFixed(2)).join(' ')}; ${findings.reduce((sum, one) => sum + one.refused, 0)} times 429 in all`,
      ok: wrong.length === 0,
      details: wrong.map(toLine),
    };
  },
};

const toLine = ({ name, share, refused, refusedLater, tooEarly }) =>
  `${name}: ${share.toFixed(3)} of the limit used, ${refused} times 429 (${refusedLater} after 10 s), ${tooEarly} too early`;

async function measure({ limit, style, folder, size }) {
  const server = await startStrictServer({ limit, retryAfter: { style, seconds: 1 }, latencyMs: 50 });
  try {
    const toMs = learnsForMs + measuredMs[size];
    // Twice the limit for the whole time: it never runs out of rows.
    const rowCount = Math.ceil((2 * perSecond * toMs) / 1000);
    const run = startWatchedRun({ server, folder, rowCount, concurrency });
    const firstAtMs = await run.whenFirstArrives();
    await wait(firstAtMs + toMs - Date.now());
    await run.pause();
    const arrivals = await server.readArrivals();
    const fromMs = firstAtMs + learnsForMs;
    const span = { fromMs, toMs: firstAtMs + toMs };
    return {
      share: perSecondIn(arrivals, span) / perSecond,
      refused: statusCount(arrivals, 429, 0),
      refusedLater: statusCount(arrivals, 429, fromMs),
      tooEarly: findTooEarly(arrivals, run.readEvents(), style === 'none' ? 0 : 1000),
    };
  } finally {
    await server.stop();
  }
}
