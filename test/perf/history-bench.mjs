/**
 * One search over everybody ever sent to, beside a look at every row, in the same process and ledger. Also what an update of a
 * large ledger costs, and a deletion of half of it.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { median, printTable } from './tables.mjs';

const runCount = 200;
/** Of the time that a look at every row takes. */
const mostOfScan = 0.35;
const mostMs = 100;

/** @param {{ root: string, peopleCount: number, rounds: number }} options `peopleCount` in each of 200 runs */
export async function benchHistory({ root, peopleCount, rounds }) {
  const program = await buildProgram(root);
  const found = [];
  for (let round = 0; round < rounds; round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-history-'));
    try {
      const words = [program, folder, String(runCount), String(peopleCount)];
      const output = execFileSync(process.execPath, words, { encoding: 'utf8' });
      found.push(JSON.parse(output.trimEnd().split('\n').at(-1)));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  printHistory(peopleCount, rounds, found);
}

async function buildProgram(root) {
  const outDir = join(root, 'dist', 'bench-history');
  const entry = join(root, 'test', 'perf', 'search-history.ts');
  const target = { ssr: entry, outDir, emptyOutDir: true, target: 'node20' };
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: target,
    ssr: { external: ['@photostructure/sqlite'] },
  });
  return join(outDir, 'search-history.js');
}

function printHistory(peopleCount, rounds, found) {
  const of = (field) => median(found.map((one) => one[field]));
  const rows = found[0].found.map(({ text, rows: matching }, index) => {
    const searchMs = median(found.map((one) => one.found[index].searchMs));
    const scanMs = median(found.map((one) => one.found[index].scanMs));
    return { text, matching, searchMs, scanMs, ratio: searchMs / scanMs };
  });
  const isReached = rows.every(({ ratio, searchMs }) => ratio <= mostOfScan && searchMs <= mostMs);
  printTable(
    `Searching ${runCount} runs of ${peopleCount} people, medians of ${rounds}, load ${loadavg()[0]?.toFixed(1)} (at most ${mostOfScan} of a look at every row, and ${mostMs} ms: ${isReached ? 'reached' : 'NOT reached'})`,
    ['', 'rows that match', 'of a scan', 'ms', 'scan ms'],
    rows.map(({ text, matching, searchMs, scanMs, ratio }) => [
      text,
      String(matching),
      ratio.toFixed(4),
      searchMs.toFixed(2),
      scanMs.toFixed(1),
    ]),
  );
  const people = runCount * peopleCount;
  printTable(
    `What else ${people} people cost, ms`,
    ['', 'ms'],
    [
      ['planning a run of 1,000, with taking its people in', (of('planMs') / people) * 1000],
      ['first start after the update, before the window is there', of('openMs')],
      ['taking everybody in after it, beside other work', of('takeInMs')],
      ['longest turn of that', of('longestTurnMs')],
      ["one person's story", of('storyMs')],
      [`deleting ${found[0].deletedRuns} runs, beside other work`, of('purgeMs')],
      ['longest turn of that', of('longestPurgeMs')],
      ['writing the file anew when the app closes', of('compactMs')],
      ['opening and checking what is left', of('inspectMs')],
    ].map(([name, ms]) => [name, ms.toFixed(1)]),
  );
}
