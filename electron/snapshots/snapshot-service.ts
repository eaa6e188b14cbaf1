// Takes snapshots: one at a time for a workspace, with progress, and a stop that loses nothing. Reads only.
import { AppError } from '../../shared/errors/app-error';
import type { SnapshotProgress, SnapshotSummary } from '../../shared/pipeline/snapshot';
import type { FlowmingoClient } from '../flowmingo/flowmingo-client';
import { type Clock, systemClock } from '../runs/clock';
import type { EntryKeeper } from '../store/entry-keeper';
import type { EntryPlace } from '../store/entry-rows';
import type { PeopleStore } from '../store/people-store';
import type { SnapshotStore } from '../store/snapshot-store';
import { takeSnapshot } from './take-snapshot';

export interface SnapshotService {
  /** Resolves with the snapshot when it is whole and kept. @throws AppError `snapshot/…`, `api/…`, `key/…`. */
  take(workspaceId: string): Promise<SnapshotSummary>;
  /** Ends a reading; what was read is gone on with by the next one. */
  stop(workspaceId: string): void;
  onProgress(listener: (progress: SnapshotProgress) => void): () => void;
  /** Stops what is being read; resolves when nothing more is written. */
  close(): Promise<void>;
}

export interface SnapshotServiceDeps {
  readonly snapshots: SnapshotStore;
  readonly people: PeopleStore;
  readonly startKeeper: (place: EntryPlace) => EntryKeeper;
  readonly clientOf: (workspaceId: string) => Promise<FlowmingoClient>;
  readonly clock?: Clock;
}

/** Pages at once: what a run has in flight at most by default, and a tenth of a second for a thousand people. */
const pagesAtOnce = 8;
/** A reading that was stopped is gone on with for so long; later the pipeline has changed too much. */
const goOnWithinMs = 15 * 60_000;
/** "Wait" is heeded so often in a row before the reading gives up. */
const mostWaits = 20;
/** A reading that was stopped for longer would begin anew, so that somebody is told instead. */
const longestWaitMs = goOnWithinMs;
/** Four times a second is enough for a person. */
const progressEveryMs = 250;

export function createSnapshotService(deps: SnapshotServiceDeps): SnapshotService {
  const { snapshots, people, startKeeper, clientOf, clock = systemClock } = deps;
  const listeners = new Set<(progress: SnapshotProgress) => void>();
  const going = new Map<
    string,
    { readonly result: Promise<SnapshotSummary>; readonly stop: AbortController }
  >();

  const read = async (workspaceId: string, signal: AbortSignal): Promise<SnapshotSummary> => {
    const client = await clientOf(workspaceId);
    let waitsUntilMs: number | null = null;
    let last: SnapshotProgress = { workspaceId, part: 'job-posts', done: 0, total: null, waitsUntilMs: null };
    let toldAtMs = 0;
    const tell = (progress: SnapshotProgress) => {
      last = progress;
      const nowMs = clock.nowMs();
      const isEnd = progress.done === progress.total;
      if (nowMs - toldAtMs < progressEveryMs && !isEnd && progress.waitsUntilMs === null) return;
      toldAtMs = nowMs;
      for (const listener of listeners) listener(progress);
    };
    /** "Too many requests" holds every page, not only the one that was told. */
    const patiently = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
      for (let waits = 0; ; waits += 1) {
        while (waitsUntilMs !== null && clock.nowMs() < waitsUntilMs && !signal.aborted)
          await clock.sleep(waitsUntilMs - clock.nowMs(), signal);
        waitsUntilMs = null;
        if (signal.aborted) throw new AppError('snapshot/stopped');
        try {
          return await ask();
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== 'api/rate-limited' || waits === mostWaits)
            throw error;
          const waitMs = Number(error.params.seconds ?? 1) * 1000;
          if (waitMs > longestWaitMs) throw error;
          waitsUntilMs = clock.nowMs() + waitMs;
          tell({ ...last, waitsUntilMs });
        }
      }
    };
    const draft = snapshots.beginOrGoOn(workspaceId, clock.nowMs(), clock.nowMs() - goOnWithinMs);
    const keeper = startKeeper(draft.place);
    try {
      await takeSnapshot({
        reads: {
          readPage: (list, page) => patiently(() => client.readPage(list, page)),
          readStages: (projectId) => patiently(() => client.readStages(projectId)),
        },
        draft,
        keeper,
        concurrency: pagesAtOnce,
        onProgress: (part, done, total) => tell({ workspaceId, part, done, total, waitsUntilMs: null }),
      });
    } finally {
      await keeper.end();
    }
    await people.takeOverAnswers();
    return snapshots.finish(draft.snapshotId, clock.nowMs());
  };

  return {
    take: (workspaceId) => {
      const now = going.get(workspaceId);
      if (now !== undefined) return now.result;
      const stop = new AbortController();
      const result = read(workspaceId, stop.signal).finally(() => going.delete(workspaceId));
      going.set(workspaceId, { result, stop });
      return result;
    },
    stop: (workspaceId) => going.get(workspaceId)?.stop.abort(),
    close: async () => {
      const all = [...going.values()];
      for (const { stop } of all) stop.abort();
      await Promise.allSettled(all.map(({ result }) => result));
    },
    onProgress: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
