import { describe, expect, it } from 'vitest';
import {
  toHappenedSentence,
  toPersonName,
  toReadingWords,
  toTimePoints,
} from '../../../../renderer/screens/unsure/unsure-words';
import { readings } from '../../../../shared/runs/unsure';
import { fakeNowMs } from '../../../helpers/fake-runs';
import { makeEvidence, makeUnsurePerson } from '../../../helpers/fake-unsure';

const causes = [
  'answer-lost',
  'timed-out',
  'server-error',
  'unreadable',
  'app-closed',
  'no-invitation',
  'no-submission',
  'not-matched',
  'a-cause-of-tomorrow',
].map((cause) => `unknown/${cause}`);
const secondMs = 1000;
const person = (causeCode: string, tookMs: number | null, status: number | null = null) =>
  makeUnsurePerson({
    causeCode,
    status,
    sentAtMs: fakeNowMs,
    endedAtMs: tookMs === null ? null : fakeNowMs + tookMs,
  });

describe('what happened to somebody unknown, in words', () => {
  it.each([
    ['unknown/answer-lost', 2000, null, 'After 2 seconds the connection broke, before an answer came.'],
    ['unknown/answer-lost', 1100, null, 'After 1 second the connection broke'],
    ['unknown/answer-lost', 90, null, 'After less than a second the connection broke'],
    ['unknown/timed-out', 60_000, null, 'No answer came within 60 seconds.'],
    [
      'unknown/server-error',
      1000,
      502,
      'Flowmingo answered “502 Bad gateway”, which says neither yes nor no.',
    ],
    ['unknown/server-error', 1000, 599, 'Flowmingo answered “599”, which says neither'],
    ['unknown/unreadable', 1000, 200, 'An answer came that could not be read'],
    ['unknown/app-closed', null, null, 'The app was closed before an answer came.'],
    ['unknown/no-invitation', 1000, 201, 'created the interview, and did not confirm the email.'],
  ] as const)('%s after %s ms', (causeCode, tookMs, status, words) => {
    expect(toHappenedSentence(person(causeCode, tookMs, status))).toContain(words);
  });

  it('has whole sentences for every cause, with and without an end and a status, also for one it does not know', () => {
    for (const cause of causes)
      for (const tookMs of [null, 0, 400, 61 * secondMs, 5000 * secondMs])
        for (const status of [null, 200, 408, 503, 599]) {
          const one = person(cause, tookMs, status);
          const texts = [toHappenedSentence(one), ...toTimePoints(one, fakeNowMs).map(({ label }) => label)];
          expect(texts[0]).toMatch(/[^.]\.$/);
          for (const text of texts) expect(text).not.toMatch(/null|undefined|NaN|Invalid|\b1 seconds/);
        }
  });

  it('keeps to the order of time, and says the whole of it in words', () => {
    const labels = toTimePoints(
      makeUnsurePerson({ sentAtMs: fakeNowMs, endedAtMs: fakeNowMs + 2 * secondMs }),
      fakeNowMs,
    ).map(({ label }) => label.replace(/\d+:\d\d:\d\d.*/, 'TIME'));
    expect(labels).toEqual(['Sent TIME', 'Broke after 2 s', 'First look TIME', 'Second look TIME']);
  });

  it('shows the first looks and the latest where there were many', () => {
    const looksAtMs = Array.from({ length: 20 }, (_, index) => fakeNowMs + index * 60_000);
    const points = toTimePoints(makeUnsurePerson({ evidence: makeEvidence({ looksAtMs }) }), fakeNowMs);
    expect(points).toHaveLength(5);
    expect(points[2]?.label).toMatch(/^First look/);
    expect(points[4]?.label).toMatch(/^Later look/);
  });

  it('says the day where it was another', () => {
    const yesterday = fakeNowMs - 86_400_000;
    const [sent] = toTimePoints(makeUnsurePerson({ sentAtMs: yesterday }), fakeNowMs);
    expect(sent?.label).toMatch(/20/);
  });

  it('claims nothing in its readings, and calls nobody by an empty name', () => {
    expect(readings.map((reading) => toReadingWords(reading, 'invite'))).toEqual([
      'not looked up yet',
      'cannot tell',
      'probably invited',
    ]);
    expect(toReadingWords('probably-done', 'move')).toBe('probably moved');
    expect(toPersonName(makeUnsurePerson())).toBe('Élodie Girard');
    expect(toPersonName(makeUnsurePerson({ firstname: null, lastname: null }))).toBe(
      'elodie.girard@example.com',
    );
    expect(toPersonName(makeUnsurePerson({ firstname: null, lastname: '', email: null }))).toBe('Row 204');
  });
});
