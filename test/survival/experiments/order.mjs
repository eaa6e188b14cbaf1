/**
 * By strace: when an invite's bytes are handed to the network, its intent is on the disk already. For each request the ledger is put
 * together from nothing but the bytes that were synced before, as after a power cut at that very moment, and SQLite is asked for the
 * open attempt of the person in the request's body.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { askCli } from '../parts/ask-cli.mjs';
import { openCli } from '../parts/cli-process.mjs';
import { toInviteWords, writePeopleFile } from '../parts/invite-words.mjs';
import { createPowerCutDisk } from '../parts/power-cut-disk.mjs';
import { startPractice } from '../parts/practice-process.mjs';
import { readStraceLog, toBytesOf, toPathsOf, toStraceWords, toTargetOf } from '../parts/strace-log.mjs';

const rowsOf = { small: 100, full: 1000 };
const concurrency = 8;
const toNetwork = ['write', 'writev', 'sendto', 'sendmsg'];
/** Everything that changes what a file holds or makes it last; a call of another kind would make the copy of the disk wrong. */
const toDisk = ['pwrite64', 'pwritev', 'fsync', 'fdatasync', 'ftruncate', 'rename', 'unlink'];

export const experiment = {
  name: 'order',
  bar: 'each POST after the sync of its intent (strace)',
  async run({ size, folder, say }) {
    refuseWithoutStrace();
    const rowCount = rowsOf[size];
    const here = mkdtempSync(join(folder, 'order-'));
    const logPath = join(here, 'strace.log');
    const dataDir = join(here, 'data');
    await runUnderStrace({ here, dataDir, logPath, rowCount });
    say('the run is over; its system calls are looked at');
    const { emails, late, images } = await replay({ logPath, dataDir, imageFolder: join(here, 'image') });
    rmSync(logPath);
    const faults = late.map((email) => `${email}: sent, and its intent was not synced yet`);
    if (emails.length !== rowCount || new Set(emails).size !== rowCount)
      faults.push(`${emails.length} POSTs to ${new Set(emails).size} people instead of ${rowCount}`);
    return {
      measured: `${emails.length - late.length} of ${emails.length} (${images} power cuts tried, ${concurrency} in flight)`,
      ok: faults.length === 0,
      details: faults.slice(0, 20),
    };
  },
};

function refuseWithoutStrace() {
  try {
    execFileSync('strace', ['--version'], { stdio: 'ignore' });
  } catch {
    throw new Error('strace is not here. Install it: apt-get install strace');
  }
}

async function runUnderStrace({ here, dataDir, logPath, rowCount }) {
  const practice = await startPractice({ faults: { latencyMs: { fromMs: 1, toMs: 5 } } });
  try {
    const file = join(here, 'people.csv');
    writePeopleFile(file, rowCount);
    const words = toInviteWords(file, practice.setId, join(here, 'out.csv'), [
      '--concurrency',
      String(concurrency),
    ]);
    const before = toStraceWords(logPath, [...toNetwork, ...toDisk]);
    const { exitCode, stderr } = await askCli(openCli({ practice, folder: here, dataDir }), words, {
      before,
    });
    if (exitCode !== 0) throw new Error(`The run under strace ended with ${exitCode}: ${stderr.trim()}`);
  } finally {
    await practice.stop();
  }
}

/** Goes through the calls; answers the people in the order of their requests, and those whose intent came too late. */
async function replay({ logPath, dataDir, imageFolder }) {
  const ledgerPath = join(dataDir, 'ledger.sqlite');
  const disk = createPowerCutDisk();
  const emails = [];
  const late = [];
  let images = 0;
  /** Those with an open attempt on the disk; null when something was synced since it was looked at. */
  let intents = null;
  for await (const call of readStraceLog(logPath)) {
    if (toNetwork.includes(call.name) && call.moment === 'begins') {
      for (const email of toInvitedPeople(call)) {
        if (intents === null) {
          intents = readIntents(disk, ledgerPath, imageFolder);
          images += 1;
        }
        emails.push(email);
        if (!intents.has(email)) late.push(email);
      }
    } else if (toDisk.includes(call.name) && call.moment === 'over' && call.result >= 0) {
      if (changeDisk(disk, call, dataDir)) intents = null;
    }
  }
  return { emails, late, images };
}

/** The people in a request; nobody in anything else. @throws Error for an invite whose body comes in another write */
function toInvitedPeople({ argumentsText }) {
  if (!toTargetOf(argumentsText).startsWith('TCP') || !argumentsText.includes('candidate/invite')) return [];
  const text = toBytesOf(argumentsText).toString('utf8');
  const body = text.slice(text.indexOf('\r\n\r\n') + 4);
  return JSON.parse(body).candidates.map(({ email }) => email);
}

/** Takes a call into account; answers whether more is on the disk now. */
function changeDisk(disk, { name, argumentsText, result }, dataDir) {
  if (name === 'rename' || name === 'unlink') {
    const [path, newPath] = toPathsOf(argumentsText);
    if (!path.startsWith(dataDir)) return false;
    if (name === 'rename') disk.rename(path, newPath);
    else disk.remove(path);
    return true;
  }
  const path = toTargetOf(argumentsText);
  // SQLite's shared memory is made anew after a power cut.
  if (!path.startsWith(dataDir) || path.endsWith('-shm')) return false;
  const lastNumber = Number(/(\d+)\)\s+=/.exec(argumentsText.slice(argumentsText.lastIndexOf(', ')))?.[1]);
  switch (name) {
    case 'pwrite64':
      disk.write(path, lastNumber, toBytesOf(argumentsText).subarray(0, result));
      return false;
    case 'ftruncate':
      disk.truncate(path, lastNumber);
      return false;
    case 'fsync':
    case 'fdatasync':
      disk.sync(path);
      return true;
    default:
      throw new Error(`${name} is not understood here.`);
  }
}

function readIntents(disk, ledgerPath, imageFolder) {
  rmSync(imageFolder, { recursive: true, force: true });
  mkdirSync(imageFolder);
  const copyPath = join(imageFolder, 'ledger.sqlite');
  if (!disk.save(ledgerPath, copyPath)) return new Set();
  disk.save(`${ledgerPath}-wal`, `${copyPath}-wal`);
  const database = new DatabaseSync(copyPath, { readOnly: true });
  try {
    const open = database
      .prepare(
        `SELECT p.email FROM attempts a JOIN attempt_rows x ON x.attempt_no = a.attempt_no JOIN runs r ON r.run_no = x.run_no
           JOIN batch_rows p ON p.batch_no = r.batch_no AND p.ordinal = x.ordinal WHERE a.kind IS NULL`,
      )
      .all();
    return new Set(open.map(({ email }) => email));
  } finally {
    database.close();
  }
}
