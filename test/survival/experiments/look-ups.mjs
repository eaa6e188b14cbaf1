/**
 * Answers are lost on the way, of people whom an earlier run knows and of new ones, half of them after the invite was
 * processed. What the look-up then says is compared with the server's record: done, not processed (sent again), or nothing.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../../electron/practice/seeded-random.ts';
import { openCli } from '../parts/cli-process.mjs';
import { toOutcome } from '../parts/judge.mjs';
import { startLosingProxy } from '../parts/losing-proxy.mjs';
import { wait } from '../parts/own-processes.mjs';
import { startPractice } from '../parts/practice-process.mjs';
import { readResultsCsv } from '../parts/read-results-csv.mjs';

const lostCounts = { small: 40, full: 200 };
/** Of twenty known people one more or less is chance. */
const leastKnownSolved = { small: 0.9, full: 0.95 };
const latencyMs = { fromMs: 5, toMs: 40 };
/** With and without a status, with and without a part of the answer. */
const losses = ['reset', 'close', 'cut', 'garbled', 'server-error', 'gateway'];
/** After as many failures in a row the run pauses; every second row is answered, so it never does by itself. */
const mostRests = 3;

/**
 * @typedef {object} Condition
 * @property {string} name
 * @property {number} [othersEveryMs] somebody else invites a new person to the same set so often
 * @property {number} [othersKnowShare] so many of the run's known people are among them
 * @property {number} [readLagMs]
 * @property {number} [clockAheadMs] the server's clock
 * @property {number} [lateMs] what is processed is processed so long after its connection broke
 * @type {Condition[]}
 */
const conditions = [
  { name: 'alone' },
  { name: 'others invite', othersEveryMs: 150 },
  { name: 'others invite ours', othersEveryMs: 150, othersKnowShare: 0.04 },
  { name: 'lists 3 s late', readLagMs: 3000 },
  { name: 'server 90 s ahead', clockAheadMs: 90_000 },
  { name: 'processed 4 s late', lateMs: 4000 },
];

/** @type {import('../run-survival.mjs').Experiment} */
export const experiment = {
  name: 'look-ups',
  mostlyWaits: true,
  bar: 'ambiguous rows, half processed: 0 wrong verdicts, ≥ 95 % of known people solved',
  async run({ size, folder, say }) {
    // Side by side: a condition is mostly waiting.
    const tallies = await Promise.all(
      conditions.map(async (condition, index) => {
        const place = join(folder, String(index));
        mkdirSync(place);
        const tally = await tryCondition(condition, {
          lostCount: lostCounts[size],
          folder: place,
          seed: index + 1,
        });
        say(toText(tally));
        return tally;
      }),
    );
    const details = tallies.flatMap(({ name, wrong, known }) => [
      ...wrong.map((text) => `${name}: ${text}`),
      ...(known.solved < known.lost * leastKnownSolved[size]
        ? [`${name}: only ${known.solved} of ${known.lost} known people were solved`]
        : []),
    ]);
    return { measured: tallies.map(toText).join('; '), ok: details.length === 0, details };
  },
};

const toText = ({ name, lostCount, wrong, known, fresh, byOthers }) =>
  [
    `${name}: ${wrong.length} of ${lostCount} wrong,`,
    `known ${known.solved} of ${known.lost} solved, new ${fresh.solved} of ${fresh.lost}`,
    ...(byOthers > 0 ? [`(${byOthers} done by somebody else’s invite)`] : []),
  ].join(' ');

async function tryCondition(condition, { lostCount, folder, seed }) {
  const { name, othersEveryMs, othersKnowShare = 0, readLagMs = 0, clockAheadMs = 0, lateMs = 0 } = condition;
  const random = seededRandom(seed);
  const people = makePlan(lostCount, random, lateMs);
  const known = people.filter(({ isKnown }) => isKnown);
  const practice = await startPractice({ seed, candidates: 0, faults: { latencyMs } });
  const fates = new Map(people.flatMap(({ email, fate }) => (fate === null ? [] : [[email, fate]])));
  const proxy = await startLosingProxy({ url: practice.url, fates, clockAheadMs });
  const cli = openCli({ practice, folder });
  const losing = openCli({ practice: { ...practice, url: proxy.url }, folder });
  const others = { isOver: false, sent: 0, known: known.filter(() => random() < othersKnowShare) };
  try {
    const otherSetId = await findOtherSet(practice);
    await invite({ cli, folder, people: known, setId: otherSetId, name: 'earlier' });
    await practice.setFaults({ latencyMs, readLagMs });
    const inviting = othersEveryMs === undefined ? null : inviteAsOthers(practice, others, othersEveryMs);
    const lines = await invite({ cli: losing, folder, people, setId: practice.setId, name: 'run' });
    others.isOver = true;
    await inviting;
    const record = await practice.readRecord();
    return { name, lostCount, ...compare(people, lines, record, practice) };
  } finally {
    others.isOver = true;
    await proxy.close();
    await practice.stop();
  }
}

