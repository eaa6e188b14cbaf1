/**
 * Ledgers that were damaged after a clean end, after a kill and while their run was paused: each is refused with a sentence, and kept.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { askCli, toEnd } from './ask-cli.mjs';
import { openCli } from './cli-process.mjs';
import { damages, fingerprintLedger } from './damaged-ledgers.mjs';
import { toInviteWords, writePeopleFile } from './invite-words.mjs';
import { findRefusalFaults } from './plain-refusal.mjs';
import { readInvites, whenAsked } from './read-invites.mjs';

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
    const { child, ended } = openCli({ practice, folder, dataDir: wholeDirs[rest] }).start(words);
    if (signal !== null) {
      await whenAsked(practice, emails, invitedBefore);
      child.kill(signal);
    }
    runIds[rest] = toEnd(await ended).answer?.runId;
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
  const { total: postsBefore } = await readInvites(practice);
  const faults = findRefusalFaults(await askCli(openCli({ practice, folder, dataDir }), words), sentence);
  const { total: posts } = await readInvites(practice);
  if (posts !== postsBefore) faults.push(`${posts - postsBefore} POSTs`);
  if (fingerprintLedger(dataDir) !== before) faults.push('the ledger was changed');
  return faults;
}
