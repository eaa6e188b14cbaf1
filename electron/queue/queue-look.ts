// The looks of the queue, with what they need put together once; those of several batches one after another. Sends nothing.
import type { Inspection, LinkLook, ReadyBatch } from '../../shared/batches/ready-batch';
import { toLinkFindings } from '../../shared/batches/to-link-findings';
import type { LinkChecker } from '../links/link-checker';
import type { Ledger } from '../store/ledger';
import type { TargetService } from '../targets/target-service';
import type { WorkspaceService } from '../workspaces/workspace-service';
import { asksForNumber, inspectBatch } from './inspect-batch';
import { lookAtLinks } from './look-at-links';

export interface QueueLook {
  /** `looksAtLinks`: at its CV links, too. @throws AppError `batch/not-ready`. */
  inspect(batchId: string, looksAtLinks: boolean): Promise<Inspection>;
  /**
   * The look of the queue just before a start. What the recruiter has ordered is not looked at for its links again: that was done, or
   * left out, in front of them. What starts by itself is, unless they said no. `signal` ends the look at the links.
   */
  inspectBeforeStart(batchId: string, isOrdered: boolean, signal: AbortSignal): Promise<Inspection>;
  /** At the CV links of these, for two minutes at most. Ends the look before. @throws AppError `batch/not-ready`. */
  lookAtLinks(batchIds: readonly string[]): Promise<LinkLook[]>;
  /** Ends that look; what it has found is its answer. */
  stopLinks(): void;
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
  readonly linkChecker: Pick<LinkChecker, 'check'>;
}

/** Two minutes for the links of a look, as for any call (decision 19): the queue, and whoever waits in front of it, get on. */
const linkLookMs = 120_000;
/** A file that answered ten minutes ago is taken to be there; what did not is asked for again each time. */
const maxAgeMs = 600_000;

export function createQueueLook({ ledger, workspaces, targets, linkChecker }: QueueLookParts): QueueLook {
  const closing = new AbortController();
  let stopping = new AbortController();
  const toParts = (signal: AbortSignal, limitMs = linkLookMs) => ({
    ledger,
    workspaces,
    targets,
    checkLinks: (links: readonly string[]) =>
      linkChecker.check(links, { signal, isAgain: true, maxAgeMs, limitMs }),
    nowMs: Date.now,
  });
  const parts = toParts(closing.signal);
  return {
    inspect: async (batchId, looksAtLinks) => inspectBatch(parts, ledger.ready.get(batchId), looksAtLinks),
    inspectBeforeStart: async (batchId, isOrdered, signal) => {
      const batch = ledger.ready.get(batchId);
      return inspectBatch(toParts(signal), batch, !isOrdered && batch.looksAtLinks);
    },
    lookAtLinks: async (batchIds) => {
      stopping.abort();
      stopping = new AbortController();
      const { signal } = stopping;
      const endAtMs = Date.now() + linkLookMs;
      const looks: LinkLook[] = [];
      for (const batchId of batchIds) {
        const facts = await lookAtLinks(toParts(signal, Math.max(0, endAtMs - Date.now())), batchId);
        looks.push({ batchId, findings: toLinkFindings(facts) });
      }
      return looks;
    },
    stopLinks: () => stopping.abort(),
    asksForNumber: (batch, sendable) => asksForNumber(parts, batch, sendable),
    countSendable: ({ batchId, sendable, targetTitle, operation }) => {
      if (targetTitle === null || operation !== 'invite') return sendable;
      return sendable - (ledger.history.findInvitedMeanwhile(batchId)?.count ?? 0);
    },
    close: () => {
      closing.abort();
      stopping.abort();
    },
  };
}
