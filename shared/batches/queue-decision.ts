// The decisions of the queue: whether a batch may go, and what comes next. Pure. Must never lead to two runs at once,
// nor to a batch whose change nobody has seen.
import type { RunState } from '../runs/run-state';
import type { Finding } from './finding';
import type { ReadyBatch } from './ready-batch';

export type BatchDecision =
  | { readonly kind: 'go' }
  /** Nobody can tell now. */
  | { readonly kind: 'wait' }
  /** Something has changed that the recruiter has to see, or mend, first. */
  | { readonly kind: 'needs-look' };

/** `accepted`: the marks of what the recruiter has seen and accepted. */
export function decideBatch(findings: readonly Finding[], accepted: ReadonlySet<string>): BatchDecision {
  if (findings.some(({ weight }) => weight === 'stops')) return { kind: 'needs-look' };
  if (findings.some(({ weight }) => weight === 'waits')) return { kind: 'wait' };
  const isNew = ({ weight, mark }: Finding) => weight === 'asks' && !accepted.has(mark);
  return findings.some(isNew) ? { kind: 'needs-look' } : { kind: 'go' };
}

/** A run that the queue has started and that has no end yet, and does not just wait for a look at its first rows. */
export interface OpenRun {
  readonly runId: string;
  readonly state: RunState;
}

export interface QueueFacts {
  readonly openRun: OpenRun | null;
  /** In their order. */
  readonly batches: readonly Pick<ReadyBatch, 'batchId' | 'isOrdered' | 'startsItself' | 'findings'>[];
  /** The recruiter has told the queue to run, and nothing has stopped it since. */
  readonly isGoing: boolean;
  /** Whether batches may start by themselves at this moment. */
  readonly mayStartThemselves: boolean;
}

export type NextStep =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'sending'; readonly runId: string }
  | { readonly kind: 'held'; readonly runId: string }
  | { readonly kind: 'look-at'; readonly batchId: string; readonly isOrdered: boolean };

/** What the queue does next. A run of its own comes first, whatever its state: nothing else begins before it has ended. */
export function nextStep({ openRun, batches, isGoing, mayStartThemselves }: QueueFacts): NextStep {
  if (openRun !== null) {
    const isHeld = openRun.state === 'paused' || openRun.state === 'interrupted';
    return { kind: isHeld ? 'held' : 'sending', runId: openRun.runId };
  }
  const ordered = isGoing ? batches.find(({ isOrdered }) => isOrdered) : undefined;
  if (ordered !== undefined) return { kind: 'look-at', batchId: ordered.batchId, isOrdered: true };
  const byItself = mayStartThemselves ? batches.find(mayStartItself) : undefined;
  return byItself === undefined
    ? { kind: 'nothing' }
    : { kind: 'look-at', batchId: byItself.batchId, isOrdered: false };
}

/** It was confirmed for that, and the last look has found nothing that somebody has to see. */
export function mayStartItself({
  startsItself,
  findings,
}: Pick<ReadyBatch, 'startsItself' | 'findings'>): boolean {
  return startsItself && !findings.some(needsLook);
}

/** Whether somebody has to see this, or mend it, before the batch goes. */
export function needsLook({ weight }: Pick<Finding, 'weight'>): boolean {
  return weight === 'stops' || weight === 'asks';
}
