/**
 * kill -9 at random moments of runs, each run killed several times, resumed to its end, and compared with the server's
 * record after every death. What is killed, and how it is started again, is the player's.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../../electron/practice/seeded-random.ts';
import { makeCsv, makePeople } from '../../e2e/people-files.ts';
import { inviteTruth, makeJudge } from './judge.mjs';
import { makeLifeModel } from './life-model.mjs';
import { wait } from './own-processes.mjs';
import { startPractice } from './practice-process.mjs';

/**
 * @typedef {import('./judge.mjs').Account} Account
 * @typedef {object} Life a process at work on the run
 * @property {number} startedAtMs
 * @property {Promise<'over' | 'dead'>} ended over: the run rests
 * @property {() => Promise<void>} kill resolves when nothing of the process is left
 * @property {() => Promise<Account>} close after `over`: what it says about the run; then it is gone
 *
 * @typedef {object} Player
 * @property {() => Promise<Life>} begin starts the run
 * @property {(look: (account: Account) => Promise<void>) => Promise<Life>} goOn
 *   starts again after a death, tells what the product says before anything is sent, and goes on
 *
 * @typedef {object} Scene a run's rows
 * @property {string[]} emails as they are called in the product's results, in lower case
 * @property {string} file of the rows
 * @property {import('./judge.mjs').TruthReader} truth
 *
 * @typedef {object} Plan
 * @property {number} rowCount
 * @property {number} [candidates] of the practice server
 * @property {(place: { practice: import('./practice-process.mjs').Practice, folder: string }) => Promise<Scene>} [setScene]
 *   invites of made-up people, without it
 * @property {number} concurrency
 * @property {number} killCount in all
 * @property {number} killsPerRun after so many a run is left to end
 * @property {number} seed
 * @property {{ fromMs: number, toMs: number }} latencyMs
 * @property {{ startMs: Record<import('./life-model.mjs').LifeKind, number>, msPerRow: number }} guess
 */

/** How often a life is started again for one death; more is a run that never ends. */
const mostLivesPerRun = 40;
/** A run may stop by itself, after too many failures for example, and be told to go on: so often, and no more. */
const mostRests = 4;
/** The longest one takes seconds, and a minute where it looks back; more is a run that nobody can bring to its end. */
const longestLifeMs = 300_000;
/** Often enough to find the beginning of a life's requests, seldom enough not to hold the server up. */
const lookEveryMs = 50;

/**
 * @param {Plan} plan
 * @param {(place: { practice: import('./practice-process.mjs').Practice, folder: string, file: string }) => Player} makePlayer
 * @param {import('../run-survival.mjs').Stage} stage
 * @returns {Promise<import('../run-survival.mjs').Measured>}
 */
export async function killRuns(plan, makePlayer, { folder, say }) {
  const random = seededRandom(plan.seed);
  const model = makeLifeModel({ rowCount: plan.rowCount, ...plan.guess });
  const tally = {
    kills: 0,
    before: 0,
    during: 0,
    after: 0,
    ended: 0,
    unknownAtEnd: 0,
    judges: [],
  };
  say(`seed ${plan.seed}, ${plan.killCount} kills, ${plan.rowCount} rows, ${plan.concurrency} in flight`);
  for (let run = 1; tally.kills < plan.killCount; run += 1) {
    const runFolder = join(folder, `run-${run}`);
    mkdirSync(runFolder);
    const { candidates, latencyMs } = plan;
    const practice = await startPractice({ seed: run, candidates, faults: { latencyMs } });
    try {
      await killOneRun({ plan, random, model, tally, practice, runFolder, makePlayer });
    } finally {
      await practice.stop();
    }
    const wrong = countFaults(tally.judges);
    say(`${tally.kills} of ${plan.killCount} kills, ${tally.ended} runs ended, ${wrong.all} faults`);
    if (wrong.all === 0) rmSync(runFolder, { recursive: true, force: true });
  }
  return toMeasured(plan, tally);
}

