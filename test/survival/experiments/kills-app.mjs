/** kill -9 of the app's main process at random moments of invite runs, started again, "Go on", until the end. */
import { join } from 'node:path';
import {
  connectApp,
  driveToEnd,
  findRun,
  openApp,
  prepareBatch,
  readSavedAccount,
  readShownAccount,
  sendBatch,
} from '../parts/app-window.mjs';
import { killRuns } from '../parts/kill-runs.mjs';
import { killLeader } from '../parts/own-processes.mjs';

const concurrency = 8;
const sizes = { small: { killCount: 10, killsPerRun: 5 }, full: { killCount: 100, killsPerRun: 5 } };

/** @type {import('../run-survival.mjs').Experiment} */
export const experiment = {
  name: 'kills-app',
  bar: 'kill -9 of the app: 0 twice, 0 lost, 0 false done, unknown per kill ≤ 8, totals right',
  run: (stage) =>
    killRuns(
      {
        ...sizes[stage.size],
        rowCount: 1000,
        concurrency,
        seed: 22,
        latencyMs: { fromMs: 10, toMs: 40 },
        guess: { startMs: { begins: 300, 'goes-on': 2000 }, msPerRow: 4 },
      },
      makeAppPlayer,
      stage,
    ),
};

/** @param {{ practice: import('../parts/practice-process.mjs').Practice, folder: string, file: string }} place */
function makeAppPlayer({ practice, folder, file }) {
  /** @param {Promise<import('../../helpers/launch-app').LaunchedApp>} launching @param {() => Promise<void>} work until the run's end */
  const live = (app, launching, work) => {
    const startedAtMs = Date.now();
    let isKilled = false;
    const died = new Promise((resolve) => app.process().once('exit', () => resolve('dead')));
    const worked = work().then(
      () => 'over',
      (error) => {
        // Whatever the driver was doing in a killed app fails; only without a kill is that news.
        if (!isKilled) throw error;
        return died;
      },
    );
    return {
      startedAtMs,
      ended: Promise.race([worked, died]),
      async kill() {
        isKilled = true;
        await killLeader(app.process().pid);
      },
      async close() {
        const launched = await launching;
        const { runId } = await findRun(launched.window);
        const account = await readSavedAccount(launched, runId, join(folder, 'results.csv'));
        await app.close();
        return account;
      },
    };
  };
  return {
    async begin() {
      const launched = await openApp({ practice, folder });
      await connectApp(launched, { practice, concurrency });
      await prepareBatch(launched, file);
      return live(launched.app, Promise.resolve(launched), async () => {
        await sendBatch(launched);
        await driveToEnd(launched.window);
      });
    },
    async goOn(look) {
      let launching;
      const app = await new Promise((resolve, reject) => {
        launching = openApp({ practice, folder }, resolve);
        launching.catch(reject);
      });
      return live(app, launching, async () => {
        const launched = await launching;
        const found = await findRun(launched.window);
        if (found === undefined) {
          await prepareBatch(launched, file);
          await sendBatch(launched);
        } else await look(await readShownAccount(launched.window, found.runId));
        await driveToEnd(launched.window);
      });
    },
  };
}
