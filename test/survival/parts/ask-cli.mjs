/**
 * Carries out a command of the command line and waits for its end, whatever it is.
 *
 * @param {ReturnType<typeof import('./cli-process.mjs').openCli>} cli
 * @param {readonly string[]} words
 * @param {Parameters<typeof cli.start>[1]} [how]
 */
export const askCli = async (cli, words, how) => toEnd(await cli.start(words, how).ended);

/** An end with its answer; null where it gave none. @param {import('./cli-process.mjs').CliEnd} end */
export function toEnd({ answer, ...end }) {
  const hasAnswer = end.stdout.trimEnd().split('\n').at(-1)?.startsWith('{');
  return { ...end, answer: hasAnswer ? answer() : null };
}
