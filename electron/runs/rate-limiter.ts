// When requests of a workspace may leave: not while the API asks for a wait, not while it is out, and not faster than it bears.
// No request leaves before a wait is over.
import type { WaitReason } from '../../shared/runs/run-state';
import type { Clock } from './clock';
import { createPace } from './pace';
import { createRequestCap, type ReadCap } from './request-cap';

export interface Hold {
  readonly why: WaitReason;
  readonly sinceMs: number;
  /** When requests may leave again or, of an outage, when it is asked again; null while the answer to that is awaited. UTC. */
  readonly untilMs: number | null;
  /** What the API or the system said. */
  readonly detail: string | null;
}

export interface RateLimiter {
  /** Holds until then; a hold that ends later stays. */
  holdUntil(why: WaitReason, untilMs: number, detail: string | null): void;
  /** Holds until it is lifted. */
  holdForOutage(hold: Omit<Hold, 'sinceMs'>): void;
  liftOutage(): void;
  /** The hold at this moment; null when requests may leave. */
  current(): Hold | null;
  /** Resolves as soon as requests may leave, or the signal is aborted. */
  whenOpen(signal: AbortSignal): Promise<void>;
  /** Resolves when it is the next request's turn, or the signal is aborted. */
  whenItsTurn(signal: AbortSignal): Promise<void>;
  /** To be called as it leaves. */
  noteLeft(): void;
  noteAccepted(): void;
  /** "Too many requests": holds the whole workspace and, where requests came too fast, slows down. */
  tellToWait(waitMs: number, detail: string, isTooFast: boolean): void;
}

/** `readCap`: what somebody set as the most a second. */
export function createRateLimiter(clock: Clock, readCap: ReadCap = () => null): RateLimiter {
  const pace = createPace(clock);
  const takeFromCap = createRequestCap(clock, readCap);
  let timed: (Hold & { untilMs: number }) | null = null;
  let outage: Hold | null = null;
  let waiting: (() => void)[] = [];

  const currentTimed = () => {
    if (timed === null) return null;
    const nowMs = clock.nowMs();
    // A clock that was set back must not make a wait longer than it was asked for, from now on.
    if (nowMs < timed.sinceMs)
      timed = { ...timed, sinceMs: nowMs, untilMs: nowMs + timed.untilMs - timed.sinceMs };
    return nowMs < timed.untilMs ? timed : null;
  };
  const current = () => outage ?? currentTimed();
  const whenLifted = (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      const end = () => {
        signal.removeEventListener('abort', end);
        resolve();
      };
      waiting.push(end);
      signal.addEventListener('abort', end);
    });
  const holdUntil = (why: WaitReason, untilMs: number, detail: string | null) => {
    const running = currentTimed();
    if (running !== null && running.untilMs >= untilMs) return;
    timed = { why, sinceMs: running?.sinceMs ?? clock.nowMs(), untilMs, detail };
  };

  return {
    holdUntil,
    holdForOutage: (hold) => {
      outage = { ...hold, sinceMs: outage?.sinceMs ?? clock.nowMs() };
    },
    liftOutage: () => {
      outage = null;
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
    current,
    whenOpen: async (signal) => {
      for (let hold = current(); hold !== null && !signal.aborted; hold = current()) {
        if (outage !== null) await whenLifted(signal);
        else await clock.sleep((hold.untilMs ?? 0) - clock.nowMs(), signal);
      }
    },
    whenItsTurn: async (signal) => {
      for (let waitMs = pace.waitMs(); waitMs > 0 && !signal.aborted; waitMs = pace.waitMs())
        await clock.sleep(waitMs, signal);
      pace.take();
      // Last, since the cap counts from when a request leaves.
      const waitMs = takeFromCap();
      if (waitMs > 0) await clock.sleep(waitMs, signal);
    },
    noteLeft: pace.noteLeft,
    noteAccepted: pace.noteAccepted,
    tellToWait: (waitMs, detail, isTooFast) => {
      if (isTooFast) pace.noteTooMany();
      holdUntil('rate-limited', clock.nowMs() + waitMs, detail);
    },
  };
}
