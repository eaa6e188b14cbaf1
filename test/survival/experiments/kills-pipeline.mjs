/** kill -9 at random moments of runs that add, move and reject, each gone on with to its end. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildTestProgram } from '../parts/build-test-program.mjs';
import { killRuns } from '../parts/kill-runs.mjs';
import {
  countWrites,
  findPipelineFaults,
  makeAsks,
  pipelineOperations,
  readWrites,
  writeAsks,
} from '../parts/pipeline-asks.mjs';
import { openPipelineProgram } from '../parts/pipeline-program.mjs';

const concurrency = 8;
const latencyMs = { fromMs: 2, toMs: 12 };
/** What was in flight at a death is processed within the latency; the answer of a busy server takes longer. */
const waits = { beforeFirstMs: 500, betweenMs: 200, settleMs: 1000 };
/** Of each operation. */
const sizes = {
  small: { killCount: 4, killsPerRun: 4, rowCount: 300, candidates: 400 },
  full: { killCount: 40, killsPerRun: 4, rowCount: 1000, candidates: 1400 },
};

/** @type {import('../run-survival.mjs').Experiment} */
export const experiment = {
  name: 'kills-pipeline',
  bar: 'kill -9 of adds, moves, rejections: 0 twice, 0 lost, 0 false done, unknown per kill ≤ 8, the pipeline as asked',
  async run({ size, folder, say }) {
    const program = await buildTestProgram('pipeline-run');
    try {
      // Side by side: a life is mostly start and waiting.
      const measured = await Promise.all(
        pipelineOperations.map(async (operation, index) => {
          const place = join(folder, operation);
          mkdirSync(place);
          const plan = { ...sizes[size], concurrency, seed: index + 5, latencyMs };
          const guess = { startMs: { begins: 500, 'goes-on': 400 }, msPerRow: 2 };
          const setScene = (at) => setPipelineScene(operation, plan.rowCount, at);
          const found = await killRuns({ ...plan, guess, setScene }, (at) => makePlayer(program, at), {
            size,
            folder: place,
            say: (line) => say(`${operation}: ${line}`),
          });
          return { operation, ...found };
        }),
      );
      return {
        measured: measured.map(({ operation, measured: text }) => `${operation}: ${text}`).join('; '),
        ok: measured.every(({ ok }) => ok),
        details: measured.flatMap(({ operation, details = [] }) =>
          details.map((text) => `${operation}: ${text}`),
        ),
      };
    } finally {
      program.remove();
    }
  },
};

async function setPipelineScene(operation, rowCount, { practice, folder }) {
  const scene = await makeAsks(practice, operation, rowCount);
  const acceptedOf = (record) => countWrites(readWrites(record, scene.asks)).accepted;
  return {
    emails: scene.asks.map(({ label }) => label),
    file: writeAsks(folder, scene),
    truth: {
      times: acceptedOf,
      again: () => [],
      answered: (record, untilMs) =>
        new Set(
          readWrites(record, scene.asks)
            .filter(({ status, receivedAtMs }) => status !== null && receivedAtMs < untilMs)
            .map(({ label }) => label),
        ),
      endFaults: (record, unknown) => findPipelineFaults(scene, record.applications, unknown),
    },
  };
}

/** @returns {import('../parts/kill-runs.mjs').Player} */
function makePlayer(built, { practice, folder, file }) {
  const program = openPipelineProgram(built, { practice, folder, asksPath: file, concurrency, waits });
  const live = (step) => {
    const startedAtMs = Date.now();
    let child;
    const ended = program.start(step, {
      onStart: (started) => {
        child = started;
      },
    });
    return {
      startedAtMs,
      ended: ended.then(({ exitCode, signal, stderr }) => {
        if (signal !== null) return 'dead';
        if (exitCode !== 0) throw new Error(`${step} ended with ${exitCode}: ${stderr}`);
        return 'over';
      }),
      async kill() {
        child.kill('SIGKILL');
        await ended;
      },
      close: async () => (await ended).lines.at(-1),
    };
  };
  return {
    begin: async () => live('begin'),
    async goOn(look) {
      const account = await program.ask('look');
      if (account.runId === null) return live('begin');
      await look(account);
      return live('go-on');
    },
  };
}
