/**
 * Adds, moves and rejections of the practice server's own people, and what its record says became of them. Each row is called by an
 * address that stands for it in the sheet; the server knows only ids.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {import('../../../shared/operations/pipeline-work').PipelineWork} PipelineWork
 * @typedef {import('../../../electron/practice/world').Application} Application
 * @typedef {{ label: string, work: PipelineWork }} Ask
 * @typedef {object} Write one request to change the pipeline, as the server saw it
 * @property {string | null} label of the row that it is about; null where nobody asked for it
 * @property {PipelineWork['kind']} kind
 * @property {string | null} keyPrefix
 * @property {boolean} isProcessed
 * @property {number | null} status
 * @property {number} receivedAtMs
 */

/** The operations on a pipeline, each with its own rows. */
export const pipelineOperations = ['add', 'move', 'reject'];

/**
 * So many rows of the operation, each about a person or an application of its own; fewer where the server has fewer. With what the
 * pipeline holds now.
 *
 * @param {import('./practice-process.mjs').Practice} practice
 * @param {PipelineWork['kind']} operation
 * @param {number} count
 */
export async function makeAsks(practice, operation, count) {
  const { applications, people } = await practice.readRecord();
  const projects = await readProjects(practice);
  const works =
    operation === 'add'
      ? toAdds(projects, people, applications)
      : toChanges(operation, projects, applications);
  /** @type {Ask[]} */
  const asks = works.slice(0, count).map((work, index) => ({ label: `person${index}@example.com`, work }));
  return { operation, asks, applications, projects };
}

/** Writes the asks for a program; answers the file. @param {string} folder @param {{ operation: string, asks: Ask[] }} scene */
export function writeAsks(folder, { operation, asks }) {
  const path = join(folder, 'asks.json');
  writeFileSync(path, JSON.stringify({ operation, asks }));
  return path;
}

/** Every project with its stages, of which there are several. */
async function readProjects({ url, keys }) {
  const read = async (path) => {
    const answer = await fetch(`${url}/integration/hiring/${path}`, { headers: { 'x-api-key': keys.full } });
    return (await answer.json()).data;
  };
  const projects = await read('projects/v1?limit=100');
  return Promise.all(
    projects.map(async ({ id, title }) => ({ id, title, stages: await read(`projects/${id}/stages/v1`) })),
  );
}

function toChanges(kind, projects, applications) {
  return applications.flatMap((one) => {
    const project = projects.find(({ id }) => id === one.projectId);
    if (one.isRejected || one.stageId === null || project === undefined) return [];
    const at = project.stages.findIndex(({ id }) => id === one.stageId);
    const next = project.stages[(at + 1) % project.stages.length];
    return {
      kind,
      applicationId: one.id,
      candidateId: one.personId,
      projectId: project.id,
      projectTitle: project.title,
      fromStageId: one.stageId,
      fromStageTitle: project.stages[at].name,
      onlyFrom: false,
      ...(kind === 'move' ? { stageId: next.id, stageTitle: next.name } : {}),
    };
  });
}

/** People into projects that they are not in; some were rejected there before. */
function toAdds(projects, people, applications) {
  const active = new Set(applications.filter((one) => !one.isRejected).map(toPair));
  return people.flatMap(({ id: candidateId }) =>
    projects.flatMap(({ id: projectId, title, stages }, index) => {
      if (active.has(toPair({ personId: candidateId, projectId }))) return [];
      const stage = stages[index % stages.length];
      const jobPost = { jobPostId: null, jobPostTitle: null };
      const place = { projectId, projectTitle: title, ...jobPost, stageId: stage.id, stageTitle: stage.name };
      return { kind: 'add', candidateId, ...place };
    }),
  );
}

const toPair = ({ personId, projectId }) => `${personId} in ${projectId}`;
/** What the server knows a row by: a person in a project, or an application. @param {PipelineWork} work */
export const keyOf = (work) =>
  work.kind === 'add'
    ? toPair({ personId: work.candidateId, projectId: work.projectId })
    : work.applicationId;
const pathForm = /\/applications\/([^/]+)\/(move-stage|reject)\/v1$/;

/**
 * Every write to the pipeline, oldest first.
 *
 * @param {Pick<import('../../../electron/practice/record').PracticeRecordJson, 'requests'>} record
 * @param {readonly Ask[]} asks
 * @returns {Write[]}
 */
export function readWrites({ requests }, asks) {
  const labels = new Map(asks.map(({ label, work }) => [keyOf(work), label]));
  return requests
    .filter(({ method }) => method === 'POST')
    .map(({ path, body, keyPrefix, isProcessed, status, receivedAtMs }) => {
      const { key, kind } = toAsked(path, body);
      return { label: labels.get(key) ?? null, kind, keyPrefix, isProcessed, status, receivedAtMs };
    });
}

/** What a request to change the pipeline is about. @param {string} path @param {any} body */
export function toAsked(path, body) {
  const [, id, verb] = pathForm.exec(path) ?? [];
  const key = id ?? toPair({ personId: body?.tal_candidate_id, projectId: body?.com_project_id });
  return { key, kind: verb === undefined ? 'add' : verb === 'reject' ? 'reject' : 'move' };
}

/** How often each row was asked for, and how often the server did it. @param {Write[]} writes */
export function countWrites(writes) {
  const posts = new Map();
  const accepted = new Map();
  for (const { label, isProcessed } of writes) {
    posts.set(label, (posts.get(label) ?? 0) + 1);
    if (isProcessed) accepted.set(label, (accepted.get(label) ?? 0) + 1);
  }
  return { posts, accepted };
}

/**
 * What of the server's pipeline is not as it was before with exactly these rows done, one sentence each. Rows in `doubtful` may be
 * done or not.
 *
 * @param {{ asks: Ask[], applications: Application[] }} scene as `makeAsks` gave it
 * @param {Application[]} now
 * @param {ReadonlySet<string>} doubtful labels
 */
export function findPipelineFaults({ asks, applications }, now, doubtful = new Set()) {
  const faults = [];
  const before = new Map(applications.map((one) => [one.id, one]));
  const after = new Map(now.map((one) => [one.id, one]));
  const asked = new Map(asks.map(({ label, work }) => [keyOf(work), { label, work }]));
  for (const [id, one] of before) {
    const found = after.get(id);
    const ask = asked.get(id);
    const right = ask === undefined ? one : toDone(one, ask.work);
    const isRight = isSame(found, right) || (doubtful.has(ask?.label) && isSame(found, one));
    if (!isRight) faults.push(`${ask?.label ?? `a stranger's application ${id}`} is not as it must be`);
  }
  const added = now.filter(({ id }) => !before.has(id));
  const addedTo = new Map(added.map((one) => [toPair(one), one]));
  if (addedTo.size !== added.length) faults.push('somebody was added twice');
  for (const one of added)
    if (!asked.has(toPair(one))) faults.push(`${toPair(one)} was added, and nobody asked for it`);
  for (const { label, work } of asks.filter((ask) => ask.work.kind === 'add')) {
    const found = addedTo.get(keyOf(work));
    if (found === undefined ? !doubtful.has(label) : found.stageId !== work.stageId || found.isRejected)
      faults.push(`${label} is not where they were to be added`);
  }
  return faults;
}

const toDone = (one, work) =>
  work.kind === 'move' ? { ...one, stageId: work.stageId } : { ...one, isRejected: true };
const isSame = (left, right) =>
  left !== undefined && left.stageId === right.stageId && left.isRejected === right.isRejected;
