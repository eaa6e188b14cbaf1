/** The six counts of a run add up to its total in every summary that the app gives, while everything goes wrong that can. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { outcomes } from '../../../shared/runs/row-state.ts';
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
import { startPractice } from '../parts/practice-process.mjs';

const rowCounts = { small: 600, full: 4000 };
/** Rows that are left out before the run: no address, and addresses that are in the file already. */
const leftOutCount = 30;
/** Fewer would have missed the moments between two commits. */
const leastSamples = 300;
const faults = {
  latencyMs: { fromMs: 5, toMs: 30 },
  refusedShare: 0.06,
  invitationRefusedShare: 0.04,
  storm: { afterRequests: 100, count: 5, retryAfterSeconds: 1 },
  rateLimit: { perSecond: 150, burst: 40, retryAfterSeconds: 1 },
  failures: [
    { kind: 'reset', moment: 'after', share: 0.02 },
    { kind: 'cut-answer', share: 0.01 },
    { kind: 'server-error', status: 500, share: 0.01 },
  ],
};

/** @type {import('../run-survival.mjs').Experiment} */
export const experiment = {
  name: 'totals',
  bar: 'done + already there + refused + unknown + skipped + not sent = total in every summary',
  async run({ size, folder, say }) {
    const practice = await startPractice({ seed: 3, faults });
    const launched = await openApp({ practice, folder });
    try {
      await connectApp(launched, { practice, concurrency: 8 });
      await prepareBatch(launched, makeFile(folder, rowCounts[size]));
      const drive = async () => {
        await sendBatch(launched);
        await driveToEnd(launched.window);
      };
      const [samples] = await Promise.all([launched.window.evaluate(sampleSummaries, outcomes), drive()]);
      const { runId } = await findRun(launched.window);
      say(`${samples.asked} summaries asked for, ${samples.pushed} pushed`);
      const account = await readSavedAccount(launched, runId, join(folder, 'results.csv'));
      const { requests } = await practice.readRecord();
      return toMeasured(samples, account, requests.filter(({ status }) => status === 429).length);
    } finally {
      await launched.app.close();
      await practice.stop();
    }
  },
};

function makeFile(folder, rowCount) {
  const people = makePeople(rowCount - leftOutCount);
  const file = makeCsv(folder, people);
  const leftOut = people.slice(0, leftOutCount).map(({ id, firstname, lastname, email }, index) => {
    const address = index % 2 === 0 ? email : 'no address';
    return `\r\n${[`x${id}`, firstname, lastname, address, ''].join(';')}`;
  });
  appendFileSync(file, leftOut.join(''));
  return file;
}

/**
 * Runs in the page: asks for the run's summary over and over, in two ways, and listens to what is pushed, until the run
 * is finished. Gives the numbers of summaries and those that did not add up.
 */
async function sampleSummaries(outcomes) {
  const found = { asked: 0, pushed: 0, distinct: 0, wrong: [] };
  const seen = new Set();
  const look = (how, { state, total, counts }) => {
    const sum = outcomes.reduce((all, outcome) => all + counts[outcome], 0);
    const text = JSON.stringify(counts);
    if (sum !== total) found.wrong.push(`${how}, ${state}: ${text} add up to ${sum}, not ${total}`);
    seen.add(text);
    found.distinct = seen.size;
    return state;
  };
  const stopListening = window.flowmingo.on('runs:progressed', ({ summary }) => {
    found.pushed += 1;
    look('pushed', summary);
  });
  for (let state = 'none'; state !== 'finished'; ) {
    const listed = (await window.flowmingo['runs:list']({ limit: 1 })).value.runs[0];
    if (listed === undefined) continue;
    look('listed', listed);
    state = look('asked', (await window.flowmingo['runs:get']({ runId: listed.runId })).value);
    found.asked += 2;
  }
  stopListening();
  return found;
}

function toMeasured({ asked, pushed, distinct, wrong }, { counts, total, lines }, limitedCount) {
  const byLines = Object.fromEntries(outcomes.map((outcome) => [outcome, 0]));
  for (const { outcome } of lines) byLines[outcome] += 1;
  const details = [...wrong];
  for (const outcome of outcomes)
    if (byLines[outcome] !== counts[outcome])
      details.push(`${counts[outcome]} ${outcome} by the summary, ${byLines[outcome]} in the saved results`);
  if (lines.length !== total)
    details.push(`${lines.length} lines in the saved results, the total is ${total}`);
  const missing = ['done', 'refused', 'unknown', 'skipped'].filter((outcome) => counts[outcome] === 0);
  if (missing.length > 0) details.push(`nobody was ${missing.join(' or ')}, so little was tried`);
  if (limitedCount === 0) details.push('no request was answered with 429, so little was tried');
  if (asked < leastSamples) details.push(`only ${asked} summaries were looked at`);
  const mix = outcomes.map((outcome) => `${counts[outcome]} ${outcome}`).join(', ');
  return {
    measured: `${wrong.length} of ${asked + pushed} summaries wrong (${asked} asked for, ${pushed} pushed, ${distinct} different); ${limitedCount} times 429; at the end ${mix} of ${total}`,
    ok: details.length === 0,
    details,
  };
}
