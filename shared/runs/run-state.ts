// The states of a run, and the only ways between them (see docs/architecture.md). End states have no exit.

export const runStates = [
  'planned',
  'running',
  'pausing',
  'paused',
  'cancelling',
  'cancelled',
  'finished',
  'interrupted',
] as const;
export type RunState = (typeof runStates)[number];

export const pauseReasons = [
  'user',
  'app-closed',
  /** The first rows have come back, and somebody is to look at them before the rest goes. */
  'first-rows',
  'rate-limited',
  'offline',
  'auth-expired',
  'scope-missing',
  'target-gone',
  'suspended',
  'too-many-failures',
  'storage-error',
  /** It comes from a backup, and may have gone on after that was made. */
  'restored',
] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** Why a running run waits. It goes on by itself. */
export const waitReasons = [
  /** The short hold before the first request: Stop sends nothing at all. */
  'before-first',
  'rate-limited',
  /** No connection. */
  'offline',
  /** Answers that say neither yes nor no. */
  'outage',
  /** Unknown people are looked up. */
  'looking-up',
] as const;
export type WaitReason = (typeof waitReasons)[number];

export type RunEvent =
  | 'started'
  | 'pause-asked'
  | 'in-flight-settled'
  | 'resumed'
  | 'cancel-asked'
  | 'all-rows-settled'
  | 'found-at-start-up'
  | 'reconciled-to-paused'
  | 'reconciled-to-cancelled'
  | 'reconciled-to-finished';

const transitions: Readonly<Record<RunState, Readonly<Partial<Record<RunEvent, RunState>>>>> = {
  planned: { started: 'running', 'cancel-asked': 'cancelled' },
  running: {
    'pause-asked': 'pausing',
    'cancel-asked': 'cancelling',
    'all-rows-settled': 'finished',
    'found-at-start-up': 'interrupted',
  },
  pausing: {
    'in-flight-settled': 'paused',
    'cancel-asked': 'cancelling',
    'all-rows-settled': 'finished',
    'found-at-start-up': 'interrupted',
  },
  paused: { resumed: 'running', 'cancel-asked': 'cancelling' },
  cancelling: {
    'in-flight-settled': 'cancelled',
    'all-rows-settled': 'cancelled',
    'found-at-start-up': 'interrupted',
  },
  interrupted: {
    'reconciled-to-paused': 'paused',
    'reconciled-to-cancelled': 'cancelled',
    'reconciled-to-finished': 'finished',
  },
  cancelled: {},
  finished: {},
};

/** The state after an event. @throws Error naming the state and the event where the pair is not allowed. */
export function nextRunState(state: RunState, event: RunEvent): RunState {
  const next = transitions[state][event];
  if (next === undefined) throw new Error(`A run that is "${state}" cannot take "${event}".`);
  return next;
}
