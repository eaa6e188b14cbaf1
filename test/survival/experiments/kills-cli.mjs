/** kill -9 of the command line at random moments of invite runs, `resume` until the end. */
import { join } from 'node:path';
import { openCli } from '../parts/cli-process.mjs';
import { toOutcome } from '../parts/judge.mjs';
import { killRuns } from '../parts/kill-runs.mjs';
import { readResultsCsv } from '../parts/read-results-csv.mjs';

const concurrency = 8;
const sizes = { small: { killCount: 10, killsPerRun: 5 }, full: { killCount: 100, killsPerRun: 4 } };
/** 1: nothing ran. All others are ends of a run: done, some not done, some unknown. */
const exitCodeOfNothing = 1;

/** @type {import('../run-survival.mjs').Experiment} */
export const experiment = {
  name: 'kills-cli',
  bar: 'kill -9 in a terminal: 0 twice, 0 lost, 0 false done, unknown per kill ≤ 8, totals right',
  run: (stage) =>
    killRuns(
      {
        ...sizes[stage.size],
        rowCount: 1000,
        concurrency,
        seed: 4,
        latencyMs: { fromMs: 2, toMs: 12 },
        guess: { startMs: { begins: 500, 'goes-on': 400 }, msPerRow: 2 },
      },
      makeCliPlayer,
      stage,
    ),
};

/** @param {{ practice: import('../parts/practice-process.mjs').Practice, folder: string, file: string }} place */
function makeCliPlayer({ practice, folder, file }) {
  const cli = openCli({ practice, folder });
  const results = join(folder, 'results.csv');
  const outFlags = ['--results', results, '--json'];
  const runFlags = ['--operation', 'invite', '--set', practice.setId, '--send-invite', 'yes'];
  const runWords = ['run', file, ...runFlags, '--concurrency', String(concurrency), ...outFlags];

  /** The run as `runs` has it; a plan that died before its start sent nothing and counts for nothing. */
  const findRun = async () => {
    const { runs } = await cli.ask(['runs']);
    return runs.find(({ state, counts, total }) => !(state === 'cancelled' && counts.notSent === total));
  };
  const readAccount = async (runId) => {
    const out = join(folder, 'looked.csv');
    const { state, total, counts } = await cli.ask(['results', runId, '--out', out]);
    const lines = readResultsCsv(out).map((row) => ({
      email: row['E-mail'],
      outcome: toOutcome(row.Outcome),
    }));
    return { state, total, counts, lines };
  };
  const live = (words) => {
    const startedAtMs = Date.now();
    const { child, ended } = cli.start(words);
    return {
      startedAtMs,
      ended: ended.then(({ exitCode, stderr }) => {
        if (exitCode === null) return 'dead';
        if (exitCode === exitCodeOfNothing) throw new Error(`${words[0]} ran nothing: ${stderr}`);
        return 'over';
      }),
      async kill() {
        child.kill('SIGKILL');
        await ended;
      },
      close: async () => readAccount((await findRun()).runId),
    };
  };
  return {
    begin: async () => live(runWords),
    async goOn(look) {
      const found = await findRun();
      if (found === undefined) return live(runWords);
      await look(await readAccount(found.runId));
      return live(['resume', found.runId, ...outFlags]);
    },
  };
}