/** Every second row is lost; each half of those is processed or not, known or new. */
function makePlan(lostCount, random, lateMs) {
  const lostOnes = Array.from({ length: lostCount }, (_, index) => ({
    isKnown: index % 2 === 0,
    isProcessed: index % 4 < 2,
    order: random(),
  })).sort((left, right) => left.order - right.order);
  return lostOnes.flatMap(({ isKnown, isProcessed }, index) => {
    const loss = losses[Math.floor(random() * losses.length)];
    return [
      { email: `clear.${index}@example.com`, isKnown: random() < 0.5, fate: null },
      { email: `lost.${index}@example.com`, isKnown, fate: { isProcessed, loss, lateMs } },
    ];
  });
}

async function findOtherSet({ url, keys, setId }) {
  const answer = await fetch(`${url}/integration/hiring/interview-sets/v1`, {
    headers: { 'x-api-key': keys.full },
  });
  return (await answer.json()).data.find(({ id }) => id !== setId).id;
}

/** Runs to the end, and gives the outcome by address. */
async function invite({ cli, folder, people, setId, name }) {
  const file = join(folder, `${name}.csv`);
  const results = join(folder, `${name}-results.csv`);
  writeFileSync(file, ['Email,First name', ...people.map(({ email }) => `${email},Ana`)].join('\r\n'));
  const outFlags = ['--results', results, '--json'];
  const runFlags = ['--operation', 'invite', '--set', setId, '--send-invite', 'yes'];
  let end = await cli.start(['run', file, ...runFlags, ...outFlags]).ended;
  for (let rests = 0; end.exitCode !== 1 && end.answer().state === 'paused' && rests < mostRests; rests += 1)
    end = await cli.start(['resume', end.answer().runId, ...outFlags]).ended;
  if (end.exitCode === 1 || end.answer().state !== 'finished')
    throw new Error(`The run did not come to its end: ${end.stderr}`);
  return new Map(readResultsCsv(results).map((row) => [row.Email, toOutcome(row.Outcome)]));
}

/** Somebody else with a key of their own, straight to the server. */
async function inviteAsOthers({ url, keys, setId }, others, everyMs) {
  const queue = [...others.known];
  while (!others.isOver) {
    others.sent += 1;
    const email = others.sent % 8 === 0 ? queue.shift()?.email : undefined;
    await fetch(`${url}/integration/interview/candidate/invite/v1`, {
      method: 'POST',
      headers: { 'x-api-key': keys.inviteOnly, 'content-type': 'application/json' },
      body: JSON.stringify({
        com_interview_set_id: setId,
        candidates: [{ email: email ?? `other.${others.sent}@example.net` }],
        send_invite: true,
      }),
    });
    await wait(everyMs);
  }
}

function compare(people, outcomeOf, { requests }, { keys, setId }) {
  const [ourPrefix] = keys.full.split('.');
  const processed = requests.filter(
    ({ method, isProcessed, body }) =>
      method === 'POST' && isProcessed && body?.com_interview_set_id === setId,
  );
  const timesBy = (email, isOurs) =>
    processed.filter(
      ({ keyPrefix, body }) => (keyPrefix === ourPrefix) === isOurs && body.candidates[0].email === email,
    ).length;
  const tally = { wrong: [], known: { lost: 0, solved: 0 }, fresh: { lost: 0, solved: 0 }, byOthers: 0 };
  for (const { email, isKnown, fate } of people) {
    const outcome = outcomeOf.get(email);
    const times = timesBy(email, true);
    if (times > 1) tally.wrong.push(`${email} (${isKnown ? 'known' : 'new'}) was invited ${times} times`);
    if (outcome === 'done' && times === 0) {
      if (timesBy(email, false) > 0) tally.byOthers += 1;
      else tally.wrong.push(`${email} (${isKnown ? 'known' : 'new'}) is done, and was never invited`);
    }
    if (fate === null) {
      if (outcome !== 'done') tally.wrong.push(`${email} was answered, and is ${outcome}`);
      continue;
    }
    const group = isKnown ? tally.known : tally.fresh;
    group.lost += 1;
    if (outcome === 'done') group.solved += 1;
    else if (outcome !== 'unknown') tally.wrong.push(`${email} is ${outcome}`);
  }
  return tally;
}