async function killOneRun({ plan, random, model, tally, practice, runFolder, makePlayer }) {
  const setScene = plan.setScene ?? ((place) => setInviteScene(place, plan.rowCount));
  const { emails, file, truth } = await setScene({ practice, folder: runFolder });
  if (emails.length !== plan.rowCount) throw new Error(`There are only ${emails.length} rows to send.`);
  const judge = makeJudge({ emails, truth, concurrency: plan.concurrency });
  tally.judges.push(judge);
  const player = makePlayer({ practice, folder: runFolder, file });
  let diedAtMs = 0;
  let killsLeft = Math.min(plan.killsPerRun, plan.killCount - tally.kills);
  let rests = 0;
  let hasLooked = true;
  const look = async (account) => {
    if (hasLooked) return;
    // Both before the record is read: another death in between is one of its own.
    hasLooked = true;
    const deathAtMs = diedAtMs;
    judge.afterDeath(account, await practice.readRecord(), deathAtMs);
  };
  for (let lives = 1; ; lives += 1) {
    if (lives > mostLivesPerRun) throw new Error(`The run has not ended after ${mostLivesPerRun} starts.`);
    const kind = lives === 1 ? 'begins' : 'goes-on';
    const sentBefore = (await readArrivals(practice)).length;
    const life = kind === 'begins' ? await player.begin() : await player.goOn(look);
    const rowsLeft = plan.rowCount - sentBefore;
    const moment = model.drawMoment({ kind, rowsLeft, fraction: random() });
    const isMoment = killsLeft === 0 ? never : whenItIs(moment, { life, practice, sentBefore });
    const how = await within(longestLifeMs, Promise.race([life.ended, isMoment]));
    if (how === 'dead') throw new Error('The process ended by itself in mid-run.');
    if (how !== 'over') {
      // Since a look nothing was sent, if none came; the death that counts is then the one before.
      if (hasLooked) diedAtMs = Date.now();
      await life.kill();
      hasLooked = false;
      killsLeft -= 1;
      tally.kills += 1;
    }
    const arrivals = await readArrivals(practice);
    const arrivalsAtMs = arrivals.slice(sentBefore);
    model.learn({
      kind,
      startedAtMs: life.startedAtMs,
      endedAtMs: how === 'over' ? Date.now() : null,
      arrivalsAtMs,
    });
    if (how === 'over') {
      const account = await life.close();
      rests += 1;
      if (account.state !== 'finished' && rests < mostRests) continue;
      judge.atEnd(account, await practice.readRecord());
      tally.ended += 1;
      tally.unknownAtEnd += account.counts.unknown;
      return;
    }
    if (arrivals.length === plan.rowCount) tally.after += 1;
    else if (arrivalsAtMs.length === 0) tally.before += 1;
    else tally.during += 1;
  }
}

async function setInviteScene({ folder }, rowCount) {
  const people = makePeople(rowCount);
  const emails = people.map(({ email }) => email.toLowerCase());
  return { emails, file: makeCsv(folder, people), truth: inviteTruth };
}

/** @throws {Error} when the promise takes longer; the life is left to the end of this process. */
async function within(timeoutMs, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`A life took more than ${timeoutMs / 1000} s.`)), timeoutMs);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** For the life that is left to end. */
const never = new Promise(() => undefined);

/** Resolves at the drawn moment of a life. */
async function whenItIs({ sinceFirstInvite, afterMs }, { life, practice, sentBefore }) {
  let fromMs = life.startedAtMs;
  if (sinceFirstInvite) {
    let hasEnded = false;
    const end = () => {
      hasEnded = true;
    };
    life.ended.then(end, end);
    let first;
    while (first === undefined && !hasEnded) {
      await wait(lookEveryMs);
      first = (await readArrivals(practice))[sentBefore];
    }
    fromMs = first ?? fromMs;
  }
  await wait(Math.max(0, fromMs + afterMs - Date.now()));
}

/** The server's times of all invites so far. */
async function readArrivals(practice) {
  const { requests } = await practice.readRecord();
  return requests.filter(({ method }) => method === 'POST').map(({ receivedAtMs }) => receivedAtMs);
}

function countFaults(judges) {
  const count = (kind) => judges.reduce((sum, { faults }) => sum + faults[kind].size, 0);
  const others = judges.flatMap(({ faults }) => faults.others);
  const [twice, lost, falseDone] = [count('twice'), count('lost'), count('falseDone')];
  return { twice, lost, falseDone, others, all: twice + lost + falseDone + others.length };
}

function toMeasured(plan, { kills, before, during, after, ended, unknownAtEnd, judges }) {
  const wrong = countFaults(judges);
  const newUnknown = judges.flatMap(({ newUnknownPerDeath }) => newUnknownPerDeath);
  const mean = newUnknown.reduce((sum, count) => sum + count, 0) / Math.max(1, newUnknown.length);
  const named = (kind, words) =>
    judges.flatMap(({ faults }, run) =>
      [...faults[kind]].map((email) => `run ${run + 1}: ${email} ${words}`),
    );
  return {
    measured: [
      `${kills} kills in ${ended} runs of ${plan.rowCount} rows, all resumed to the end`,
      `(${before} before a life's first request, ${during} while sending, ${after} after the last; seed ${plan.seed}):`,
      `${wrong.twice} twice, ${wrong.lost} lost, ${wrong.falseDone} false done,`,
      `new unknown per kill at most ${Math.max(0, ...newUnknown)}, ${mean.toFixed(1)} on average;`,
      `${wrong.others.length === 0 ? 'totals right' : `${wrong.others.length} other faults`}, ${unknownAtEnd} unknown at the ends`,
    ].join(' '),
    ok: wrong.all === 0,
    details: [
      ...named('twice', 'was sent to twice'),
      ...named('lost', 'was processed, and the run has lost it'),
      ...named('falseDone', 'is done by the run, and was never processed'),
      ...wrong.others,
    ],
  };
}
