/**
 * The process dies without clean-up at eight places of one row's way, with other rows in flight, of invites, adds, moves and rejections.
 * Then the built command line opens the ledger: is each row's state the right one, and can the run be finished without anybody being
 * sent to twice, and nobody else being touched?
 */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { askCli } from '../parts/ask-cli.mjs';
import { buildTestProgram } from '../parts/build-test-program.mjs';
import { openCli } from '../parts/cli-process.mjs';
import { countWrites, findPipelineFaults, makeAsks, readWrites, writeAsks } from '../parts/pipeline-asks.mjs';
import { startPractice } from '../parts/practice-process.mjs';
import { readInvites } from '../parts/read-invites.mjs';
import { readOutcomes } from '../parts/read-outcomes.mjs';
import { runTestProgram } from '../parts/run-test-program.mjs';

const rowCount = 24;
/** Most of the time of each is the look-up of its unknown row. */
const casesAtOnce = 16;
/** In the middle, so that some rows are settled, some in flight and some have not begun. */
const struckOrdinal = 11;
/** Enough for so many rows of each operation. */
const candidates = 60;
/** As the program sends. */
const concurrency = 4;
/** Enough for the others to be on their way when the struck row dies. */
const latencyMs = { fromMs: 10, toMs: 40 };

/** What the struck row must be after the restart, and how often the server may have been asked for it by then. */
const places = {
  'before-intent': { outcome: 'Not sent', posts: 0 },
  'intent-written': { outcome: 'Unknown', posts: 0 },
  connected: { outcome: 'Unknown', posts: 0 },
  'request-sent': { outcome: 'Unknown', posts: 1 },
  'answer-arrived': { outcome: 'Unknown', posts: 1 },
  'inside-write': { outcome: 'Unknown', posts: 1 },
  'answer-written': { outcome: 'Done', posts: 1 },
  'before-end': { outcome: 'Done', posts: 1 },
};
/** Both ways to go without a word: the program's own, and the system's. The small size takes them in turn. */
const ways = ['exit', 'kill'];
const waysAt = (size, index) => (size === 'full' ? ways : [ways[index % ways.length]]);

export const experiment = {
  name: 'failpoints',
  bar: '8 places × each operation: right state after the restart, nobody sent to twice',
  async run({ size, folder, say }) {
    const program = await buildTestProgram('failpoints');
    const faults = [];
    let total = 0;
    let right = 0;
    let operations = [];
    try {
      const { lines, stderr } = await runTestProgram(program.path, { OPERATION: 'list' });
      if (lines.length === 0) throw new Error(stderr);
      operations = lines[0].operations;
      const cases = operations.flatMap((operation) =>
        Object.keys(places).flatMap((place, index) =>
          waysAt(size, index).map((way) => ({ operation, place, way })),
        ),
      );
      total = cases.length;
      const takeNext = async () => {
        for (let next = cases.shift(); next !== undefined; next = cases.shift()) {
          const name = `${next.operation}, ${next.place}, ${next.way}`;
          say(name);
          const found = await dieAndGoOn({ program, folder, ...next });
          faults.push(...found.map((fault) => `${name}: ${fault}`));
          if (found.length === 0) right += 1;
        }
      };
      await Promise.all(Array.from({ length: casesAtOnce }, takeNext));
    } finally {
      program.remove();
    }
    return {
      measured: `${right} of ${total} right (${Object.keys(places).length} places × ${operations.join(', ')}, by ${ways.join(size === 'full' ? ' and ' : ' or ')})`,
      ok: faults.length === 0 && total > 0,
      details: faults,
    };
  },
};

async function dieAndGoOn({ program, folder, operation, place, way }) {
  const practice = await startPractice({ candidates, faults: { latencyMs } });
  try {
    const here = mkdtempSync(join(folder, 'failpoint-'));
    const scene = await setScene(practice, operation, here);
    const cli = openCli({ practice, folder: here });
    const { lines, exitCode, signal, stderr } = await runTestProgram(program.path, {
      DATA_DIR: join(here, 'data'),
      BASE_URL: practice.url,
      KEY: practice.keys.full,
      SET_ID: practice.setId,
      OPERATION: operation,
      ROWS: String(rowCount),
      ASKS: scene.asksPath,
      STRUCK: String(struckOrdinal),
      POINT: place,
      HOW: way,
    });
    const isDead = way === 'kill' ? signal === 'SIGKILL' : exitCode === 86;
    if (!isDead) return [`the program ended with ${exitCode ?? signal}: ${stderr.trim()}`];
    const [{ runId }] = lines;
    // What had left by then is answered, to nobody.
    await new Promise((resolve) => setTimeout(resolve, latencyMs.toMs * 2));
    return [
      ...(await findFaultsAfterRestart({ scene, cli, runId, place, here })),
      ...(await findFaultsAtTheEnd({ scene, cli, runId, here })),
    ];
  } finally {
    await practice.stop();
  }
}

