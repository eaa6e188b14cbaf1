import type { RunSummary } from '../../shared/runs/progress';
import type { AttemptView, Evidence, UnsurePerson } from '../../shared/runs/unsure';
import { fakeNowMs } from './fake-runs';

const secondMs = 1000;

/** What a look-up found; by default two looks at somebody new, with one interview that two rows could own. */
export function makeEvidence(changes: Partial<Evidence> = {}): Evidence {
  return {
    looksAtMs: [fakeNowMs + 24 * secondMs, fakeNowMs + 54 * secondMs],
    knownSinceMs: null,
    newForPersonAtMs: [],
    newInTime: { count: 1, fromMs: fakeNowMs - 9 * secondMs, toMs: fakeNowMs - 5 * secondMs },
    rowsThatCouldOwn: 2,
    othersActive: false,
    obstacle: null,
    ...changes,
  };
}

/** Somebody whose answer got lost after 2 s. */
export function makeUnsurePerson(changes: Partial<UnsurePerson> = {}): UnsurePerson {
  return {
    ordinal: 199,
    rowNumber: 204,
    email: 'elodie.girard@example.com',
    firstname: 'Élodie',
    lastname: 'Girard',
    causeCode: 'unknown/answer-lost',
    sentence: 'The connection broke before an answer came',
    sentAtMs: fakeNowMs - 8 * secondMs,
    endedAtMs: fakeNowMs - 6 * secondMs,
    status: null,
    reading: 'cannot-tell',
    evidence: makeEvidence(),
    decision: null,
    ...changes,
  };
}

/** The three of the finished run: a lost answer, a 502, and a time-out of somebody known. */
export const unsurePeople: readonly UnsurePerson[] = [
  makeUnsurePerson(),
  makeUnsurePerson({
    ordinal: 198,
    rowNumber: 203,
    email: 'nguyen.son@example.com',
    firstname: 'Văn Sơn',
    lastname: 'Nguyễn',
    causeCode: 'unknown/server-error',
    sentence: 'Flowmingo answered 502, so we cannot tell',
    status: 502,
    sentAtMs: fakeNowMs - 9 * secondMs,
    endedAtMs: fakeNowMs - 8 * secondMs,
    evidence: makeEvidence({ othersActive: true }),
  }),
  makeUnsurePerson({
    ordinal: 238,
    rowNumber: 243,
    email: 'tomas.dvorak@example.com',
    firstname: 'Tomáš',
    lastname: 'Dvořák',
    causeCode: 'unknown/timed-out',
    sentence: 'No answer came in time',
    sentAtMs: fakeNowMs + 77 * secondMs,
    endedAtMs: fakeNowMs + 137 * secondMs,
    reading: 'probably-done',
    evidence: makeEvidence({
      looksAtMs: [fakeNowMs + 147 * secondMs, fakeNowMs + 177 * secondMs],
      knownSinceMs: Date.UTC(2026, 1, 3, 10, 0, 0),
      newForPersonAtMs: [fakeNowMs + 75 * secondMs],
      othersActive: true,
    }),
  }),
];

/** Everything that can stand in the way of a look-up, and every way in which an answer fails. */
const oddPeople: readonly Partial<UnsurePerson>[] = [
  { causeCode: 'unknown/app-closed', endedAtMs: null, evidence: null, reading: 'not-looked-up' },
  {
    causeCode: 'unknown/timed-out',
    firstname: 'Maximiliane-Friederike Theodora',
    lastname: 'von Hohenlohe-Schillingsfürst-Waldenburg zu Donaueschingen',
    email: 'maximiliane.friederike.theodora.von.hohenlohe-schillingsfuerst@personalvermittlung.example.com',
    evidence: makeEvidence({
      knownSinceMs: Date.UTC(2026, 1, 3, 10, 0, 0),
      newInTime: { count: 0, fromMs: null, toMs: null },
    }),
  },
  { causeCode: 'unknown/unreadable', status: 200, evidence: makeEvidence({ obstacle: 'no-answer' }) },
  { causeCode: 'unknown/no-invitation', status: 201, evidence: makeEvidence({ obstacle: 'half-answered' }) },
  { causeCode: 'unknown/answer-lost', evidence: makeEvidence({ obstacle: 'too-many' }) },
  {
    causeCode: 'unknown/server-error',
    status: 500,
    email: null,
    firstname: null,
    lastname: null,
    evidence: makeEvidence({ obstacle: 'cv-first' }),
  },
];

/** Many unknown people of all kinds, about whom nobody has decided. */
export function makeManyUnsure(count: number): UnsurePerson[] {
  return Array.from({ length: count }, (_, index) => {
    const odd = oddPeople[index % oddPeople.length] ?? {};
    return makeUnsurePerson({
      email: `person.${index}@example.com`,
      ...odd,
      ordinal: index,
      rowNumber: index + 5,
    });
  });
}

/** People whom nobody could look up, since the key may not read interviews. */
export const unreadPeople: readonly UnsurePerson[] = unsurePeople.map((person) => ({
  ...person,
  reading: 'not-looked-up',
  evidence: makeEvidence({
    looksAtMs: [],
    obstacle: 'no-scope',
    newInTime: { count: 0, fromMs: null, toMs: null },
  }),
}));

/** Who is unknown in a run of the fake world. */
export function unsureOf({ runId, counts }: RunSummary): readonly UnsurePerson[] {
  if (runId === 'run-no-scope') return unreadPeople;
  return counts.unknown <= unsurePeople.length
    ? unsurePeople.slice(0, counts.unknown)
    : makeManyUnsure(counts.unknown);
}

/** One try that ended with a 502, and a body that is not Flowmingo's. */
export const lostAttempt: AttemptView = {
  startedAtMs: fakeNowMs - 9 * secondMs,
  closedAtMs: fakeNowMs - 8 * secondMs,
  kind: 'unknown',
  why: 'server-error',
  message: 'Bad gateway',
  status: 502,
  bodyText: '<html>\n<head><title>502 Bad Gateway</title></head>\n</html>',
};

/** The request of one person, as it was sent. */
export const requestText = JSON.stringify({
  candidates: [{ email: 'nguyen.son@example.com', firstname: 'Văn Sơn', lastname: 'Nguyễn' }],
  com_interview_set_id: 'set-0',
  send_invite: true,
  invite_message: '<p>Dear {{ first_name }}, thank you for talking to us at the Graduate fair.</p>',
});
