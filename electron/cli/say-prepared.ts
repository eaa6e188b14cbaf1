// What a pipeline run is about to do, and what it leaves out, in the words of the terminal.
import type { PreparedPipeline } from '../../shared/pipeline/prepared-pipeline';
import type { WorkspaceView } from '../../shared/workspaces/workspace-view';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';
import { counted } from './counted';

/** So many groups and conflicts are named; the results hold all. */
const mostNamed = 20;

/** Says the groups and conflicts on stderr. `unchangedCount` null: there was nothing to compare with. */
export function sayPrepared(
  prepared: PreparedPipeline,
  unchangedCount: number | null,
  { environment, name }: Pick<WorkspaceView, 'environment' | 'name'>,
  io: CliIo,
): void {
  const unchanged = unchangedCount === null ? '' : `, ${counted(unchangedCount, 'row', 'rows')} as they were`;
  io.say(
    `${environment.toUpperCase()}, ${name}: ${counted(prepared.sendable, 'change', 'changes')}${unchanged}.`,
  );
  for (const { kind, fromTitle, toTitle, count } of prepared.groups.slice(0, mostNamed)) {
    const what =
      kind === 'add'
        ? `add to ${toTitle ?? 'the project'}`
        : kind === 'move'
          ? `move from ${fromTitle ?? 'no stage'} to ${toTitle ?? 'no stage'}`
          : `reject, now in ${fromTitle ?? 'no stage'}`;
    io.say(`  ${count} ${what}`);
  }
  if (prepared.groups.length > mostNamed) io.say(`  … and ${prepared.groups.length - mostNamed} more kinds`);
  for (const { rowNumber, name: person, sentence } of prepared.conflicts.slice(0, mostNamed))
    io.say(`  Row ${rowNumber}${person === null ? '' : ` (${person})`}: ${sentence}.`);
  if (prepared.conflictCount > mostNamed)
    io.say(`  … and ${prepared.conflictCount - mostNamed} more rows that can't go`);
}

/** @throws CliRefusal where rows can't go and nobody said to skip them, or nothing is left to do. Answers the batch. */
export function needBatch(
  { batchId, conflictCount }: Pick<PreparedPipeline, 'batchId' | 'conflictCount'>,
  skipsProblems: boolean,
): string {
  if (conflictCount > 0 && !skipsProblems)
    throw new CliRefusal(
      `${counted(conflictCount, 'row', 'rows')} can't go as ${conflictCount === 1 ? 'it is' : 'they are'}. Nothing was sent. Mend the file, or add --skip-problems to send the others.`,
    );
  if (batchId === null) throw new CliRefusal('There is nothing to do. Nothing was sent.');
  return batchId;
}
