import { expect, test } from 'vitest';
import { needsLook } from '../../../../electron/runs/needs-look';
import type { Evidence, UnsurePerson } from '../../../../shared/runs/unsure';

const sentAtMs = 1000;

function makePerson(evidence: Partial<Evidence> | null, changes: Partial<UnsurePerson> = {}): UnsurePerson {
  return {
    ordinal: 0,
    rowNumber: 2,
    email: 'ana@example.com',
    firstname: 'Ana',
    lastname: 'Silva',
    causeCode: 'unknown/answer-lost',
    sentence: '',
    sentAtMs,
    endedAtMs: 1100,
    status: null,
    reading: 'cannot-tell',
    evidence:
      evidence === null
        ? null
        : {
            looksAtMs: [],
            knownSinceMs: null,
            newForPersonAtMs: [],
            newInTime: { count: 0, fromMs: null, toMs: null },
            rowsThatCouldOwn: 1,
            othersActive: false,
            obstacle: null,
            ...evidence,
          },
    decision: null,
    ...changes,
  };
}

test.each<[string, boolean, UnsurePerson]>([
  ['nobody looked', true, makePerson(null)],
  ['a death between the first look and the second', true, makePerson({ looksAtMs: [3000] })],
  ['the second look got no answer', true, makePerson({ looksAtMs: [3000], obstacle: 'no-answer' })],
  ['looks of an earlier try only', true, makePerson({ looksAtMs: [200, 900] })],
  ['looked twice', false, makePerson({ looksAtMs: [3000, 11_000] })],
  [
    'one look, which a second cannot add to',
    false,
    makePerson({ looksAtMs: [3000], obstacle: 'changed-by-others' }),
  ],
  ['a person has decided', false, makePerson(null, { decision: 'leave-alone' })],
])('%s: needs a look is %s', (_, expected, person) => {
  expect(needsLook(person)).toBe(expected);
});
