// What does not stop a start and should be known before it: said on stderr, and the run begins all the same.
import type { RunSettings } from '../../shared/runs/run-settings';
import { findStartNotices } from '../batches/preflight';
import type { AppContext } from '../context/app-context';
import type { CliIo } from './cli-io';

/** @throws AppError where Flowmingo cannot be asked. */
export async function sayNotices(
  context: AppContext,
  workspaceId: string,
  peopleCount: number,
  settings: RunSettings,
  io: CliIo,
): Promise<void> {
  for (const { sentence } of await findStartNotices(context, workspaceId, peopleCount, settings))
    io.say(`Before the run: ${sentence}`);
}
