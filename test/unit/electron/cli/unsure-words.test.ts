import { describe, expect, test } from 'vitest';
import { toEvidenceTexts, toPersonLines, toUnsureJson } from '../../../../electron/cli/unsure-words';
import { type Evidence, lookUpObstacles } from '../../../../shared/runs/unsure';
import { at, makeEvidence, makeUnsure } from './make-unsure';

const explain = (over: Partial<Evidence>, place: 'set' | 'project' = 'set') =>
  toEvidenceTexts(makeUnsure(0, { evidence: makeEvidence(over) }), place)
    .slice(1)
    .join(' ');

describe('what was found', () => {
  test('before the first look there is nothing to say, and then it is said when one looked', () => {
    expect(toEvidenceTexts(makeUnsure(0), 'set')).toEqual([]);
    const [first] = toEvidenceTexts(makeUnsure(0, { evidence: makeEvidence() }), 'set');
    expect(first).toBe('Looked up at 14:52:47 and 14:53:17.');
    const looksAtMs = [at(14, 52, 47), at(14, 53, 17), at(15, 0, 0)];
    expect(toEvidenceTexts(makeUnsure(0, { evidence: makeEvidence({ looksAtMs }) }), 'set')[0]).toBe(
      'Looked up 3 times, the last time at 15:00:00.',
    );
  });

  test('somebody new: how many new interviews, when, and whose they could be', () => {
    const fromMs = at(14, 52, 14);
    const found = (count: number, toMs: number, rowsThatCouldOwn: number) =>
      explain({ newInTime: { count, fromMs, toMs }, rowsThatCouldOwn });
    expect(explain({})).toBe(
      'New to you: no earlier run invited this person, so there is no candidate number to look for. Flowmingo shows no new interview from that time.',
    );
    expect(found(1, at(14, 52, 18), 2)).toContain(
      '1 new interview appeared between 14:52:14 and 14:52:18. 2 of your rows could own it.',
    );
    expect(found(1, fromMs, 1)).toContain('appeared at 14:52:14. No other row of yours could own it.');
    expect(found(3, at(14, 52, 18), 2)).toContain('3 new interviews appeared between');
    expect(
      explain({ newInTime: { count: 2, fromMs: null, toMs: null }, rowsThatCouldOwn: 3 }, 'project'),
    ).toContain('2 new pipeline entries appeared. 3 of your rows could own them.');
  });

  test('somebody known: since when, and what is new of theirs', () => {
    const knownSinceMs = new Date(2026, 1, 3, 9, 0, 0).getTime();
    expect(explain({ knownSinceMs })).toBe(
      'You invited this person on 3 February 2026, so their candidate number is known. Flowmingo shows no new interview of theirs.',
    );
    expect(explain({ knownSinceMs, newForPersonAtMs: [at(14, 52, 13)] })).toContain(
      'Flowmingo shows 1 new interview of theirs, from 14:52:13.',
    );
    expect(
      explain({ knownSinceMs, newForPersonAtMs: [null, new Date(2026, 8, 29, 8, 0, 1).getTime()] }),
    ).toContain('2 new interviews of theirs, from an unknown time and 08:00:01 on 29 September 2026.');
  });

  test('somebody else at work is said', () => {
    expect(explain({ othersActive: true })).toContain('Somebody else was inviting to the same place');
  });

  test.each(lookUpObstacles)('the obstacle %s has a sentence of its own', (obstacle) => {
    const text = explain({ obstacle });
    expect(text).toMatch(/\.$/);
    expect(lookUpObstacles.filter((other) => explain({ obstacle: other }) === text)).toEqual([obstacle]);
  });

  test('nothing is claimed about somebody whom nobody could look up', () => {
    for (const obstacle of ['no-scope', 'no-answer', 'half-answered'] as const)
      expect(explain({ obstacle })).not.toMatch(/New to you|no new interview/);
    expect(explain({ obstacle: 'no-scope' })).toContain('lacks read_hiring');
  });
});

test('a person for people: who, reading, decision, what happened', () => {
  const lines = toPersonLines(
    makeUnsure(202, { decision: 'leave-alone', reading: 'probably-done', evidence: makeEvidence() }),
    'set',
  );
  expect(lines[0]).toBe('Row 204, Ana Silva (person202@example.com): probably invited; you leave them alone');
  expect(lines[1]).toMatch(
    /^ {2}Sent at 14:52:15.*, no clear answer after 2 s\. The connection broke before an answer came, so we cannot tell\.$/,
  );
  expect(lines.slice(2)).toEqual([
    '  Looked up at 14:52:47 and 14:53:17.',
    expect.stringContaining('New to you'),
    '  Flowmingo shows no new interview from that time.',
  ]);
  const [name, sent] = toPersonLines(
    makeUnsure(0, { firstname: null, lastname: ' ', endedAtMs: null, reading: 'not-looked-up' }),
    'set',
  );
  expect(name).toBe('Row 2, person0@example.com: not looked up yet; not decided');
  expect(sent).not.toContain('clear answer');
  expect(toPersonLines(makeUnsure(0, { endedAtMs: at(14, 52, 15) + 400 }), 'set')[1]).toContain(
    'no clear answer within a second.',
  );
});

test('a person for programs: the facts as they are, and in sentences', () => {
  const evidence = makeEvidence({ othersActive: true });
  expect(toUnsureJson(makeUnsure(5, { evidence, decision: 'send-again' }), 'set')).toEqual({
    rowNumber: 7,
    email: 'person5@example.com',
    reading: 'cannot-tell',
    decision: 'send-again',
    sentence: 'The connection broke before an answer came, so we cannot tell',
    evidence,
    explained: expect.arrayContaining(['Looked up at 14:52:47 and 14:53:17.']),
  });
});
