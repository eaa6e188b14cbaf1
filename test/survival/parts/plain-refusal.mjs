/**
 * What the command line has to say, and must not do, where it can't use the ledger.
 */

/** The sentences of people, not of programs. */
const technical = /\bat .*:\d+:\d+|Error:|SQLITE|errcode|undefined|reference [0-9A-Z]{4}-/;

/**
 * @param {{ exitCode: number | null, stderr: string, stdout: string }} end of a command
 * @param {RegExp} sentence that has to be said
 * @returns {string[]} what is wrong
 */
export function findRefusalFaults({ exitCode, stderr, stdout }, sentence) {
  const faults = [];
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  if (exitCode !== 1) faults.push(`exit code ${exitCode}`);
  if (lines.length !== 1) faults.push(`${lines.length} lines on stderr`);
  if (!sentence.test(stderr) || technical.test(stderr)) faults.push(`it says: ${stderr.trim()}`);
  if (stdout !== '') faults.push(`stdout has: ${stdout.trim()}`);
  return faults;
}
