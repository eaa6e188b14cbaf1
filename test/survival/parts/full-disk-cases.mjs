/**
 * A disk without room, or without leave to write: before a run, in the middle of one with room again soon, late, or while the process
 * lives on.
 */
import { join } from 'node:path';
import { askCli, toEnd } from './ask-cli.mjs';
import { buildTestProgram } from './build-test-program.mjs';
import { openCli } from './cli-process.mjs';
import { fingerprintLedger } from './damaged-ledgers.mjs';
import { toInviteWords, writePeopleFile } from './invite-words.mjs';
import { findRefusalFaults } from './plain-refusal.mjs';
import { readInvites, whenAsked } from './read-invites.mjs';
import { readOutcomes } from './read-outcomes.mjs';
import { runTestProgram } from './run-test-program.mjs';
import { openSmallDisk } from './small-disk.mjs';

const rowCount = 150;
/** Their batch alone takes more than the disk has. */
const tooManyRows = 60_000;
const concurrency = 8;
/** The disk is full from here on. */
const invitedBefore = 40;
/** In the middle of the waits after which an answer that could not be written is tried again. */
const shortlyMs = 700;
const cannotBeWritten = /cannot be written\. Nothing more was sent\./;

const cases = {
  'full before the first run': fullBeforeTheFirstRun,
  'full before another run': fullBeforeAnotherRun,
  'too small for the batch': tooSmallForTheBatch,
  'full in mid-run, room again soon': (place) => fullInMidRun(place, true),
  'full in mid-run, room only later': (place) => fullInMidRun(place, false),
  'full in mid-run, the process lives on': fullWhileTheProcessLivesOn,
  'read-only': readOnly,
};

export async function findFullDiskFaults({ practice, folder, say }) {
  const names = [];
  const faults = [];
  let how = '';
  for (const [name, find] of Object.entries(cases)) {
    const disk = openSmallDisk(join(folder, `disk-${names.length}`));
    how = disk.how;
    say(name);
    names.push(name);
    try {
      const people = `disk${names.length}`;
      const file = join(folder, `${people}.csv`);
      const emails = writePeopleFile(file, rowCount, people);
      const resultsPath = join(folder, `${people}-results.csv`);
      const more = ['--concurrency', String(concurrency)];
      const inviteWords = toInviteWords(file, practice.setId, resultsPath, more);
      const cli = openCli({ practice, folder, dataDir: disk.dataDir });
      const found = await find({ practice, disk, cli, emails, inviteWords, resultsPath });
      faults.push(...found.map((fault) => `${name}: ${fault}`));
    } finally {
      disk.close();
    }
  }
  return { names, faults, how };
}

async function fullBeforeTheFirstRun({ practice, disk, cli, emails, inviteWords }) {
  disk.fill();
  const end = await askCli(cli, inviteWords, disk.startFull);
  return [...findRefusalFaults(end, cannotBeWritten), ...(await findPosts(practice, emails))];
}

/** The ledger is there already, and its last end was a clean one. */
async function fullBeforeAnotherRun({ practice, disk, cli, emails, inviteWords }) {
  await askCli(cli, ['runs', '--json']);
  disk.fill();
  const end = await askCli(cli, inviteWords, disk.startFull);
  return [...findRefusalFaults(end, cannotBeWritten), ...(await findPosts(practice, emails))];
}

/** The disk fills up while the people are written down, before the run is there. */
async function tooSmallForTheBatch({ practice, disk, cli, inviteWords }) {
  const emails = writePeopleFile(inviteWords[1], tooManyRows, 'many');
  const end = await askCli(cli, inviteWords, disk.startSmall);
  const [said, ...sentences] = end.stderr.split('\n').filter((line) => !line.startsWith('Message: '));
  const isAnnounced = said.includes(`${tooManyRows} people will get a made-up email`);
  return [
    ...(isAnnounced ? [] : [`it says first: ${said}`]),
    ...findRefusalFaults({ ...end, stderr: sentences.join('\n') }, cannotBeWritten),
    ...(await findPosts(practice, emails)),
  ];
}

async function fullInMidRun({ practice, disk, cli, emails, inviteWords, resultsPath }, isSoon) {
  const { child, ended } = cli.start(inviteWords);
  await whenAsked(practice, emails, invitedBefore);
  disk.fill(child);
  if (isSoon) {
    await new Promise((resolve) => setTimeout(resolve, shortlyMs));
    disk.free(child);
  }
  const { answer, stderr } = toEnd(await ended);
  const faults = [];
  if (
    answer?.state !== 'paused' ||
    !stderr.includes('The run history could not be written. The run is paused.')
  )
    faults.push(`the run is ${answer?.state}, and it says: ${stderr.trim()}`);
  if (!isSoon && answer !== null) {
    const meanwhile = await askCli(cli, ['resume', answer.runId, '--json'], disk.startFull);
    faults.push(...findRefusalFaults(meanwhile, cannotBeWritten));
  }
  if (!isSoon) disk.free(child);
  faults.push(
    ...(await findFaultsWhenResumed({
      practice,
      cli,
      emails,
      resultsPath,
      mostUnknown: isSoon ? 0 : concurrency,
    })),
  );
  return faults;
}

