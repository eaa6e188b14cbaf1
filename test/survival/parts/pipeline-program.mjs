/** Runs the program that adds, moves and rejects, with a ledger of its own in a folder. */
import { join } from 'node:path';
import { runTestProgram } from './run-test-program.mjs';

/**
 * @param {{ path: string }} program the built `pipeline-run`
 * @param {{ practice: { url: string, keys: { full: string } }, folder: string, asksPath: string, concurrency: number,
 *   waits: { beforeFirstMs: number, betweenMs: number, settleMs: number } | null }} place null: the product's own
 */
export function openPipelineProgram(program, { practice, folder, asksPath, concurrency, waits }) {
  /** @param {'begin' | 'look' | 'go-on'} step @param {Parameters<typeof runTestProgram>[2]} [listeners] */
  const start = (step, listeners) =>
    runTestProgram(
      program.path,
      {
        DATA_DIR: join(folder, 'data'),
        BASE_URL: practice.url,
        KEY: practice.keys.full,
        STEP: step,
        ASKS: asksPath,
        CONCURRENCY: String(concurrency),
        WAITS: waits === null ? '' : JSON.stringify(waits),
      },
      listeners,
    );
  /** To its end, which must be a good one; answers the account. @param {'begin' | 'look' | 'go-on'} step */
  const ask = async (step) => {
    const { lines, exitCode, signal, stderr } = await start(step);
    if (exitCode !== 0) throw new Error(`${step} ended with ${exitCode ?? signal}: ${stderr.trim()}`);
    return lines.at(-1);
  };
  return { start, ask };
}
