// The window's end of the worker. Stopping kills the worker: a file that makes it hang or grow cannot be stopped otherwise.

import type { MessageEnd, SessionAnswer, SessionArgs, SessionMessage, SessionMethod } from './session-rpc';
import type { SheetRules } from './sheet-rules';

/** A worker that can be ended; `error` is told when it dies by itself (out of memory). */
export interface EndableWorker extends MessageEnd {
  terminate(): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'error', listener: (event: Event) => void): void;
}

/** Why a worker ended: it was stopped, it died by itself (out of memory), or it said nothing for too long. */
export type WorkerEnd = 'stopped' | 'died' | 'hung';

const endSentences: Readonly<Record<WorkerEnd, string>> = {
  stopped: 'The work on the file was stopped.',
  died: 'The work on the file ended by itself.',
  hung: 'The work on the file gave no sign of life and was ended.',
};

/** The worker ended before it answered. */
export class WorkerStopped extends Error {
  override readonly name = 'WorkerStopped';
  constructor(readonly why: WorkerEnd) {
    super(endSentences[why]);
  }
}

/**
 * The longest silence while a file is read. Reading tells how far it is many times a second, and its longest single step,
 * on a file of 100 MB and a slow computer, takes a sixth of this.
 */
const longestSilenceMs = 60_000;

/** Here bytes are taken apart that anybody may have made; everything later works on rows within known limits. */
const watchedMethods: ReadonlySet<SessionMethod> = new Set(['open', 'changeReading', 'fillFile']);

interface Waiting {
  readonly isWatched: boolean;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: Error) => void;
}

export class WorkerClient {
  private worker: EndableWorker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private lastRequestId = 0;
  private rules: SheetRules | null = null;
  private silence: ReturnType<typeof setTimeout> | undefined;
  /** Told while a file is read: 0 to 1. */
  onReading: (fraction: number) => void = () => undefined;
  /** Told when the worker ended by itself: the file and everything done to it are gone. */
  onDied: () => void = () => undefined;

  constructor(private readonly startWorker: () => EndableWorker) {}

  /** Starts the worker where none is there, so that the first question finds it ready. */
  start(): void {
    this.needWorker();
  }

  /** Asks the session. Rejects with `WorkerStopped` when the worker is stopped or dies, with an Error when the call fails. */
  ask<Method extends SessionMethod>(
    method: Method,
    ...args: SessionArgs<Method>
  ): Promise<SessionAnswer<Method>> {
    const worker = this.needWorker();
    const requestId = ++this.lastRequestId;
    return new Promise((resolve, reject) => {
      const isWatched = watchedMethods.has(method);
      this.waiting.set(requestId, { isWatched, resolve: resolve as (value: unknown) => void, reject });
      worker.postMessage({ requestId, method, args });
      if (isWatched) this.watch();
    });
  }

  /** What is set for every sheet: told to this worker, and to each that takes its place. */
  takeRules(rules: SheetRules): void {
    this.rules = rules;
    if (this.worker !== null) this.tellRules(rules);
  }

  private tellRules(rules: SheetRules): void {
    // A worker that ends meanwhile is told by whoever waits for it.
    this.ask('takeRules', rules).catch(() => undefined);
  }

  /** Ends the worker and everything it holds; the next question starts a new one without a file. */
  stop(): void {
    this.end('stopped');
  }

  /** For another file: a worker that is still reading the one before is ended, so that nothing old is waited for. */
  makeRoom(): void {
    if (this.isReading()) this.end('stopped');
  }

  private isReading(): boolean {
    return [...this.waiting.values()].some(({ isWatched }) => isWatched);
  }

  /** Counts the silence anew while a file is being read. */
  private watch(): void {
    clearTimeout(this.silence);
    this.silence = this.isReading() ? setTimeout(() => this.end('hung'), longestSilenceMs) : undefined;
  }

  private needWorker(): EndableWorker {
    if (this.worker !== null) return this.worker;
    const worker = this.startWorker();
    worker.addEventListener('message', (event: MessageEvent<SessionMessage>) => {
      if (worker === this.worker) this.take(event.data);
    });
    worker.addEventListener('error', () => {
      if (worker === this.worker) this.end('died');
    });
    this.worker = worker;
    if (this.rules !== null) this.tellRules(this.rules);
    return worker;
  }

  private take(message: SessionMessage): void {
    if (message.kind === 'reading') {
      this.watch();
      this.onReading(message.fraction);
      return;
    }
    const waiting = this.waiting.get(message.requestId);
    if (waiting === undefined) return;
    this.waiting.delete(message.requestId);
    this.watch();
    if (message.kind === 'answered') waiting.resolve(message.value);
    else waiting.reject(new Error(message.message));
  }

  private end(why: WorkerEnd): void {
    clearTimeout(this.silence);
    this.worker?.terminate();
    this.worker = null;
    const all = [...this.waiting.values()];
    this.waiting.clear();
    if (why !== 'stopped') this.onDied();
    for (const { reject } of all) reject(new WorkerStopped(why));
  }
}
