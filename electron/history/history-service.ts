// The history as handlers and the terminal use it: search, one person's story, and how long all of it is kept.
// Must never delete anything of a run that has not ended.
import type { HistoryFilter, HistorySearch, PersonRef, RunFacts, Story } from '../../shared/history/history';
import { type KeepMonths, type RunsToDelete, toKeptSinceMs } from '../../shared/history/retention';
import type { DraftService } from '../drafts/draft-service';
import type { AppLog } from '../log/app-log';
import type { Ledger } from '../store/ledger';

/** A day, in which an app that is never closed looks once for what has become too old. */
const dayMs = 24 * 60 * 60 * 1000;

export interface HistoryService {
  search(text: string, filter: HistoryFilter): HistorySearch;
  readStory(person: PersonRef): Story;
  /** @throws AppError `run/not-found`. */
  readRunFacts(runId: string): RunFacts;
  /** @throws AppError `run/not-found`. */
  describeDeletion(runId: string): RunsToDelete;
  /** The run's batch with all its runs; it can be brought back until the app is closed. @throws AppError `run/not-ended`. */
  deleteRun(runId: string): RunsToDelete;
  bringBackRun(runId: string): RunsToDelete;
  getKeepMonths(): KeepMonths;
  /** What would be deleted now, were that the setting. */
  previewKeepMonths(months: KeepMonths): RunsToDelete;
  /** Keeps the setting and deletes what is older, for good. */
  setKeepMonths(months: KeepMonths): Promise<RunsToDelete>;
  /** What the start of the app does beside its other work: takes in earlier runs, deletes what has become too old. */
  workInBackground(): Promise<void>;
  /** Resolves when everybody can be found. */
  whenPrepared(): Promise<void>;
  /** Ends for good what was deleted, without a trace in the file. At the end of the app, when nothing else goes on. */
  close(): void;
}

export interface HistoryServiceDeps {
  readonly ledger: Ledger;
  readonly drafts: DraftService;
  readonly log: AppLog;
  readonly nowMs?: () => number;
}

export function createHistoryService({
  ledger,
  drafts,
  log,
  nowMs = Date.now,
}: HistoryServiceDeps): HistoryService {
  const { peopleSearch, stories, runFacts, runDeletion, retention } = ledger;
  let isClosed = false;
  let daily: NodeJS.Timeout | null = null;
  const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

  const takeIn = async () => {
    while (!isClosed && peopleSearch.takeInMore()) await nextTurn();
  };
  const purge = async (which: 'too-old' | 'with-way-back') => {
    while (!isClosed && runDeletion.purgeSome(which)) {
      retention.setMustCompact(true);
      await nextTurn();
    }
    if (!isClosed) drafts.purge();
  };
  const deleteTooOld = async (): Promise<RunsToDelete> => {
    const months = retention.getKeepMonths();
    if (months === null) return { runs: [], people: 0, undecided: 0 };
    const sinceMs = toKeptSinceMs(months, nowMs());
    const deleted = runDeletion.deleteOlder(sinceMs);
    runDeletion.forgetNamesBefore(sinceMs);
    await purge('too-old');
    return deleted;
  };
  const orLog = (what: string, work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => void log.failure(what, error),
    );

  return {
    search: (text, filter) => ({
      ...peopleSearch.search(text, filter),
      preparedFraction: peopleSearch.preparedFraction(),
    }),
    readStory: (person) => stories.readStory(person),
    readRunFacts: (runId) => runFacts.readRunFacts(runId),
    describeDeletion: (runId) => runDeletion.describe(runId),
    deleteRun: (runId) => runDeletion.setDeleted(runId, true, nowMs()),
    bringBackRun: (runId) => runDeletion.setDeleted(runId, false, nowMs()),
    getKeepMonths: () => retention.getKeepMonths(),
    previewKeepMonths: (months) =>
      months === null
        ? { runs: [], people: 0, undecided: 0 }
        : runDeletion.describeOlder(toKeptSinceMs(months, nowMs())),
    setKeepMonths: async (months) => {
      retention.setKeepMonths(months);
      return deleteTooOld();
    },
    workInBackground: async () => {
      daily = setInterval(() => void orLog('delete old runs', deleteTooOld()), dayMs);
      daily.unref();
      // What was deleted before the app died has no way back any more.
      await orLog('delete runs', purge('with-way-back').then(deleteTooOld));
      await orLog('take earlier runs into the search', takeIn());
    },
    whenPrepared: takeIn,
    close: () => {
      isClosed = true;
      if (daily !== null) clearInterval(daily);
      try {
        const months = retention.getKeepMonths();
        if (months !== null) runDeletion.deleteOlder(toKeptSinceMs(months, nowMs()));
        while (runDeletion.purgeSome('with-way-back')) retention.setMustCompact(true);
        if (!retention.mustCompact()) return;
        retention.setMustCompact(false);
        ledger.compact();
      } catch (error) {
        // Another time: nothing is lost by that, and the app must be able to end.
        retention.setMustCompact(true);
        log.failure('write the ledger anew', error);
      }
    },
  };
}
