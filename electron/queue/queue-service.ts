// The queue of ready batches: one run at a time, each after another look at the world. Decides nothing itself: shared/batches/queue-decision.ts
// does. Must never start a batch twice, nor one whose change nobody has seen; the ledger holds both.
import { decideBatch, mayStartItself, type NextStep, nextStep } from '../../shared/batches/queue-decision';
import type { Inspection, QueueState, QueueView } from '../../shared/batches/ready-batch';
import { toStartFinding } from '../../shared/batches/to-findings';
import { AppError } from '../../shared/errors/app-error';
import type { RunSummary } from '../../shared/runs/progress';
import type { RunService } from '../runs/run-service';
import type { ReadyStore } from '../store/ready-store';

/** What the recruiter has seen of a batch and accepted. */
export interface OrderedBatch {
  readonly batchId: string;
  readonly accepted: readonly string[];
}

export interface QueueDeps {
  readonly ready: ReadyStore;
  readonly runs: Pick<RunService, 'startRun' | 'whenAtRest' | 'onProgress'>;
  /** A look at the world before a start. `isOrdered`: the recruiter has seen one before, and told it to run. `signal` cuts it short. */
  readonly inspect: (batchId: string, isOrdered: boolean, signal: AbortSignal) => Promise<Inspection>;
  /** How long the first request of a run is held back. */
  readonly holdSeconds: () => number;
  readonly onChange: () => void;
  /** What nobody has foreseen, for the log; answers the reference under which it stands there. */
  readonly onFailure: (where: string, error: unknown) => string;
}

export interface QueueService {
  view(): QueueView;
  /** Runs these, in the order of the queue. @throws AppError `queue/is-going`, `queue/run-open`, `batch/not-ready`. */
  run(batches: readonly OrderedBatch[], goesOn: boolean): void;
  /** Nothing else is started, nor by itself; the run that goes on goes on. */
  stop(): void;
  /** Flowmingo may be there: batches that start by themselves are looked at. */
  wake(): void;
  /** Tells the queue that the list has changed. */
  changed(): void;
  /** Resolves when nothing goes on and nothing more will be started: a paused run holds it. */
  whenQuiet(): Promise<void>;
  /** Nothing is started any more. Resolves when no look is on its way. */
  close(): Promise<void>;
}

interface Going {
  readonly accepted: ReadonlyMap<string, ReadonlySet<string>>;
  readonly goesOn: boolean;
}

type Stopped = Extract<QueueState, { kind: 'stopped' }>;

const endStates: readonly RunSummary['state'][] = ['finished', 'cancelled', 'paused'];