/** With room again: nobody was asked for without an intent, and the run can be finished without anybody being invited twice. */
async function findFaultsWhenResumed({ practice, cli, emails, resultsPath, mostUnknown }) {
  const { answer: list, stderr } = await askCli(cli, ['runs', '--json']);
  const [run] = list?.runs ?? [];
  if (run === undefined) return [`no run is found: ${stderr.trim()}`];
  const faults = [];
  await askCli(cli, ['results', run.runId, '--out', resultsPath]);
  const { posts } = await readInvites(practice);
  const notSent = readOutcomes(resultsPath).filter(({ outcome }) => outcome === 'Not sent');
  const withoutIntent = notSent.filter(({ email }) => posts.has(email));
  if (withoutIntent.length > 0) faults.push(`${withoutIntent.length} POSTs without an intent`);
  if (run.counts.unknown > mostUnknown) faults.push(`${run.counts.unknown} are unknown`);
  const { answer: end } = await askCli(cli, ['resume', run.runId, '--results', resultsPath, '--json']);
  if (end?.state !== 'finished') faults.push(`the resumed run is ${end?.state}`);
  const { accepted } = await readInvites(practice);
  const outcomes = readOutcomes(resultsPath);
  if (outcomes.length !== emails.length) faults.push(`${outcomes.length} lines of results`);
  for (const { email, outcome } of outcomes) {
    const times = accepted.get(email) ?? 0;
    if (times > 1 || (outcome === 'Done') !== (times === 1 && outcome !== 'Unknown'))
      faults.push(`${email} is ${outcome} and was invited ${times} times`);
  }
  return faults;
}

async function fullWhileTheProcessLivesOn({ practice, disk, emails: { length: rows } }) {
  const emails = Array.from({ length: rows }, (_, index) => `app${index}@example.com`);
  const program = await buildTestProgram('disk-run');
  const faults = [];
  try {
    const fillSoon = async (child) => {
      await whenAsked(practice, emails, invitedBefore);
      disk.fill(child);
    };
    const { lines, stderr } = await runTestProgram(
      program.path,
      {
        DATA_DIR: disk.dataDir,
        BASE_URL: practice.url,
        KEY: practice.keys.full,
        SET_ID: practice.setId,
        ROWS: String(rows),
      },
      {
        onStart: fillSoon,
        // By now every wait for room is over, and what could not be written is kept.
        onLine: (line, child) => {
          if (line.state !== 'paused') return;
          disk.free(child);
          child.stdin.write('go on\n');
        },
      },
    );
    const [rest, end] = lines;
    if (rest?.state !== 'paused' || rest.pauseReason !== 'storage-error')
      faults.push(`the run is ${rest?.state} (${rest?.pauseReason}): ${stderr.trim()}`);
    if (rest?.inFlight === 0) faults.push('nobody was in flight when the disk was full, so nothing is shown');
    if (end?.state !== 'finished' || end.counts.done !== rows)
      faults.push(
        `at the end it is ${end?.state} with ${end?.counts.done} done and ${end?.counts.unknown} unknown`,
      );
    const { accepted } = await readInvites(practice);
    const wrong = emails.filter((email) => accepted.get(email) !== 1);
    if (wrong.length > 0) faults.push(`${wrong.length} people were not invited exactly once`);
  } finally {
    program.remove();
  }
  return faults;
}

/** A ledger that a run has left, in a folder where nothing may be written. */
async function readOnly({ practice, disk, cli, inviteWords, resultsPath }) {
  const first = `${resultsPath}.first.csv`;
  writePeopleFile(first, 5, 'earlier');
  await askCli(cli, toInviteWords(first, practice.setId, resultsPath));
  const before = fingerprintLedger(disk.dataDir);
  const { total: postsBefore } = await readInvites(practice);
  disk.makeReadOnly();
  const end = await askCli(cli, inviteWords, disk.startReadOnly);
  disk.makeWritable();
  const faults = findRefusalFaults(end, cannotBeWritten);
  const { total: posts } = await readInvites(practice);
  if (posts !== postsBefore) faults.push(`${posts - postsBefore} POSTs`);
  if (fingerprintLedger(disk.dataDir) !== before) faults.push('the ledger was changed');
  return faults;
}

async function findPosts(practice, emails) {
  const { posts } = await readInvites(practice);
  const asked = emails.filter((email) => posts.has(email));
  return asked.length > 0 ? [`${asked.length} POSTs`] : [];
}
