/**
 * Ledgers that were damaged after a clean end, after a kill and while their run was paused: each is refused with a sentence, and kept.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { runCli, startCli, toCliEnv, toInviteWords, writePeopleFile } from './built-cli.mjs';
import { damages, fingerprintLedger } from './damaged-ledgers.mjs';
import { findRefusalFaults } from './plain-refusal.mjs';

const rowCount = 150;
/** The run ends, or is ended, when so many are invited. */
const invitedBefore = 60;
const sentence = /cannot be read\. It was left as it is, and nothing was sent\./;

/** How the ledger came to rest, the damage, and what is tried then. */
const cases = [
  { rest: 'finished', damage: 'bytes overwritten in the middle' },
  { rest: 'finished', damage: 'its beginning overwritten' },
  { rest: 'finished', damage: 'cut off in the middle' },
  { rest: 'finished', damage: 'empty' },
  { rest: 'killed', damage: 'cut off in the middle' },
  { rest: 'killed', damage: 'its log overwritten in the middle' },
  { rest: 'paused', damage: 'bytes overwritten in the middle' },
  { rest: 'paused', damage: 'cut off in the middle' },
];

export async function findDamageFaults({ practice, folder, say }) {
  const wholeDirs = {};
  const runIds = {};
  for (const [rest, signal] of Object.entries({ finished: null, killed: 'SIGKILL', paused: 'SIGINT' })) {
    wholeDirs[rest] = join(folder, rest);
    const file = join(folder, `${rest}.csv`);
    const emails = writePeopleFile(file, signal === null ? invitedBefore : rowCount, rest);
    const words = toInviteWords(file, practice.setId, join(folder, `${rest}-results.csv`));
    const { child, ended } = startCli(words, toCliEnv(practice, wholeDirs[rest]));
    if (signal !== null) {
      await practice.whenAsked(emails, invitedBefore);
      child.kill(signal);
    }
    runIds[rest] = (await ended).answer?.runId;
  }
  const names = [];
  const faults = [];
  for (const { rest, damage } of cases) {
    const name = `${rest}, ${damage}`;
    say(name);
    const dataDir = join(folder, `case-${names.length}`);
    cpSync(wholeDirs[rest], dataDir, { recursive: true });
    damages[damage](dataDir);
    names.push(name);
    const found = await tryToSend({ practice, folder, dataDir, rest, runId: runIds[rest] });
    faults.push(...found.map((fault) => `${name}: ${fault}`));
  }
  return { names, faults };
}

/** Sends the file of the killed or finished run once more, or goes on with the paused one: nothing may leave. */
async function tryToSend({ practice, folder, dataDir, rest, runId }) {
  const resultsPath = join(folder, 'never.csv');
  const words =
    rest === 'paused'
      ? ['resume', runId, '--results', resultsPath, '--json']
      : toInviteWords(join(folder, `${rest}.csv`), practice.setId, resultsPath);
  const before = fingerprintLedger(dataDir);
  const { total: postsBefore } = await practice.readInvites();
  const faults = findRefusalFaults(await runCli(words, toCliEnv(practice, dataDir)), sentence);
  const { total: posts } = await practice.readInvites();
  if (posts !== postsBefore) faults.push(`${posts - postsBefore} POSTs`);
  if (fingerprintLedger(dataDir) !== before) faults.push('the ledger was changed');
  return faults;
}
