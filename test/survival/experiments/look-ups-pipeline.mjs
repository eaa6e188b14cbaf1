/**
 * Answers to adds, moves and rejections are lost on the way, half of them after they were processed, while a colleague moves, rejects and
 * re-adds some of the same people. What the look-up then says is compared with the server's record: done, not processed (sent again), or
 * left to a person.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../../electron/practice/seeded-random.ts';
import { buildTestProgram } from '../parts/build-test-program.mjs';
import { startLosingProxy } from '../parts/losing-proxy.mjs';
import {
  findPipelineFaults,
  keyOf,
  makeAsks,
  pipelineOperations,
  readWrites,
  toAsked,
  writeAsks,
} from '../parts/pipeline-asks.mjs';
import { openPipelineProgram } from '../parts/pipeline-program.mjs';
import { startPractice } from '../parts/practice-process.mjs';

/** Answers lost for each operation under each condition. */
const lostCounts = { small: 30, full: 200 };
const candidatesFor = { small: 120, full: 700 };
/** In the small size the waits are a fourth of the product's own, and the server is late by as much less. */
const waitsOf = { small: { beforeFirstMs: 500, betweenMs: 2000, settleMs: 4000 }, full: null };
const concurrency = 4;
const latencyMs = { fromMs: 5, toMs: 40 };
const losses = ['reset', 'close', 'cut', 'garbled', 'server-error', 'gateway'];
/** A colleague acts before the last look, or it could not be seen. */
const colleagueWithinMs = 2500;
const lateMs = 1500;

/** What a colleague may do with a person whose request got lost; `same` is what the row asks for. */
const deeds = {
  add: ['same', 'elsewhere', 'move', 'reject', 'same, then move'],
  move: ['same', 'elsewhere', 'reject', 'reject, then add', 'same, then reject'],
  reject: ['same', 'elsewhere', 'reject, then add'],
};

/**
 * @typedef {object} Condition
 * @property {string} name
 * @property {number} [colleagueShare] of the lost people
 * @property {number} [readLagMs] new applications appear so late
 * @property {number} [lateMs] what is processed is processed so long after its connection broke
 * @type {Condition[]}
 */
const conditions = [
  { name: 'alone' },
  { name: 'with a colleague', colleagueShare: 0.6 },
  { name: 'lists late', readLagMs: lateMs },
  { name: 'processed late', lateMs },
];

/** @type {import('../run-survival.mjs').Experiment} */
export const experiment = {
  name: 'look-ups-pipeline',
  bar: 'lost answers of adds, moves, rejections: 0 wrong verdicts, all solved where nobody else changes anything and the API names a state',
  async run({ size, folder, say }) {
    const program = await buildTestProgram('pipeline-run');
    try {
      const cases = pipelineOperations.flatMap((operation) =>
        conditions.map((condition) => ({ operation, condition })),
      );
      // Side by side: a case is mostly waiting.
      const tallies = await Promise.all(
        cases.map(async ({ operation, condition }, index) => {
          const place = join(folder, String(index));
          mkdirSync(place);
          const tally = await tryCase({
            program,
            operation,
            condition,
            size,
            folder: place,
            seed: index + 1,
          });
          say(toText(tally));
          return tally;
        }),
      );
      const details = tallies.flatMap(({ name, wrong, lost, solved, touched, stateless }) => [
        ...wrong.map((text) => `${name}: ${text}`),
        ...(touched === 0 && solved < lost - stateless
          ? [`${name}: only ${solved} of ${lost} were solved`]
          : []),
      ]);
      const total = tallies.reduce((sum, { lost }) => sum + lost, 0);
      const wrong = tallies.reduce((sum, tally) => sum + tally.wrong.length, 0);
      return {
        measured: `${wrong} wrong of ${total}; ${tallies.map(toText).join('; ')}`,
        ok: details.length === 0,
        details,
      };
    } finally {
      program.remove();
    }
  },
};

const toText = ({ name, lost, solved, stateless, touched, leftOpen, byOthers }) =>
  [
    `${name}: ${solved} of ${lost} solved`,
    ...(stateless > 0 ? [`(${stateless} whose entry names no state)`] : []),
    ...(touched > 0
      ? [`(a colleague changed ${touched}, ${leftOpen} left to a person, ${byOthers} done by the colleague)`]
      : []),
  ].join(' ');

