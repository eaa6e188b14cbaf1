/** The real app in its window as an experiment drives it: by its buttons, and what it says by its own bridge. */
import { join } from 'node:path';
import { connect } from '../../e2e/pages/connect-page.ts';
import { acceptColumns, acceptRows, chooseTarget, openFile, send } from '../../e2e/pages/new-batch-page.ts';
import { answerSaveDialogs, launchApp } from '../../helpers/launch-app.ts';
import { askBridge } from '../../security/ask-bridge.ts';
import { toOutcome } from './judge.mjs';
import { wait } from './own-processes.mjs';
import { setTitle } from './practice-process.mjs';
import { readResultsCsv } from './read-results-csv.mjs';

/** How many rows the contract gives at once. */
const rowsPerPage = 500;
/** How often the run's state is asked for. */
const askEveryMs = 50;
/** A button that a person sees is there by then; else the run's state is looked at again. */
const clickWithinMs = 3000;

/** An answer of the main process, as the page gets it. */
export async function ask(window, channel, input) {
  const answer = await askBridge(window, channel, input);
  if (!answer.ok) throw new Error(`${channel} answered ${JSON.stringify(answer.error)}`);
  return answer.value;
}

/** Starts the app for a practice server. @param {{ practice: import('./practice-process.mjs').Practice, folder: string }} place */
export function openApp({ practice, folder }, onStarted) {
  const place = { dataDir: join(folder, 'data'), env: { FLOWMINGO_BASE_URL: practice.url } };
  return launchApp(place, onStarted);
}

/** Connects with the full key and sets how many may be in flight. */
export async function connectApp({ window }, { practice, concurrency }) {
  await connect(window, practice.keys.full, 'Practice server');
  await ask(window, 'app:change-settings', { concurrency });
  // The page has read its settings already.
  await window.reload();
}

/** Everything from the file to the last look. */
export async function prepareBatch({ window }, file) {
  await openFile(window, file);
  await acceptColumns(window);
  await acceptRows(window);
  await chooseTarget(window, setTitle, true);
}

/** Presses the button that sends. */
export const sendBatch = ({ window }) => send(window);

/** The newest run; undefined before the first. */
export async function findRun(window) {
  return (await ask(window, 'runs:list', { limit: 1 })).runs[0];
}

/** Presses what goes on whenever the run stands still, until it is finished. */
export async function driveToEnd(window) {
  for (;;) {
    const state = (await findRun(window))?.state;
    if (state === 'finished') return;
    if (state === 'paused' && !(await pressGoOn(window))) await openNewestRun(window);
    await wait(askEveryMs);
  }
}

/** Whether there was a button that goes on, on whatever screen the window shows. */
async function pressGoOn(window) {
  const button = window.getByRole('button', { name: /^(Go on|Try again|Send the other)/ }).first();
  return isDone(button.click({ timeout: clickWithinMs }));
}

/** From the list of runs, where a run can be found that the first screen does not offer to go on with. */
async function openNewestRun(window) {
  const toRuns = window.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Runs' });
  if (await isDone(toRuns.click({ timeout: clickWithinMs })))
    await isDone(window.getByRole('grid').getByRole('row').nth(1).click({ timeout: clickWithinMs }));
}

/** False where it timed out: the window has moved on meanwhile. */
async function isDone(click) {
  try {
    await click;
    return true;
  } catch (error) {
    if (error.name === 'TimeoutError') return false;
    throw error;
  }
}

/** What the window shows of a run, row by row. @returns {Promise<import('./judge.mjs').Account>} */
export async function readShownAccount(window, runId) {
  const { state, total, counts } = await ask(window, 'runs:get', { runId });
  const lines = [];
  for (let offset = 0; offset < total; offset += rowsPerPage) {
    const place = { order: 'sheet', offset, limit: rowsPerPage };
    const query = { runId, outcome: null, causeCode: null, search: '', ...place };
    lines.push(...(await ask(window, 'runs:list-rows', query)).rows);
  }
  return { state, total, counts, lines };
}

/** What the app writes of a run into a file. @returns {Promise<import('./judge.mjs').Account>} */
export async function readSavedAccount({ app, window }, runId, file) {
  await answerSaveDialogs(app, file);
  const { kind } = await ask(window, 'results:save', { runId, format: 'csv' });
  if (kind !== 'saved') throw new Error(`The results were not saved: ${kind}.`);
  const { state, total, counts } = await ask(window, 'runs:get', { runId });
  const lines = readResultsCsv(file).map((row) => ({
    email: row['E-mail'],
    outcome: toOutcome(row.Outcome),
  }));
  return { state, total, counts, lines };
}