export function createQueueService({
  ready,
  runs,
  inspect,
  holdSeconds,
  onChange,
  onFailure,
}: QueueDeps): QueueService {
  let going: Going | null = null;
  let atWork: { readonly kind: 'checking' | 'waiting'; readonly batchId: string } | null = null;
  // What was ordered before the app ended is not gone on with by itself: time has passed, and nobody may be looking.
  let stopped: Stopped | null = ready.list().some(({ isOrdered }) => isOrdered)
    ? { kind: 'stopped', why: 'app-closed', batchId: null }
    : null;
  let mayStartThemselves = false;
  /** Cuts the look that goes on short: who gives an order does not wait for sites that do not answer. */
  let looking = new AbortController();
  let isClosed = false;
  let advancing: Promise<void> = Promise.resolve();
  let isAdvancing = false;
  let isWanted = false;

  let waiting: (() => void)[] = [];
  const isQuiet = () =>
    state().kind === 'held' ||
    (going === null && !isAdvancing && atWork === null && ready.openRun() === null);
  const tell = () => {
    onChange();
    if (waiting.length === 0 || !isQuiet()) return;
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  const end = (why: Stopped['why'] | null, batchId: string | null = null) => {
    going = null;
    atWork = null;
    ready.setOrdered(null);
    stopped = why === null ? null : { kind: 'stopped', why, batchId };
    tell();
  };
  const next = (): NextStep =>
    nextStep({
      openRun: ready.openRun(),
      batches: ready.list(),
      isGoing: going !== null,
      mayStartThemselves,
    });

  /** Puts what was found with the batch; the others go on where the recruiter said so. */
  const leave = (
    batchId: string,
    findings: Inspection['findings'],
    isOrdered: boolean,
    why: Stopped['why'],
  ) => {
    ready.setFindings(batchId, findings);
    if (!isOrdered) return tell();
    ready.clearOrder(batchId);
    if (going?.goesOn === true && why !== 'cannot-ask') return tell();
    end(why, batchId);
  };
  const toAppError = (error: unknown): AppError =>
    error instanceof AppError ? error : new AppError('app/bug', { reference: onFailure('queue', error) });
  const start = async (batchId: string, isOrdered: boolean): Promise<void> => {
    const { settings, firstRows } = ready.get(batchId);
    try {
      await runs.startRun(batchId, settings, { firstRows, holdSeconds: holdSeconds(), isFromQueue: true });
      atWork = null;
    } catch (thrown) {
      const error = toAppError(thrown);
      // Another run of the workspace goes on: this batch comes after it, when that run tells of its end.
      if (error.code === 'workspace/busy') {
        atWork = { kind: 'waiting', batchId };
        tell();
        return;
      }
      leave(batchId, [toStartFinding(error)], isOrdered, 'needs-look');
    }
    tell();
  };
  /** Whether there may be more to do at once. */
  const lookAt = async (batchId: string, isOrdered: boolean): Promise<boolean> => {
    atWork = { kind: 'checking', batchId };
    looking = new AbortController();
    tell();
    const findings = await inspect(batchId, isOrdered, looking.signal).then(
      (inspection) => inspection.findings,
      (error: unknown) => [toStartFinding(toAppError(error))],
    );
    // Stopped, changed or deleted meanwhile.
    const step = next();
    if (isClosed || step.kind !== 'look-at' || step.batchId !== batchId) return true;
    const accepted = going?.accepted.get(batchId) ?? new Set<string>();
    const decision = decideBatch(findings, accepted);
    if (decision.kind === 'go') {
      ready.setFindings(batchId, []);
      await start(batchId, isOrdered);
      return atWork === null;
    }
    if (decision.kind === 'wait') {
      // One that starts by itself waits for the next look; nothing is wrong with it.
      if (isOrdered) leave(batchId, findings, true, 'cannot-ask');
      else mayStartThemselves = false;
    } else leave(batchId, findings, isOrdered, 'needs-look');
    return true;
  };
  const advance = async (): Promise<void> => {
    for (let isMore = true; isMore && !isClosed; ) {
      const step = next();
      if (step.kind === 'look-at') {
        isMore = await lookAt(step.batchId, step.isOrdered);
        continue;
      }
      atWork = null;
      if (step.kind === 'nothing' && going !== null) end(null);
      isMore = false;
    }
    if (atWork?.kind === 'checking') atWork = null;
    tell();
  };
  /** One after another; what is asked for meanwhile is done afterwards. */
  const wantAdvance = () => {
    isWanted = true;
    if (isAdvancing || isClosed) return;
    isAdvancing = true;
    advancing = (async () => {
      try {
        while (isWanted && !isClosed) {
          isWanted = false;
          await advance();
        }
      } catch (error) {
        onFailure('queue', error);
        if (!isClosed) end(null);
      } finally {
        isAdvancing = false;
        if (!isClosed) tell();
      }
    })();
  };

  const afterRun = async ({ runId, state }: RunSummary): Promise<void> => {
    await runs.whenAtRest(runId);
    if (isClosed) return;
    const last = ready.lastRun();
    // Who cancels a run of the queue has not said that the others go.
    if (state === 'cancelled' && last?.runId === runId && going !== null && !going.goesOn)
      end('run-cancelled');
    wantAdvance();
  };
  /** Of the run that was told of last: progress alone changes nothing here. */
  let toldState = '';
  const stopListening = runs.onProgress((summary) => {
    const told = `${summary.runId} ${summary.state}`;
    if (isClosed || told === toldState) return;
    toldState = told;
    tell();
    if (endStates.includes(summary.state))
      void afterRun(summary).catch((error: unknown) => onFailure('queue', error));
  });

  const state = (): QueueState => {
    const step = next();
    if (step.kind === 'held' || step.kind === 'sending') return { kind: step.kind, runId: step.runId };
    if (atWork !== null) return { kind: atWork.kind, batchId: atWork.batchId };
    return stopped ?? { kind: 'idle' };
  };
  return {
    view: () => ({
      // What was ordered before the app ended comes next no more.
      batches: ready.list().map((batch) => ({ ...batch, isOrdered: batch.isOrdered && going !== null })),
      state: state(),
    }),
    run: (batches, goesOn) => {
      if (going !== null) throw new AppError('queue/is-going');
      if (ready.openRun() !== null) throw new AppError('queue/run-open');
      ready.setOrdered(batches.map(({ batchId }) => batchId));
      looking.abort();
      stopped = null;
      going = {
        goesOn,
        accepted: new Map(batches.map(({ batchId, accepted }) => [batchId, new Set(accepted)])),
      };
      wantAdvance();
    },
    stop: () => {
      for (const { batchId, startsItself } of ready.list())
        if (startsItself) ready.setStartsItself(batchId, false);
      mayStartThemselves = false;
      looking.abort();
      end('asked');
    },
    wake: () => {
      if (!ready.list().some(mayStartItself)) return;
      mayStartThemselves = true;
      wantAdvance();
    },
    changed: tell,
    whenQuiet: () =>
      isQuiet()
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push(resolve);
          }),
    close: async () => {
      isClosed = true;
      looking.abort();
      stopListening();
      await advancing;
    },
  };
}
