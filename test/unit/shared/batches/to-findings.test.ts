import { describe, expect, test } from 'vitest';
import { toFindings, type WorldFacts } from '../../../../shared/batches/to-findings';
import { AppError } from '../../../../shared/errors/app-error';

const nowMs = Date.UTC(2026, 10, 30, 12);
const facts = (changes: Partial<WorldFacts> = {}): WorldFacts => ({
  sendable: 301,
  targetTitle: 'Graduate Assessment',
  hasWorkspace: true,
  failure: null,
  meanwhile: null,
  fileRun: null,
  links: null,
  notices: [],
  readyAtMs: nowMs - 3_600_000,
  nowMs,
  ...changes,
});
const said = (changes: Partial<WorldFacts>) =>
  toFindings(facts(changes)).map(({ weight, kind, sentence }) => `${weight} ${kind}: ${sentence}`);

describe('what is said before a batch starts', () => {
  test('nothing where nothing has changed', () => {
    expect(said({})).toEqual([]);
  });

  test('people invited meanwhile: how many, by which run, and how many go', () => {
    const meanwhile = { count: 4, runId: 'run-12', runNumber: 12, atMs: nowMs - 60_000 };
    expect(said({ meanwhile })).toEqual([
      'asks invited-meanwhile: 4 people were invited to this meanwhile by run 12 today. They are left out, and 297 go.',
    ]);
    expect(said({ meanwhile: { ...meanwhile, count: 1, atMs: nowMs - 9 * 86_400_000 } })).toEqual([
      'asks invited-meanwhile: 1 person was invited to this before by run 12 9 days ago. This person is left out, and 300 go.',
    ]);
  });

  test('everybody invited meanwhile: nobody is left, and no click helps', () => {
    const meanwhile = { count: 301, runId: 'run-12', runNumber: 12, atMs: nowMs };
    expect(said({ meanwhile })[0]).toMatch(
      /^stops nobody-left: Everybody in it was invited to this meanwhile/,
    );
  });

  test.each([
    ['api/not-found', 'stops target-gone: Flowmingo no longer has “First talk”.'],
    ['api/scope-missing', 'stops scope: This key may not do that'],
    ['key/not-accepted', 'stops key: Flowmingo does not accept this key.'],
    ['workspace/not-found', 'stops no-workspace: This workspace is not here any more.'],
    ['api/no-network', 'waits cannot-ask: Flowmingo cannot be reached.'],
    ['api/server-error', 'waits cannot-ask: Flowmingo has a problem of its own'],
  ] as const)('%s', (code, expected) => {
    const [first] = said({ failure: new AppError(code, { message: 'First talk' }) });
    expect(first).toContain(expected);
  });

  test('CV links that do not answer ask for a click; what could not be looked at is told, and asks for none', () => {
    const links = { total: 280, looked: 280, silent: 3, firstRow: 14, reasons: [] };
    expect(said({ links })).toEqual([
      'asks links: 3 of 280 CV links did not answer as a file does, the first in row 14. These people go all the same, with the link as it is.',
    ]);
    expect(said({ links: { ...links, silent: 0, firstRow: null } })).toEqual([]);
    const part = {
      total: 1240,
      looked: 190,
      silent: 0,
      firstRow: null,
      reasons: ['no-time', 'no-time', 'busy'] as const,
    };
    expect(said({ links: part })).toEqual([
      'tells links-not-checked: 1,050 of 1,240 CV links were not looked at: a look takes the first 200; their sites took too long; their sites asked us to wait. That holds nobody back.',
    ]);
  });

  test('an open target stops; the weightiest comes first', () => {
    const notices = [{ kind: 'no-look-ups', sentence: 'This key may not read.' } as const];
    const meanwhile = { count: 4, runId: 'run-12', runNumber: 12, atMs: nowMs };
    const weights = toFindings(facts({ notices, meanwhile, targetTitle: null })).map(({ weight }) => weight);
    expect(weights).toEqual(['stops', 'asks', 'tells']);
  });

  test('another count is another mark, so that it is asked about again', () => {
    const meanwhile = { count: 4, runId: 'run-12', runNumber: 12, atMs: nowMs };
    const [four] = toFindings(facts({ meanwhile }));
    const [five] = toFindings(facts({ meanwhile: { ...meanwhile, count: 5 } }));
    expect(four?.mark).not.toBe(five?.mark);
  });
});
