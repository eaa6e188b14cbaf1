import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../../shared/batches/finding';
import { decideBatch, nextStep, type QueueFacts } from '../../../../shared/batches/queue-decision';

const finding = (weight: Finding['weight'], mark: string = weight): Finding => ({
  kind: 'invited-meanwhile',
  weight,
  mark,
  sentence: '4 people were invited meanwhile.',
  runId: null,
});
const decide = (findings: readonly Finding[], ...accepted: string[]) =>
  decideBatch(findings, new Set(accepted)).kind;

describe('whether a batch may go', () => {
  test('it goes where nothing has changed, or only what is good to know', () => {
    expect(decide([])).toBe('go');
    expect(decide([finding('tells')])).toBe('go');
  });

  test('what has changed needs a look, and goes once exactly that was accepted', () => {
    const four = finding('asks', 'invited-meanwhile 4 run-12');
    expect(decide([four])).toBe('needs-look');
    expect(decide([four], four.mark)).toBe('go');
    expect(decide([finding('asks', 'invited-meanwhile 5 run-13')], four.mark)).toBe('needs-look');
  });

  test('what stops it stops it, whatever was accepted', () => {
    expect(decide([finding('stops')], 'stops')).toBe('needs-look');
  });

  test('where Flowmingo cannot be asked it waits, unless it could not go anyhow', () => {
    expect(decide([finding('waits')], 'waits')).toBe('wait');
    expect(decide([finding('waits'), finding('stops')])).toBe('needs-look');
  });
});

const batch = (batchId: string, changes: Partial<QueueFacts['batches'][number]> = {}) => ({
  batchId,
  isOrdered: false,
  startsItself: false,
  findings: [],
  ...changes,
});
const facts = (changes: Partial<QueueFacts>): QueueFacts => ({
  openRun: null,
  batches: [batch('a', { isOrdered: true }), batch('b', { isOrdered: true })],
  isGoing: true,
  mayStartThemselves: false,
  ...changes,
});

describe('what comes next', () => {
  test('the first ordered batch, in the order of the queue', () => {
    expect(nextStep(facts({}))).toEqual({ kind: 'look-at', batchId: 'a', isOrdered: true });
  });

  test.each([
    ['running', 'sending'],
    ['pausing', 'sending'],
    ['planned', 'sending'],
    ['cancelling', 'sending'],
    ['paused', 'held'],
    ['interrupted', 'held'],
  ] as const)('nothing else while a run of the queue is %s', (state, kind) => {
    const openRun = { runId: 'run-1', state };
    expect(nextStep(facts({ openRun, mayStartThemselves: true }))).toEqual({ kind, runId: 'run-1' });
  });

  test('ordered batches do not go when nobody has told the queue to since the start of the app', () => {
    expect(nextStep(facts({ isGoing: false }))).toEqual({ kind: 'nothing' });
  });

  test('one that starts by itself goes only when that was confirmed, Flowmingo may be there, and nothing is to be looked at', () => {
    const batches = [
      batch('plain'),
      batch('changed', { startsItself: true, findings: [finding('asks')] }),
      batch('free', { startsItself: true }),
    ];
    const alone = { isGoing: false, batches };
    expect(nextStep(facts(alone))).toEqual({ kind: 'nothing' });
    expect(nextStep(facts({ ...alone, mayStartThemselves: true }))).toEqual({
      kind: 'look-at',
      batchId: 'free',
      isOrdered: false,
    });
  });
});
