// snapshots: the pipelines that were read so far, newest first. Reads nothing from Flowmingo and asks no keychain.
import { openCliContext } from './cli-context';
import type { CliIo } from './cli-io';
import type { CommandForm, CommandWords } from './parse-arguments';
import { toSnapshotJson, toSnapshotText } from './snapshot-command';

export const snapshotsForm: CommandForm = { name: 'snapshots', operands: [], flags: { json: 'switch' } };

export const snapshotsHelp = `snapshots [--json]

Lists the snapshots of all workspaces, newest first, with their ids and counts.`;

/** More snapshots than anybody takes; the bound keeps the answer from growing without end. */
const mostSnapshots = 1000;

/** @throws CliRefusal, AppError `store/…` */
export async function snapshotsCommand(words: CommandWords, io: CliIo): Promise<number> {
  const context = await openCliContext(io, 'reads-history');
  try {
    const { workspaces, snapshots } = context.ledger;
    const found = workspaces
      .list()
      .flatMap(({ workspaceId, name }) =>
        snapshots.list(workspaceId, mostSnapshots).map((summary) => ({
          summary,
          namedCount: snapshots.countNamed(summary.snapshotId),
          workspace: name,
        })),
      )
      .sort((left, right) => right.summary.takenAtMs - left.summary.takenAtMs);
    if (words.has('json')) {
      const list = found.map(({ summary, namedCount, workspace }) => ({
        ...toSnapshotJson(summary, namedCount),
        workspace,
      }));
      io.print(JSON.stringify({ snapshots: list }));
      return 0;
    }
    if (found.length === 0) io.print('No snapshot yet.');
    for (const { summary, namedCount, workspace } of found)
      io.print(
        `${new Date(summary.takenAtMs).toLocaleString('en-GB')}  ${workspace}  ${toSnapshotText(summary, namedCount)}`,
      );
    return 0;
  } finally {
    await context.close();
  }
}
