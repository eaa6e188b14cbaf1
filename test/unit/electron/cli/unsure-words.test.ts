import { describe, expect, test } from 'vitest';
import { toEvidenceTexts, toPersonLines, toUnsureJson } from '../../../../electron/cli/unsure-words';
import { type Evidence, lookUpObstacles } from '../../../../shared/runs/unsure';
import { at, makeEvidence, makeUnsure } from './make-unsure';

const explain = (over: Partial<Evidence>) =>
  toEvidenceTexts(makeUnsure(0, { evidence: makeEvidence(over) }), 'invite')
    .slice(1)
    .join(' ');

describe('what was found', () => {
  test('before the first look there is nothing to say, and then it is said when one looked', () => {
    expect(toEvidenceTexts(makeUnsure(0), 'invite')).toEqual([]);
    const [first] = toEvidenceTexts(makeUnsure(0, { evidence: makeEvidence() }), 'invite');
    expect(first).toBe('Looked up at 14:52:47 and 14:53:17.');
    const looksAtMs = [at(14, 52, 47), at(14, 53, 17), at(15, 0, 0)];
    expect(toEvidenceTexts(makeUnsure(0, { evidence: makeEvidence({ looksAtMs }) }), 'invite')[0]).toBe(
      'Looked up 3 times, the last time at 15:00:00.',
    );
  });

  test('times and numbers are the terminal’s', () => {
    const fromMs = at(14, 52, 14);
    expect(explain({ newInTime: { count: 1, fromMs, toMs: at(14, 52, 18) }, rowsThatCouldOwn: 2 })).toContain(
      '1 new interview appeared there between 14:52:14 and 14:52:18. 2 of your rows could own it.',
    );
    const knownSinceMs = new Date(2026, 1, 3, 9, 0, 0).getTime();
    expect(explain({ knownSinceMs })).toContain('You invited this person on 3 February 2026');
  });

  test('what a look at the pipeline found is said of an add, a move and a rejection', () => {
    const person = makeUnsure(0, { evidence: makeEvidence({ obstacle: 'changed-by-others' }) });
    expect(toEvidenceTexts(person, 'move').join(' ')).toContain('Somebody changed this person’s place');
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
    'invite',
  );
  expect(lines[0]).toBe('Row 204, Ana Silva (person202@example.com): probably invited; you leave them alone');
  expect(lines[1]).toMatch(
    /^ {2}Sent at 14:52:15.*, no clear answer after 2 s\. The connection broke before an answer came, so we cannot tell\.$/,
  );
  expect(lines.slice(2)).toEqual([
    '  Looked up at 14:52:47 and 14:53:17.',
    expect.stringContaining('New to you'),
    expect.stringContaining('No new interview appeared there'),
  ]);
  const [name, sent] = toPersonLines(
    makeUnsure(0, { firstname: null, lastname: ' ', endedAtMs: null, reading: 'not-looked-up' }),
    'invite',
  );
  expect(name).toBe('Row 2, person0@example.com: not looked up yet; not decided');
  expect(sent).not.toContain('clear answer');
  expect(toPersonLines(makeUnsure(0, { endedAtMs: at(14, 52, 15) + 400 }), 'invite')[1]).toContain(
    'no clear answer within a second.',
  );
});

test('a person for programs: the facts as they are, and in sentences', () => {
  const evidence = makeEvidence({ othersActive: true });
  expect(toUnsureJson(makeUnsure(5, { evidence, decision: 'send-again' }), 'invite')).toEqual({
    rowNumber: 7,
    email: 'person5@example.com',
    reading: 'cannot-tell',
    decision: 'send-again',
    sentence: 'The connection broke before an answer came, so we cannot tell',
    evidence,
    explained: expect.arrayContaining(['Looked up at 14:52:47 and 14:53:17.']),
  });
});
