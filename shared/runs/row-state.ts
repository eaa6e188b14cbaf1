// The states of one row in a run, and the only ways between them (see docs/architecture.md).
// Never allows a way from `unknown` back to sending that no look-up and no person has opened.

export const rowStates = [
  'pending',
  'sending',
  'retry-wait',
  'done',
  'already-there',
  'refused',
  'unknown',
  'skipped',
] as const;
export type RowState = (typeof rowStates)[number];

/** What moves a row from one state to the next. */
export type RowEvent =
  | 'intent-written'
  | 'answered-done'
  | 'answered-already-there'
  | 'answered-refused'
  | 'certainly-not-processed'
  | 'answer-lost'
  | 'left-out'
  | 'found-done'
  | 'found-already-there'
  | 'found-not-processed'
  | 'person-says-send-again';

const transitions: Readonly<Record<RowState, Readonly<Partial<Record<RowEvent, RowState>>>>> = {
  pending: { 'intent-written': 'sending', 'left-out': 'skipped' },
  sending: {
    'answered-done': 'done',
    'answered-already-there': 'already-there',
    'answered-refused': 'refused',
    'certainly-not-processed': 'retry-wait',
    'answer-lost': 'unknown',
  },
  'retry-wait': { 'intent-written': 'sending', 'left-out': 'skipped' },
  unknown: {
    'found-done': 'done',
    'found-already-there': 'already-there',
    'found-not-processed': 'retry-wait',
    'person-says-send-again': 'retry-wait',
  },
  done: {},
  'already-there': {},
  refused: {},
  skipped: {},
};

/** The state after an event. @throws Error naming the state and the event where the pair is not allowed. */
export function nextRowState(state: RowState, event: RowEvent): RowState {
  const next = transitions[state][event];
  if (next === undefined) throw new Error(`A row that is "${state}" cannot take "${event}".`);
  return next;
}

/** What a row came to, as people see it. Exactly one each; they add up to the total. */
export const outcomes = ['done', 'alreadyThere', 'refused', 'unknown', 'skipped', 'notSent'] as const;
export type Outcome = (typeof outcomes)[number];
export type OutcomeCounts = Readonly<Record<Outcome, number>>;

/** The outcome that each state stands for; a row on its way counts as not sent, one in flight too, until its answer is known. */
export const outcomeOf: Readonly<Record<RowState, Outcome>> = {
  pending: 'notSent',
  sending: 'notSent',
  'retry-wait': 'notSent',
  done: 'done',
  'already-there': 'alreadyThere',
  refused: 'refused',
  unknown: 'unknown',
  skipped: 'skipped',
};

/** The one name of each outcome on every screen and in every export. */
export const outcomeLabels: Readonly<Record<Outcome, string>> = {
  done: 'Done',
  alreadyThere: 'Already there',
  refused: 'Refused',
  unknown: 'Unknown',
  skipped: 'Skipped',
  notSent: 'Not sent',
};
