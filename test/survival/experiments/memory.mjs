/** A run ten times as long needs hardly more memory, its results are whole, and the window stays quick while it runs. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeCsv, makePeople } from '../../e2e/people-files.ts';
import {
  connectApp,
  driveToEnd,
  findRun,
  openApp,
  prepareBatch,
  readSavedAccount,
  sendBatch,
} from '../parts/app-window.mjs';
import { openCli } from '../parts/cli-process.mjs';
import { inviteTruth, makeJudge, toOutcome } from '../parts/judge.mjs';
import { watchPeakMb } from '../parts/peak-memory.mjs';
import { startPractice } from '../parts/practice-process.mjs';
import { readResultsCsv } from '../parts/read-results-csv.mjs';
import { startGapWatch, stopGapWatch } from '../parts/window-gaps.mjs';

const sizes = {
  small: { fewRows: 700, manyRows: 7000, windowRows: 3500 },
  full: { fewRows: 3500, manyRows: 35_000, windowRows: 35_000 },
};

const mostGrowth = 1.3;
/** A machine of CI is busy with other tests meanwhile: there only a window that hangs counts. */
const mostGapMs = { small: 1000, full: 100 };
const concurrency = 16;
/** Half of a run's answers come out of order. */
const latencyMs = { fromMs: 1, toMs: 6 };

/** @type {import('../run-survival.mjs').Experiment} */
export const experiment = {
  name: 'memory',
  bar: '35,000 invites (small: 7,000): peak memory ≤ 1.3 of a tenth of them, results whole, window never still for 100 ms',
  async run({ size, folder, say }) {
    const { fewRows, manyRows, windowRows } = sizes[size];
    const few = await runCli(fewRows, join(folder, 'few'));
    say(`${fewRows} rows: ${few.peakMb.toFixed(0)} MB`);
    const many = await runCli(manyRows, join(folder, 'many'));
    const growth = many.peakMb / few.peakMb;
    say(`${manyRows} rows: ${many.peakMb.toFixed(0)} MB, ${growth.toFixed(2)} of it`);
    const shown = await runWindow(windowRows, join(folder, 'window'));
    const faults = [...few.faults, ...many.faults, ...shown.faults];
    const details = [...faults];
    if (growth > mostGrowth) details.push(`the peak grew by ${growth.toFixed(2)}`);
    if (shown.gapMs >= mostGapMs[size])
      details.push(`the window stood still for ${shown.gapMs.toFixed(0)} ms`);
    return {
      measured: `${many.peakMb.toFixed(0)} MB for ${manyRows} rows, ${growth.toFixed(2)} of ${few.peakMb.toFixed(0)} MB for ${fewRows}; longest gap in the window ${shown.gapMs.toFixed(0)} ms (${shown.windowRows} rows, ${shown.seconds.toFixed(0)} s); results ${faults.length === 0 ? 'whole' : 'NOT whole'}`,
      ok: details.length === 0,
      details,
    };
  },
};

/** Every row once, right, and adding up. @returns {Promise<string[]>} faults */
async function compare(practice, people, account) {
  const emails = people.map(({ email }) => email.toLowerCase());
  const judge = makeJudge({ emails, concurrency, truth: inviteTruth });
  judge.atEnd(account, await practice.readRecord());
  const { twice, lost, falseDone, others } = judge.faults;
  const named = [
    ...[...twice].map((email) => `${email} was invited twice`),
    ...[...lost].map((email) => `${email} is lost`),
    ...[...falseDone].map((email) => `${email} is done and was never invited`),
  ];
  if (account.counts.done !== people.length) named.push(`only ${account.counts.done} are done`);
  return [...named, ...others];
}

async function runCli(rowCount, folder) {
  mkdirSync(folder);
  const practice = await startPractice({ faults: { latencyMs } });
  try {
    const people = makePeople(rowCount);
    const results = join(folder, 'results.csv');
    const words = ['run', makeCsv(folder, people), '--operation', 'invite', '--set', practice.setId];
    words.push('--send-invite', 'yes', '--concurrency', String(concurrency), '--results', results, '--json');
    const { child, ended } = openCli({ practice, folder }).start(words);
    const [peakMb, { stderr, answer }] = await Promise.all([watchPeakMb(child), ended]);
    if (child.exitCode !== 0) throw new Error(`The run ended with ${child.exitCode}: ${stderr}`);
    const { state, total, counts } = answer();
    const lines = readResultsCsv(results).map((row) => ({
      email: row['E-mail'],
      outcome: toOutcome(row.Outcome),
    }));
    return { peakMb, faults: await compare(practice, people, { state, total, counts, lines }) };
  } finally {
    await practice.stop();
  }
}

async function runWindow(windowRows, folder) {
  mkdirSync(folder);
  const practice = await startPractice({ faults: { latencyMs } });
  let launched;
  try {
    launched = await openApp({ practice, folder });
    await connectApp(launched, { practice, concurrency });
    const people = makePeople(windowRows);
    await prepareBatch(launched, makeCsv(folder, people));
    await sendBatch(launched);
    // The look at the prepared rows is over once the run has begun: from here on only the run is at work.
    await launched.window.waitForTimeout(500);
    await startGapWatch(launched.window);
    const startedAtMs = Date.now();
    await driveToEnd(launched.window);
    const gapMs = await stopGapWatch(launched.window);
    const seconds = (Date.now() - startedAtMs) / 1000;
    const { runId } = await findRun(launched.window);
    const account = await readSavedAccount(launched, runId, join(folder, 'results.csv'));
    return { windowRows, gapMs, seconds, faults: await compare(practice, people, account) };
  } finally {
    await launched?.app.close();
    await practice.stop();
  }
}
