/**
 * The real app in a real window: from a chosen workbook to its checked rows on the screen, beside the reader alone in a
 * worker of the same page, and the longest task of the window while somebody opens, maps, checks, scrolls, fixes and takes back.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { withInvisibleDesktop } from '../../scripts/desktop/invisible-desktop.mjs';
import { toolEnv } from '../../scripts/setup/places.mjs';
import { launchApp } from '../helpers/launch-app.ts';
import { buildProgram } from './check-bench.mjs';
import { median, printTable } from './tables.mjs';
import { fixAlikeAndUndo, goToCheckedGrid, readAlone, scrollGrid, watchWindow } from './window-driver.mjs';

/** From the file to the grid, as a multiple of the reader alone. */
const mostOfReader = 1.5;
/** A longer task makes typing and scrolling stutter. */
const longestTaskMs = 50;

/** @param {{ root: string, rowCount: number, rounds: number }} options */
export async function benchApp({ root, rowCount, rounds }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-app-'));
  try {
    const file = join(folder, 'people.xlsx');
    execFileSync(process.execPath, [await buildProgram(root), 'make', file, String(rowCount)]);
    const worker = await buildReaderWorker(root);
    try {
      const found = await withInvisibleDesktop(toolEnv(), async (env) => {
        const rows = [];
        for (let round = 0; round < rounds; round += 1)
          rows.push(await measureApp({ file, rowCount, env, dataDir: join(folder, `data-${round}`) }));
        return rows;
      });
      printApp(rowCount, rounds, found);
    } finally {
      rmSync(worker.path, { force: true });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const workerName = 'bench-reader.js';

/** Among the page's own files, for as long as the measurement takes: the page loads a worker from nowhere else. */
async function buildReaderWorker(root) {
  const outDir = join(root, 'dist', 'renderer', 'assets');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      rollupOptions: {
        input: join(root, 'test', 'perf', 'reader-worker.ts'),
        output: { entryFileNames: workerName, codeSplitting: false },
      },
    },
  });
  return { path: join(outDir, workerName) };
}

async function measureApp({ file, rowCount, env, dataDir }) {
  const { app, window } = await launchApp({ dataDir, env });
  try {
    await window.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'New batch' }).click();
    await window.evaluate(watchWindow);
    await app.evaluate(({ contentTracing }) =>
      contentTracing.startRecording({ included_categories: ['toplevel'], excluded_categories: ['*'] }),
    );
    await window.locator('input[type=file]').setInputFiles(file);
    const { gridMs, countedMs } = await window.evaluate(goToCheckedGrid);
    await window.evaluate(scrollGrid);
    const { fixMs, undoMs } = await window.evaluate(fixAlikeAndUndo);
    const tracePath = await app.evaluate(({ contentTracing }) => contentTracing.stopRecording());
    const longest = longestTasks(JSON.parse(readFileSync(tracePath, 'utf8')).traceEvents);
    rmSync(tracePath, { force: true });
    const peakMb = await peakMemoryMb(app);
    const reader = await window.evaluate(readAlone, `./assets/${workerName}`);
    if (reader.rowCount !== rowCount + 1)
      throw new Error(`${reader.rowCount} rows instead of ${rowCount + 1}.`);
    return { gridMs, countedMs, readerMs: reader.tookMs, fixMs, undoMs, peakMb, ...longest };
  } finally {
    await app.close();
  }
}

/**
 * The window's longest task, by the clock and by the processor's time. On a machine with other work the clock says little: a
 * task of 10 ms takes 50 where four others want the same core.
 */
function longestTasks(events) {
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events.filter(
    ({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && threads.has(`${pid} ${tid}`),
  );
  const longestOf = (field) => tasks.reduce((most, task) => Math.max(most, task[field] ?? 0), 0) / 1000;
  return { taskMs: longestOf('dur'), taskCpuMs: longestOf('tdur') };
}

/** Of the page's process, window and worker together; the most so far, where the system tells (Linux). */
async function peakMemoryMb(app) {
  const processId = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents()[0].getOSProcessId(),
  );
  if (!readdirSync('/').includes('proc')) return null;
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

function printApp(rowCount, rounds, found) {
  const of = (name) => median(found.map((result) => result[name]));
  const ratio = of('gridMs') / of('readerMs');
  const verdict = (isReached) => (isReached ? 'reached' : 'NOT reached');
  const row = (title, tookMs, shown = '') => [title, shown, `${Math.round(tookMs)} ms`];
  printTable(
    `The window, ${rowCount.toLocaleString('en')} XLSX rows × 12, medians of ${rounds}, load ${loadavg()[0]?.toFixed(1)}, page's peak memory ${Math.round(of('peakMb'))} MB`,
    ['', 'of the reader', 'time'],
    [
      row('The reader alone, in a worker of the page', of('readerMs'), '1.00'),
      row(
        `From the file to checked rows on the screen (at most ${mostOfReader}: ${verdict(ratio <= mostOfReader)})`,
        of('gridMs'),
        ratio.toFixed(2),
      ),
      row(
        'From the file to the counts over all rows',
        of('countedMs'),
        (of('countedMs') / of('readerMs')).toFixed(2),
      ),
      row('Fix all alike, until the window says so', of('fixMs')),
      row('Undo, until the window says so', of('undoMs')),
      row(
        `Longest task of the window, processor time (at most ${longestTaskMs} ms: ${verdict(of('taskCpuMs') <= longestTaskMs)})`,
        of('taskCpuMs'),
      ),
      row('Longest task of the window, by the clock', of('taskMs')),
    ],
  );
}