async function tryCase({ program, operation, condition, size, folder, seed }) {
  const { name, colleagueShare = 0, readLagMs, lateMs: late = 0 } = condition;
  const random = seededRandom(seed);
  const practice = await startPractice({ seed, candidates: candidatesFor[size], faults: { latencyMs } });
  const scene = await makeAsks(practice, operation, lostCounts[size] * 2);
  // Every second answer arrives: after as many failures in a row the run would pause.
  const rows = scene.asks.map(({ label, work }, index) => ({
    label,
    work,
    key: keyOf(work),
    fate:
      index % 2 === 0
        ? null
        : { isProcessed: random() < 0.5, loss: losses[Math.floor(random() * losses.length)], lateMs: late },
    deed: random() < colleagueShare ? deeds[operation][Math.floor(random() * deeds[operation].length)] : null,
    afterMs: random() * colleagueWithinMs,
  }));
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const acts = [];
  const proxy = await startLosingProxy({
    url: practice.url,
    fates: new Map(rows.flatMap(({ key, fate }) => (fate === null ? [] : [[key, fate]]))),
    toKey: (path, body) => toAsked(path, body).key,
    onLost: (key) => {
      const row = byKey.get(key);
      if (row.deed !== null) acts.push(actAsColleague(practice, scene, row));
    },
  });
  try {
    if (readLagMs !== undefined) await practice.setFaults({ latencyMs, readLagMs });
    const place = { ...practice, url: proxy.url };
    const asksPath = writeAsks(folder, scene);
    const run = openPipelineProgram(program, {
      practice: place,
      folder,
      asksPath,
      concurrency,
      waits: waitsOf[size],
    });
    const account = await run.ask('begin');
    if (account.state !== 'finished') throw new Error(`The run is ${account.state}.`);
    const acted = new Map((await Promise.all(acts)).map((act) => [act.label, act]));
    const record = await practice.readRecord();
    return { name: `${operation}, ${name}`, ...compare({ scene, rows, acted, account, record, practice }) };
  } finally {
    await proxy.close();
    await practice.stop();
  }
}

/** Somebody else with a key of their own, straight to the server. Answers when the first change was made; null where none was. */
async function actAsColleague(practice, { projects }, { label, work, deed, afterMs }) {
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  const { applications } = await practice.readRecord();
  const { stages } = projects.find(({ id }) => id === work.projectId);
  const other = stages.find(({ id }) => id !== work.stageId && id !== work.fromStageId);
  const post = async (path, body = {}) => {
    const answer = await fetch(`${practice.url}/integration/hiring/applications/${path}`, {
      method: 'POST',
      headers: { 'x-api-key': practice.keys.pipelineOnly, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return answer.ok ? (await answer.json()).id : null;
  };
  const addTo = (stageId) =>
    post('v1', {
      tal_candidate_id: work.candidateId,
      com_project_id: work.projectId,
      com_stage_id: stageId,
    });
  let id =
    work.applicationId ??
    applications.find(
      (one) => one.personId === work.candidateId && one.projectId === work.projectId && !one.isRejected,
    )?.id ??
    null;
  let firstAtMs = null;
  for (const step of deed.split(', then ')) {
    const atMs = Date.now();
    let changed = null;
    const isAdd = step === 'add' || (work.kind === 'add' && (step === 'same' || step === 'elsewhere'));
    if (isAdd) {
      changed = await addTo(step === 'elsewhere' ? other.id : (work.stageId ?? stages[0].id));
      id = changed ?? id;
    } else if (id !== null) {
      const isRejecting = step === 'reject' || (work.kind === 'reject' && step === 'same');
      changed = isRejecting
        ? await post(`${id}/reject/v1`)
        : await post(`${id}/move-stage/v1`, { com_stage_id: step === 'same' ? work.stageId : other.id });
    }
    if (changed !== null) firstAtMs ??= atMs;
  }
  return { label, deed, firstAtMs };
}

function compare({ scene, rows, acted, account, record, practice }) {
  const [ourPrefix] = practice.keys.full.split('.');
  const ours = readWrites(record, scene.asks).filter(({ keyPrefix }) => keyPrefix === ourPrefix);
  const outcomeOf = new Map(account.lines.map(({ email, outcome }) => [email, outcome]));
  const stateless = new Set(scene.applications.filter(({ status }) => status === null).map(({ id }) => id));
  const tally = { wrong: [], stateless: 0, lost: 0, solved: 0, touched: 0, leftOpen: 0, byOthers: 0 };
  const doubtful = new Set();
  for (const { label, work, fate, deed } of rows) {
    const outcome = outcomeOf.get(label);
    const mine = ours.filter((write) => write.label === label);
    const times = mine.filter(({ isProcessed }) => isProcessed).length;
    const act = acted.get(label);
    const isTouched = act !== undefined && act.firstAtMs !== null;
    const hasDoneIt = isTouched && (deed.startsWith('same') || deed.startsWith(work.kind));
    const isDone = outcome === 'done' || outcome === 'alreadyThere';
    const says = (text) => tally.wrong.push(`${label} ${text}${isTouched ? ` (a colleague: ${deed})` : ''}`);
    if (outcome === 'unknown') doubtful.add(label);
    if (times > 1) says(`was changed ${times} times`);
    if (isDone && times === 0 && !hasDoneIt) says(`is ${outcome}, and nobody did it`);
    if (isTouched && mine.some(({ receivedAtMs }) => receivedAtMs > act.firstAtMs))
      says('was sent again after somebody else had changed them');
    if (fate === null) {
      if (outcome !== 'done') says(`was answered, and is ${outcome}`);
      continue;
    }
    tally.lost += 1;
    // Where the list names no state, whether somebody is rejected cannot be seen in it.
    if (work.kind === 'reject' && stateless.has(work.applicationId)) tally.stateless += 1;
    if (isTouched) tally.touched += 1;
    if (isDone) tally.solved += 1;
    else if (outcome === 'unknown') tally.leftOpen += 1;
    else says(`is ${outcome}`);
    if (isDone && times === 0 && hasDoneIt) tally.byOthers += 1;
  }
  if (acted.size === 0) tally.wrong.push(...findPipelineFaults(scene, record.applications, doubtful));
  return tally;
}
