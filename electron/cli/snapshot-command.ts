// snapshot: reads the pipeline whole, keeps it, and writes it. Reads only: nothing is sent to anybody.
import type { SnapshotProgress, SnapshotSummary } from '../../shared/pipeline/snapshot';
import type { AppContext } from '../context/app-context';
import { readExport } from '../snapshots/read-export';
import { writePipelineCsvs } from '../workbooks/write-pipeline-csv';
import { writePipelineXlsx } from '../workbooks/write-pipeline-xlsx';
import { chooseWorkspace, openCliContext } from './cli-context';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';
import { toClockText } from './clock-text';
import { counted } from './counted';
import type { CommandForm, CommandWords } from './parse-arguments';
import { checkSnapshotPlace, type SnapshotPlace } from './snapshot-place';

export const snapshotForm: CommandForm = {
  name: 'snapshot',
  operands: [],
  flags: { out: 'value', project: 'value', since: 'value', workspace: 'value', json: 'switch' },
};

export const snapshotHelp = `snapshot --out OUT.xlsx|DIR.csv [--project ID] [--since SNAPSHOT] [--workspace NAME] [--json]

Reads job posts, interview sets, projects, stages, applications and submissions, keeps them as a snapshot,
and writes them. Changes nothing in Flowmingo.
  --out OUT.xlsx         a workbook: Overview, Applications, Submissions, Stages, Changes
  --out DIR.csv          a folder of this name, with one CSV file for each of these tables
  --project ID           write this project only; everything is read all the same
  --since SNAPSHOT       compare with this one; without it, the newest of an earlier day, else the one before
  --workspace NAME       which of the connected ones; not with FLOWMINGO_API_KEY
  --json                 one object on the last line: {snapshotId, takenAt, counts, named, out}
Ctrl C stops; what was read is kept for a quarter of an hour, and the next snapshot goes on from there.
Exit 0: read and written. 1: it was not.`;

/** Where nobody looks on, a log with a line every few seconds is enough. */
const logEveryMs = 5000;

/** @throws CliRefusal, AppError `snapshot/…`, `api/…`, `export/failed` */
export async function snapshotCommand(words: CommandWords, io: CliIo): Promise<number> {
  const place = await checkSnapshotPlace('out', words.need('out'));
  const context = await openCliContext(io, 'sends');
  try {
    const { workspaceId } = await chooseWorkspace(context, io, words.value('workspace'));
    const since = words.value('since');
    if (since !== null && context.ledger.snapshots.get(since).workspaceId !== workspaceId)
      throw new CliRefusal(
        '--since names a snapshot of another workspace. Nothing was read. See them with: snapshots',
      );
    const summary = await takeShown(context, workspaceId, io);
    const rowCount = await write(context, summary, words.value('project'), since, place);
    const say = words.has('json') ? io.say : io.print;
    const namedCount = context.ledger.snapshots.countNamed(summary.snapshotId);
    say(toSnapshotText(summary, namedCount));
    say(`${counted(rowCount, 'application', 'applications')} written to ${place.path}`);
    if (words.has('json'))
      io.print(JSON.stringify({ ...toSnapshotJson(summary, namedCount), out: place.path }));
    return 0;
  } finally {
    await context.close();
  }
}

/** A snapshot as programs read it. */
export function toSnapshotJson({ snapshotId, takenAtMs, counts }: SnapshotSummary, namedCount: number) {
  return { snapshotId, takenAt: new Date(takenAtMs).toISOString(), counts, named: namedCount };
}

/** "Snapshot …: 3 projects, …; 412 of 530 named." */
export function toSnapshotText({ snapshotId, counts }: SnapshotSummary, namedCount: number): string {
  const parts = [
    counted(counts.projects, 'project', 'projects'),
    counted(counts.jobPosts, 'job post', 'job posts'),
    counted(counts.interviewSets, 'interview set', 'interview sets'),
    counted(counts.stages, 'stage', 'stages'),
    counted(counts.applications, 'application', 'applications'),
    counted(counts.submissions, 'submission', 'submissions'),
  ];
  return `Snapshot ${snapshotId}: ${parts.join(', ')}. ${namedCount.toLocaleString('en-GB')} of ${counts.applications.toLocaleString('en-GB')} named.`;
}

async function write(
  { ledger, workspaces }: AppContext,
  { snapshotId }: SnapshotSummary,
  projectId: string | null,
  sinceSnapshotId: string | null,
  place: SnapshotPlace,
): Promise<number> {
  const projects = ledger.pipelineReads.titles(snapshotId, 'project');
  if (projectId !== null && !projects.some(({ id }) => id === projectId))
    throw new CliRefusal(
      `There is no project with this ID. The pipeline was read and is kept as snapshot ${snapshotId}, and no file was written. There are: ${projects.map(({ id, title }) => `${title} (${id})`).join(', ')}.`,
    );
  const exported = readExport(
    {
      snapshots: ledger.snapshots,
      reads: ledger.pipelineReads,
      exports: ledger.pipelineExports,
      workspaceOf: workspaces.get,
    },
    { snapshotId, projectId, sinceSnapshotId },
  );
  return place.format === 'xlsx'
    ? await writePipelineXlsx(place.path, exported)
    : await writePipelineCsvs(place.path, exported);
}

async function takeShown(
  { snapshots }: AppContext,
  workspaceId: string,
  io: CliIo,
): Promise<SnapshotSummary> {
  let lastLogAtMs = Date.now();
  const stopListening = snapshots.onProgress((progress) => {
    if (io.isTerminal) io.showLine(toProgressText(progress));
    else if (Date.now() - lastLogAtMs >= logEveryMs) {
      lastLogAtMs = Date.now();
      io.say(toProgressText(progress));
    }
  });
  const stopWatchingSignals = io.onStopAsked(() => snapshots.stop(workspaceId));
  try {
    return await snapshots.take(workspaceId);
  } finally {
    stopWatchingSignals();
    stopListening();
  }
}

const partWords: Readonly<Record<SnapshotProgress['part'], string>> = {
  'job-posts': 'job posts',
  'interview-sets': 'interview sets',
  projects: 'projects',
  stages: 'stages of projects',
  applications: 'applications',
  submissions: 'submissions',
};

function toProgressText({ part, done, total, waitsUntilMs }: SnapshotProgress): string {
  const head = `Reading ${partWords[part]}: ${done.toLocaleString('en-GB')}${total === null ? '' : ` of ${total.toLocaleString('en-GB')}`}`;
  return waitsUntilMs === null
    ? head
    : `${head} · Flowmingo asked us to wait, it goes on at ${toClockText(waitsUntilMs)}`;
}
