// What a file of the history is made of: the chosen runs, and everybody in them or one person. Reads as it goes; writes nothing.
import type { HistoryFilter, PersonRef, RunFacts, Story } from '../../shared/history/history';
import type { RunSummary } from '../../shared/runs/progress';
import type { AppContext } from '../context/app-context';
import type { ResultRow } from '../runs/run-ledger';
import { createResultsTally } from '../workbooks/results-tally';

/** More runs than anybody has; the bound keeps the answer from growing without end. */
const mostRuns = 100_000;

export interface ExportedRun {
  readonly summary: RunSummary;
  readonly facts: RunFacts;
}

export interface ExportedPerson {
  readonly run: RunSummary;
  readonly row: ResultRow;
}

export interface HistoryExport {
  /** Null where it is about everybody. */
  readonly story: Story | null;
  runs(): Iterable<ExportedRun>;
  /** @throws AppError `run/totals-differ` where a run's rows are not as many as it counts. */
  people(): Iterable<ExportedPerson>;
}

/** The newest run first, its rows in the sheet's order; of one person, what was done last first. */
export function readHistoryExport(
  { runs, history, ledger }: Pick<AppContext, 'runs' | 'history' | 'ledger'>,
  { filter, person }: { readonly filter: HistoryFilter; readonly person: PersonRef | null },
): HistoryExport {
  const story = person === null ? null : history.readStory(person);
  const ofStory = story === null ? null : new Set(story.steps.map(({ runId }) => runId));
  const chosen = runs
    .listRuns(mostRuns)
    .filter((run) => (ofStory === null ? isChosen(run, filter) : ofStory.has(run.runId)));
  return {
    story,
    *runs() {
      for (const summary of chosen) yield { summary, facts: history.readRunFacts(summary.runId) };
    },
    *people() {
      if (story !== null) {
        for (const { runId, ordinal } of story.steps) {
          const [row] = ledger.runs.readResultRows(runId, ordinal, 1);
          const run = chosen.find((one) => one.runId === runId);
          if (row !== undefined && run !== undefined) yield { run, row };
        }
        return;
      }
      for (const run of chosen) {
        const tally = createResultsTally({ summary: run });
        for (const row of tally.counting(runs.readResults(run.runId).rows()))
          if (filter.outcome === null || row.outcome === filter.outcome) yield { run, row };
        tally.assertComplete();
      }
    },
  };
}

/** Of an outcome, runs that have any of it. */
function isChosen(run: RunSummary, filter: HistoryFilter): boolean {
  const atMs = run.startedAtMs ?? run.createdAtMs;
  return (
    (filter.workspaceId === null || run.workspaceId === filter.workspaceId) &&
    (filter.operation === null || run.operation === filter.operation) &&
    (filter.outcome === null || run.counts[filter.outcome] > 0) &&
    (filter.fromMs === null || atMs >= filter.fromMs) &&
    (filter.toMs === null || atMs < filter.toMs)
  );
}
