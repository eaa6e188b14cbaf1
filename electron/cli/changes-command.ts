// changes SNAPSHOT SNAPSHOT: what became of applications between two snapshots. Reads nothing from Flowmingo and asks no keychain.
import type { SnapshotSummary } from '../../shared/pipeline/snapshot';
import type { ExportChange } from '../snapshots/pipeline-export';
import { toName } from '../snapshots/pipeline-rows';
import { readExport } from '../snapshots/read-export';
import { openCliContext } from './cli-context';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';
import type { CommandForm, CommandWords } from './parse-arguments';

export const changesForm: CommandForm = {
  name: 'changes',
  operands: ['SNAPSHOT', 'SNAPSHOT'],
  flags: { json: 'switch' },
};

export const changesHelp = `changes SNAPSHOT SNAPSHOT [--json]

What changed between two snapshots of one workspace, the older one first, in whichever order they are named:
new, moved (from, to), newly scored, gone. Ids stand in snapshots.
  --json                 one object: {from, to, counts: {new, moved, newlyScored, gone}, movedTo, changes}`;

/** @throws CliRefusal, AppError `snapshot/not-found` */
export async function changesCommand(words: CommandWords, io: CliIo): Promise<number> {
  if (words.operands[0] === words.operands[1])
    throw new CliRefusal('Both words name the same snapshot. Nothing was compared. Name another one.');
  const context = await openCliContext(io, 'reads-history');
  try {
    const { ledger } = context;
    const [from, to] = words.operands
      .map((id) => ledger.snapshots.get(id))
      .sort((left, right) => left.takenAtMs - right.takenAtMs) as [SnapshotSummary, SnapshotSummary];
    if (from.workspaceId !== to.workspaceId)
      throw new CliRefusal('These are snapshots of two workspaces, which have nothing in common.');
    const exported = readExport(
      {
        snapshots: ledger.snapshots,
        reads: ledger.pipelineReads,
        exports: ledger.pipelineExports,
        workspaceOf: context.workspaces.get,
      },
      { snapshotId: to.snapshotId, projectId: null, sinceSnapshotId: from.snapshotId },
    );
    sayChanges(from, to, [...exported.changes()], words.has('json'), io);
    return 0;
  } finally {
    await context.close();
  }
}

function sayChanges(
  from: SnapshotSummary,
  to: SnapshotSummary,
  changes: readonly ExportChange[],
  isJson: boolean,
  io: CliIo,
): void {
  const count = (kind: ExportChange['kinds'][number]) =>
    changes.filter(({ kinds }) => kinds.includes(kind)).length;
  const counts = {
    new: count('new'),
    moved: count('moved'),
    newlyScored: count('newly-scored'),
    gone: count('gone'),
  };
  const movedTo = toMovedTo(changes);
  if (isJson) {
    const when = ({ snapshotId, takenAtMs }: SnapshotSummary) => ({
      snapshotId,
      takenAt: new Date(takenAtMs).toISOString(),
    });
    io.print(
      JSON.stringify({ from: when(from), to: when(to), counts, movedTo, changes: changes.map(toJson) }),
    );
    return;
  }
  const moves = movedTo.map(({ stage, count: moved }) => `${moved} moved to ${stage ?? 'no stage'}`);
  const parts = [
    ...(counts.new === 0 ? [] : [`${counts.new} new`]),
    ...moves,
    ...(counts.newlyScored === 0 ? [] : [`${counts.newlyScored} newly scored`]),
    ...(counts.gone === 0 ? [] : [`${counts.gone} gone`]),
  ];
  const since = new Date(from.takenAtMs).toLocaleString('en-GB');
  io.print(`Since ${since}: ${parts.length === 0 ? 'nothing changed' : parts.join(', ')}.`);
  for (const change of changes) io.print(toLine(change));
}

function toMovedTo(changes: readonly ExportChange[]): { stage: string | null; count: number }[] {
  const counts = new Map<string | null, number>();
  for (const { kinds, toTitle } of changes)
    if (kinds.includes('moved')) counts.set(toTitle, (counts.get(toTitle) ?? 0) + 1);
  return [...counts]
    .map(([stage, count]) => ({ stage, count }))
    .sort((left, right) => right.count - left.count);
}

function toJson({
  kinds,
  person,
  projectTitle,
  fromTitle,
  toTitle,
  score,
  applicationId,
  candidateId,
}: ExportChange) {
  return {
    applicationId,
    candidateId,
    name: toName(person),
    email: person.email,
    project: projectTitle,
    changes: kinds,
    stageBefore: fromTitle,
    stageNow: toTitle,
    score,
  };
}

function toLine({
  kinds,
  person,
  projectTitle,
  fromTitle,
  toTitle,
  score,
  applicationId,
}: ExportChange): string {
  const what = kinds.map((kind) => {
    switch (kind) {
      case 'new':
        return `new in ${toTitle ?? 'no stage'}`;
      case 'moved':
        return `moved from ${fromTitle ?? 'no stage'} to ${toTitle ?? 'no stage'}`;
      case 'newly-scored':
        return `scored ${score}`;
      default:
        return `gone, was in ${fromTitle ?? 'no stage'}`;
    }
  });
  return `${toName(person) ?? person.email ?? applicationId}  ${projectTitle ?? 'No project'}  ${what.join(', ')}`;
}
