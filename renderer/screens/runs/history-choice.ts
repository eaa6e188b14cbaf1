import type { HistoryFilter } from '../../../shared/history/history';
import { type OperationKind, operationKinds } from '../../../shared/operations/operation-kind';
import type { RunSummary } from '../../../shared/runs/progress';
import { type Outcome, outcomes } from '../../../shared/runs/row-state';

const dayMs = 86_400_000;

/** Time spans that can be chosen, in days back from now; `all` is no limit. */
export const timeChoices = {
  all: { label: 'Any time', days: null },
  week: { label: 'Last 7 days', days: 7 },
  month: { label: 'Last 30 days', days: 30 },
  quarter: { label: 'Last 90 days', days: 90 },
  year: { label: 'Last 12 months', days: 365 },
} as const;
export type TimeChoice = keyof typeof timeChoices;

/** Which runs are shown; null is all. */
export interface HistoryChoice {
  readonly workspaceId: string | null;
  readonly operation: OperationKind | null;
  readonly outcome: Outcome | null;
  readonly time: TimeChoice;
}

export const noChoice: HistoryChoice = { workspaceId: null, operation: null, outcome: null, time: 'all' };

/** The choice as it is asked for. */
export function toHistoryFilter({ time, ...choice }: HistoryChoice, nowMs: number): HistoryFilter {
  const { days } = timeChoices[time];
  return { ...choice, fromMs: days === null ? null : nowMs - days * dayMs, toMs: null };
}

/** Whether a run is among those. Of an outcome: a run that has any of it. */
export function isChosen(run: RunSummary, filter: HistoryFilter): boolean {
  return (
    (filter.workspaceId === null || run.workspaceId === filter.workspaceId) &&
    (filter.operation === null || run.operation === filter.operation) &&
    (filter.outcome === null || run.counts[filter.outcome] > 0) &&
    (filter.fromMs === null || (run.startedAtMs ?? run.createdAtMs) >= filter.fromMs)
  );
}

/** What there is to choose from: only what the runs have. */
export function toChoices(runs: readonly RunSummary[]): {
  readonly workspaces: readonly { readonly value: string; readonly label: string }[];
  readonly operations: readonly OperationKind[];
  readonly outcomes: readonly Outcome[];
} {
  // The newest name of a workspace counts: runs come newest first.
  const names = new Map<string, string>();
  for (const { workspaceId, workspaceName } of runs)
    if (!names.has(workspaceId)) names.set(workspaceId, workspaceName);
  return {
    workspaces: [...names].map(([value, label]) => ({ value, label })),
    operations: operationKinds.filter((kind) => runs.some(({ operation }) => operation === kind)),
    outcomes: outcomes.filter((outcome) => runs.some(({ counts }) => counts[outcome] > 0)),
  };
}
