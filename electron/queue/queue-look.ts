// The looks of the queue, with what they need put together once; those of several batches one after another. Sends nothing.
import type { Inspection, ReadyBatch } from '../../shared/batches/ready-batch';
import type { LinkChecker } from '../links/link-checker';
import type { Ledger } from '../store/ledger';
import type { TargetService } from '../targets/target-service';
import type { WorkspaceService } from '../workspaces/workspace-service';
import { asksForNumber, inspectBatch } from './inspect-batch';

export interface QueueLook {
  /** @throws AppError `batch/not-ready`. */
  inspect(batchId: string, looksAtLinks: boolean): Promise<Inspection>;
  /** Whether the number of so many people of this batch has to be typed. */
  asksForNumber(batch: ReadyBatch, sendable: number): boolean;
  /** How many would be sent to, by what this computer knows. */
  countSendable(batch: ReadyBatch): number;
  close(): void;
}

export interface QueueLookParts {
  readonly ledger: Pick<Ledger, 'batches' | 'history' | 'ready'>;
  readonly workspaces: WorkspaceService;
  readonly targets: TargetService;
  readonly linkChecker: LinkChecker;
}

export function createQueueLook({ ledger, workspaces, targets, linkChecker }: QueueLookParts): QueueLook {
  const closing = new AbortController();
  const parts = {
    ledger,
    workspaces,
    targets,
    checkLinks: (links: readonly string[]) => linkChecker.check(links, { signal: closing.signal }),
    nowMs: Date.now,
  };
  return {
    inspect: (batchId, looksAtLinks) => inspectBatch(parts, ledger.ready.get(batchId), looksAtLinks),
    asksForNumber: (batch, sendable) => asksForNumber(parts, batch, sendable),
    countSendable: ({ batchId, sendable, targetTitle, operation }) => {
      if (targetTitle === null || operation !== 'invite') return sendable;
      return sendable - (ledger.history.findInvitedMeanwhile(batchId)?.count ?? 0);
    },
    close: () => closing.abort(),
  };
}
