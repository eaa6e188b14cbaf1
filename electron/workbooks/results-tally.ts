// Counts rows while they are written, so that a file says what is in it, and refuses a file whose numbers do not add up.
import { AppError } from '../../shared/errors/app-error';
import type { RunSummary } from '../../shared/runs/progress';
import { type Outcome, outcomes } from '../../shared/runs/row-state';
import type { ResultRow, ResultsSource } from './results-source';

export interface CauseCount {
  readonly outcome: Outcome;
  readonly title: string;
  readonly count: number;
}

/** The rows written so far. */
export interface ResultsTally {
  /** Gives the rows on, counting each. */
  counting(rows: Iterable<ResultRow>): Iterable<ResultRow>;
  counts(): Readonly<Record<Outcome, number>>;
  /** Largest first; rows that simply went well are no cause. */
  causes(): readonly CauseCount[];
  /** @throws AppError `run/totals-differ` unless every row of the run was written once. */
  assertComplete(): void;
}

/** @throws AppError `run/totals-differ` where the six counts of the run are not its total. */
export function assertTotalsAddUp({ counts, total }: Pick<RunSummary, 'counts' | 'total'>): void {
  const sum = outcomes.reduce((before, outcome) => before + counts[outcome], 0);
  if (sum !== total) throw new AppError('run/totals-differ', { sum, total });
}

/** In these states nothing changes any more, so the rows must agree with the counts one by one. */
const restingStates: ReadonlySet<RunSummary['state']> = new Set(['paused', 'cancelled', 'finished']);

export function createResultsTally({
  summary,
  causes: knownCauses = [],
}: Pick<ResultsSource, 'summary' | 'causes'>): ResultsTally {
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  const causes = new Map<string, { outcome: Outcome; title: string; count: number }>();
  const titles = new Map(
    knownCauses.map(({ outcome, causeCode, title }) => [`${outcome} ${causeCode}`, title]),
  );
  let rowCount = 0;

  function count(row: ResultRow): void {
    rowCount += 1;
    counts[row.outcome] += 1;
    if (row.causeCode === null) return;
    const key = `${row.outcome} ${row.causeCode}`;
    const cause = causes.get(key);
    if (cause === undefined)
      causes.set(key, { outcome: row.outcome, title: titles.get(key) ?? row.sentence, count: 1 });
    else cause.count += 1;
  }

  return {
    *counting(rows) {
      for (const row of rows) {
        count(row);
        yield row;
      }
    },
    counts: () => counts,
    causes: () => [...causes.values()].sort((a, b) => b.count - a.count),
    assertComplete() {
      if (rowCount !== summary.total)
        throw new AppError('run/totals-differ', { sum: rowCount, total: summary.total });
      if (!restingStates.has(summary.state)) return;
      const different = outcomes.find((outcome) => counts[outcome] !== summary.counts[outcome]);
      if (different !== undefined)
        throw new AppError('run/totals-differ', { sum: counts[different], total: summary.counts[different] });
    },
  };
}
