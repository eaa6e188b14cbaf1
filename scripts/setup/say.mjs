/**
 * One line per step, with its time. Lines go to stdout, or to stderr when stdout belongs to a command.
 */
import { performance } from 'node:perf_hooks';

/**
 * Makes the speaker of a script: `say(line)` prints, `step(name, work)` runs `work` and prints one line with what it
 * returned and how long it took. A failing step prints its name and throws on.
 *
 * @param {NodeJS.WritableStream} stream where the lines go
 * @param {{ quietWhenDone?: boolean }} options with `quietWhenDone`, steps that had nothing to do print nothing
 */
export function makeSpeaker(stream, { quietWhenDone = false } = {}) {
  const say = (line) => stream.write(`${line}\n`);
  return {
    say,
    /**
     * @param {string} name
     * @param {() => Promise<StepOutcome> | StepOutcome} work
     */
    async step(name, work) {
      const startedAtMs = performance.now();
      const seconds = () => `${((performance.now() - startedAtMs) / 1000).toFixed(1)} s`;
      try {
        const outcome = await work();
        if (!(quietWhenDone && outcome.kind === 'nothing-to-do'))
          say(`${name}: ${outcome.sentence} (${seconds()})`);
        return outcome;
      } catch (error) {
        say(`${name}: failed (${seconds()})`);
        throw error;
      }
    },
  };
}

/** @typedef {{ kind: 'done' | 'nothing-to-do' | 'could-not', sentence: string }} StepOutcome */

/** An expected failure of a script: its message is the whole sentence to show, without a stack. */
export class ScriptError extends Error {}

/** Prints an error as a sentence (or, for a bug, with its stack) and sets the exit code. */
export function failWith(error, stream = process.stderr) {
  stream.write(error instanceof ScriptError ? `\n${error.message}\n` : `\n${error?.stack ?? error}\n`);
  process.exitCode = 1;
}
