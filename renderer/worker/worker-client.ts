// The window's end of the worker. Stopping kills the worker: a file that makes it hang or grow cannot be stopped otherwise.
import type { MessageEnd, SessionAnswer, SessionArgs, SessionMessage, SessionMethod } from './session-rpc';

/** A worker that can be ended; `error` is told when it dies by itself (out of memory). */
export interface EndableWorker extends MessageEnd {
  terminate(): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'error', listener: (event: Event) => void): void;
}

/** The worker was stopped before it answered. */
export class WorkerStopped extends Error {
  override readonly name = 'WorkerStopped';
  constructor(readonly why: 'stopped' | 'died') {
    super(why === 'stopped' ? 'The work on the file was stopped.' : 'The work on the file ended by itself.');
  }
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: Error) => void;
}

export class WorkerClient {
  private worker: EndableWorker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private lastRequestId = 0;
  /** Told while a file is read: 0 to 1. */
  onReading: (fraction: number) => void = () => undefined;
  /** Told when the worker ended by itself: the file and everything done to it are gone. */
  onDied: () => void = () => undefined;

  constructor(private readonly startWorker: () => EndableWorker) {}

  /** Asks the session. Rejects with `WorkerStopped` when the worker is stopped or dies, with an Error when the call fails. */
  ask<Method extends SessionMethod>(
    method: Method,
    ...args: SessionArgs<Method>
  ): Promise<SessionAnswer<Method>> {
    const worker = this.needWorker();
    const requestId = ++this.lastRequestId;
    return new Promise((resolve, reject) => {
      this.waiting.set(requestId, { resolve: resolve as (value: unknown) => void, reject });
      worker.postMessage({ requestId, method, args });
    });
  }

  /** Ends the worker and everything it holds; the next question starts a new one without a file. */
  stop(): void {
    this.end('stopped');
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
    return worker;
  }

  private take(message: SessionMessage): void {
    if (message.kind === 'reading') {
      this.onReading(message.fraction);
      return;
    }
    const waiting = this.waiting.get(message.requestId);
    if (waiting === undefined) return;
    this.waiting.delete(message.requestId);
    if (message.kind === 'answered') waiting.resolve(message.value);
    else waiting.reject(new Error(message.message));
  }

  private end(why: WorkerStopped['why']): void {
    this.worker?.terminate();
    this.worker = null;
    const all = [...this.waiting.values()];
    this.waiting.clear();
    if (why === 'died') this.onDied();
    for (const { reject } of all) reject(new WorkerStopped(why));
  }
}
