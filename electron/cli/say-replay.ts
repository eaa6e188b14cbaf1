// Says that the same was run before, before anything is sent. Never stops a run: who was reached is left out by itself.
import { findReplay, type SharedPeople } from '../../shared/batches/replay';
import type { InviteTarget } from '../../shared/operations/invite-target';
import type { AppContext } from '../context/app-context';
import type { CliIo } from './cli-io';

export interface ToSend {
  readonly workspaceId: string;
  /** As `sameFileHashes` has them. */
  readonly hashes: readonly string[];
  readonly shared: readonly SharedPeople[];
  readonly total: number;
  /** Null for work on a pipeline. */
  readonly target: InviteTarget | null;
}

/** One sentence on stderr, or none. */
export function sayReplay(
  { ledger }: Pick<AppContext, 'ledger'>,
  { workspaceId, hashes, shared, total, target }: ToSend,
  io: CliIo,
): void {
  const replay = findReplay({
    sameFile: ledger.history.findSameFile(workspaceId, hashes),
    shared,
    total,
    target,
    isPipeline: target === null,
    takenIn: 0,
    nowMs: Date.now(),
  });
  if (replay !== null) io.say(`${replay.title} ${replay.sentence}`);
}
