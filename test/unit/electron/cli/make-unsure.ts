import type { Evidence, UnsurePerson } from '../../../../shared/runs/unsure';

/** Moments of one afternoon, in this computer's zone. */
export const at = (hour: number, minute: number, second: number) =>
  new Date(2026, 8, 28, hour, minute, second).getTime();

export function makeEvidence(over: Partial<Evidence> = {}): Evidence {
  return {
    looksAtMs: [at(14, 52, 47), at(14, 53, 17)],
    knownSinceMs: null,
    newForPersonAtMs: [],
    newInTime: { count: 0, fromMs: null, toMs: null },
    rowsThatCouldOwn: 1,
    othersActive: false,
    obstacle: null,
    ...over,
  };
}

export function makeUnsure(ordinal: number, over: Partial<UnsurePerson> = {}): UnsurePerson {
  return {
    ordinal,
    rowNumber: ordinal + 2,
    email: `person${ordinal}@example.com`,
    firstname: 'Ana',
    lastname: 'Silva',
    causeCode: 'unknown/answer-lost',
    sentence: 'The connection broke before an answer came, so we cannot tell',
    sentAtMs: at(14, 52, 15),
    endedAtMs: at(14, 52, 17),
    status: null,
    reading: 'cannot-tell',
    evidence: null,
    decision: null,
    ...over,
  };
}
