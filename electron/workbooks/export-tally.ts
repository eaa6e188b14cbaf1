// Counts what is written of a pipeline, so that the first sheet says what is in the others.
import { scoreBands } from '../../shared/pipeline/pipeline-view';
import { type ChangeKind, changeKinds } from '../../shared/pipeline/snapshot';
import type { ExportChange } from '../snapshots/pipeline-export';
import type { KeptSubmission } from '../store/pipeline-export-store';
import type { KeptApplication } from '../store/pipeline-read-store';

/** What was written so far. */
export interface ExportTally {
  /** Applications whose person is known by name or address. */
  readonly named: number;
  readonly submissions: number;
  /** Applications by score: 0 to 1, 1 to 2 … 9 to 10. */
  readonly scoreBands: readonly number[];
  readonly unscored: number;
  readonly changes: readonly { readonly kind: ChangeKind; readonly count: number }[];
}

export interface ExportCounter {
  /** Each gives the rows on, counting them. */
  applications(rows: Iterable<KeptApplication>): Iterable<KeptApplication>;
  submissions(rows: Iterable<KeptSubmission>): Iterable<KeptSubmission>;
  changes(rows: Iterable<ExportChange>): Iterable<ExportChange>;
  tally(): ExportTally;
}

export function createExportCounter(): ExportCounter {
  const bands = Array.from({ length: scoreBands }, () => 0);
  const byKind = new Map<ChangeKind, number>(changeKinds.map((kind) => [kind, 0]));
  let named = 0;
  let unscored = 0;
  let submissions = 0;
  return {
    *applications(rows) {
      for (const row of rows) {
        const score = row.score ?? row.submissionScore;
        if (score === null) unscored += 1;
        else {
          const band = Math.min(scoreBands - 1, Math.max(0, Math.floor(score)));
          bands[band] = (bands[band] ?? 0) + 1;
        }
        if (row.firstname !== null || row.lastname !== null || row.email !== null) named += 1;
        yield row;
      }
    },
    *submissions(rows) {
      for (const row of rows) {
        submissions += 1;
        yield row;
      }
    },
    *changes(rows) {
      for (const row of rows) {
        for (const kind of row.kinds) byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
        yield row;
      }
    },
    tally: () => ({
      named,
      unscored,
      submissions,
      scoreBands: bands,
      changes: [...byKind].map(([kind, count]) => ({ kind, count })),
    }),
  };
}
