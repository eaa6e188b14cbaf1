import { describe, expect, it } from 'vitest';
import { formatDay, formatExactMoment } from '../../../../renderer/components/format-date';
import { formatNumber } from '../../../../renderer/components/format-number';
import { type LocalWords, toEvidenceLines } from '../../../../shared/runs/evidence-words';
import { type Evidence, lookUpObstacles } from '../../../../shared/runs/unsure';
import { fakeNowMs } from '../../../helpers/fake-runs';
import { makeEvidence } from '../../../helpers/fake-unsure';

const words: LocalWords = {
  moment: (ms) => formatExactMoment(ms, fakeNowMs),
  day: formatDay,
  number: formatNumber,
};
const lines = (changes: Partial<Evidence>) =>
  toEvidenceLines({ evidence: makeEvidence(changes), sentAtMs: fakeNowMs }, words).map(
    ({ sentence }) => sentence,
  );
const knownSinceMs = Date.UTC(2026, 1, 3, 12);

describe('evidence in words', () => {
  it('says of somebody new how many interviews appeared and how many rows could own them', () => {
    expect(lines({})).toEqual([
      'New to you: no earlier run invited this person, so there is no candidate number to look for.',
      expect.stringMatching(
        /^1 new interview appeared there between .*52:14.* and .*52:18.*\. 2 of your rows could own it\.$/,
      ),
    ]);
    const [, several] = lines({
      newInTime: { count: 3, fromMs: null, toMs: null },
      rowsThatCouldOwn: 1,
    });
    expect(several).toBe(
      '3 new interviews appeared there in the time of this request. Only this row could own them.',
    );
    expect(lines({ newInTime: { count: 0, fromMs: null, toMs: null } })[1]).toMatch(/^No new interview/);
  });

  it('says of somebody known what is new for them, and how it lies to our request', () => {
    expect(lines({ knownSinceMs, newForPersonAtMs: [] })).toEqual([
      expect.stringMatching(/^You invited this person on .*February.*2026/),
      'There is no new interview for it.',
    ]);
    const at = (apartMs: number) => lines({ knownSinceMs, newForPersonAtMs: [fakeNowMs + apartMs] })[1];
    expect(at(-2000)).toMatch(/, 2 seconds before our request\.$/);
    expect(at(1000)).toMatch(/, 1 second after our request\.$/);
    expect(at(100)).toMatch(/, in the second of our request\.$/);
    expect(lines({ knownSinceMs, newForPersonAtMs: [null] })[1]).toBe(
      'There is a new interview for it without a time.',
    );
    expect(lines({ knownSinceMs, newForPersonAtMs: [fakeNowMs, null] })[1]).toMatch(
      /^There are 2 new interviews for it, the first from/,
    );
  });

  it('does not say that nothing is there where nothing could be read', () => {
    const unread = ['no-scope', 'no-answer', 'too-many', 'half-answered'] as const;
    for (const obstacle of unread)
      for (const known of [null, knownSinceMs]) {
        const all = lines({
          obstacle,
          knownSinceMs: known,
          newInTime: { count: 0, fromMs: null, toMs: null },
        }).join(' ');
        expect(all).not.toMatch(/No new interview|There is no new/);
      }
    // Nor is anybody called new before the list of known people was compared.
    expect(lines({ obstacle: 'no-scope', looksAtMs: [] }).join(' ')).not.toContain('New to you');
    expect(lines({ obstacle: 'there-before', knownSinceMs }).join(' ')).toContain(
      'had an interview there before',
    );
    expect(lines({ looksAtMs: [] }).join(' ')).not.toMatch(/appeared/);
    expect(toEvidenceLines({ evidence: null, sentAtMs: fakeNowMs }, words)).toEqual([
      { kind: 'found', sentence: 'Flowmingo has not been asked about this person yet.' },
    ]);
  });

  it('tells of others at work and of the scope that is missing', () => {
    expect(lines({ othersActive: true }).join(' ')).toContain('Somebody else was inviting');
    expect(lines({ obstacle: 'no-scope' }).join(' ')).toContain('lacks read_hiring');
  });

  it('has whole sentences for every combination, each of another kind', () => {
    for (const obstacle of [null, ...lookUpObstacles])
      for (const known of [null, knownSinceMs])
        for (const newForPersonAtMs of [[], [null], [fakeNowMs - 2000], [fakeNowMs, fakeNowMs + 1]])
          for (const count of [0, 1, 12])
            for (const fromMs of [null, fakeNowMs])
              for (const rowsThatCouldOwn of [0, 1, 2, 1200])
                for (const othersActive of [true, false])
                  for (const looksAtMs of [[], [fakeNowMs]]) {
                    const evidence: Evidence = {
                      looksAtMs,
                      knownSinceMs: known,
                      newForPersonAtMs,
                      newInTime: { count, fromMs, toMs: fromMs },
                      rowsThatCouldOwn,
                      othersActive,
                      obstacle,
                    };
                    const all = toEvidenceLines({ evidence, sentAtMs: fakeNowMs }, words);
                    expect(new Set(all.map(({ kind }) => kind)).size).toBe(all.length);
                    for (const { sentence } of all)
                      if (!/[^.]\.$/.test(sentence) || /null|undefined|NaN|Invalid|\b1 \w+s\b/.test(sentence))
                        expect.fail(`${JSON.stringify(evidence)}: ${sentence}`);
                  }
  });
});