/** The rows of one case: where they stand, and what the server's record says about them. */
async function setScene(practice, operation, here) {
  if (operation === 'invite')
    return { asksPath: '', readWritten: () => readInvites(practice), findOtherFaults: async () => [] };
  const scene = await makeAsks(practice, operation, rowCount);
  return {
    asksPath: writeAsks(here, scene),
    readWritten: async () => countWrites(readWrites(await practice.readRecord(), scene.asks)),
    findOtherFaults: async (unknown) =>
      findPipelineFaults(scene, (await practice.readRecord()).applications, unknown),
  };
}

async function findFaultsAfterRestart({ scene, cli, runId, place, here }) {
  const resultsPath = join(here, 'found.csv');
  const { answer: run, stderr } = await askCli(cli, ['results', runId, '--out', resultsPath, '--json']);
  if (run === null) return [`no run is found: ${stderr.trim()}`];
  const outcomes = readOutcomes(resultsPath);
  const { posts, accepted } = await scene.readWritten();
  const faults = findTotalFaults(run, outcomes);
  // With nobody left to send to there is nothing to go on with.
  const wanted = run.counts.notSent === 0 ? 'finished' : 'paused';
  if (run.state !== wanted) faults.push(`the run is ${run.state} after the restart, not ${wanted}`);
  const right = places[place];
  const email = `person${struckOrdinal}@example.com`;
  const struck = outcomes.find((row) => row.email === email);
  if (struck?.outcome !== right.outcome)
    faults.push(`the row is ${struck?.outcome} instead of ${right.outcome}`);
  if ((posts.get(email) ?? 0) !== right.posts)
    faults.push(`the server was asked ${posts.get(email) ?? 0} times instead of ${right.posts}`);
  if (run.counts.unknown > concurrency) faults.push(`${run.counts.unknown} are unknown`);
  for (const row of outcomes) {
    if (row.outcome === 'Done' && accepted.get(row.email) !== 1)
      faults.push(`${row.email} is called done and was accepted ${accepted.get(row.email) ?? 0} times`);
    if (row.outcome === 'Not sent' && posts.has(row.email))
      faults.push(`${row.email} is called not sent, and the server was asked`);
  }
  return faults;
}

async function findFaultsAtTheEnd({ scene, cli, runId, here }) {
  const resultsPath = join(here, 'end.csv');
  const { answer, stderr } = await askCli(cli, ['resume', runId, '--results', resultsPath, '--json']);
  if (answer === null) return [`could not be resumed: ${stderr.trim()}`];
  const outcomes = readOutcomes(resultsPath);
  const { accepted } = await scene.readWritten();
  const unknown = outcomes.filter(({ outcome }) => outcome === 'Unknown').map(({ email }) => email);
  const faults = [...findTotalFaults(answer, outcomes), ...(await scene.findOtherFaults(new Set(unknown)))];
  if (answer.state !== 'finished') faults.push(`the resumed run is ${answer.state}`);
  for (const [email, times] of accepted) if (times > 1) faults.push(`${email} was sent to ${times} times`);
  for (const { email, outcome } of outcomes)
    if (outcome !== 'Unknown' && (outcome !== 'Done' || accepted.get(email) !== 1))
      faults.push(`at the end ${email} is ${outcome} and was accepted ${accepted.get(email) ?? 0} times`);
  return faults;
}

function findTotalFaults({ total, counts }, outcomes) {
  const sum = Object.values(counts).reduce((all, count) => all + count, 0);
  const emails = new Set(outcomes.map(({ email }) => email));
  return sum === total && total === rowCount && outcomes.length === rowCount && emails.size === rowCount
    ? []
    : [`${sum} counted, ${total} in total, ${outcomes.length} lines, ${emails.size} people, of ${rowCount}`];
}
