import { describe, expect, test } from 'vitest';
import {
  nextRowState,
  outcomeOf,
  outcomes,
  type RowEvent,
  type RowState,
  rowStates,
} from '../../../../shared/runs/row-state';

const ways: readonly [RowState, RowEvent, RowState][] = [
  ['pending', 'intent-written', 'sending'],
  ['pending', 'left-out', 'skipped'],
  ['sending', 'answered-done', 'done'],
  ['sending', 'answered-already-there', 'already-there'],
  ['sending', 'answered-refused', 'refused'],
  ['sending', 'certainly-not-processed', 'retry-wait'],
  ['sending', 'answer-lost', 'unknown'],
  ['retry-wait', 'intent-written', 'sending'],
  ['retry-wait', 'left-out', 'skipped'],
  ['unknown', 'found-done', 'done'],
  ['unknown', 'found-already-there', 'already-there'],
  ['unknown', 'found-not-processed', 'retry-wait'],
  ['unknown', 'person-says-send-again', 'retry-wait'],
];
const events = [...new Set(ways.map(([, event]) => event))];

describe('the states of a row', () => {
  test.each(ways)('%s, %s → %s', (from, event, to) => {
    expect(nextRowState(from, event)).toBe(to);
  });

  test('every other pair throws and names both', () => {
    for (const state of rowStates) {
      for (const event of events) {
        if (ways.some(([from, by]) => from === state && by === event)) continue;
        expect(() => nextRowState(state, event)).toThrow(`A row that is "${state}" cannot take "${event}".`);
      }
    }
  });

  test('no way leads from unknown to sending without a look-up or a person in between', () => {
    const openers: RowEvent[] = ['found-not-processed', 'person-says-send-again'];
    const reachable = new Set<RowState>(['unknown']);
    for (const from of reachable) {
      for (const [state, event, to] of ways)
        if (state === from && !openers.includes(event)) reachable.add(to);
    }
    expect(reachable.has('sending')).toBe(false);
  });

  test('every state counts as exactly one outcome', () => {
    expect(Object.keys(outcomeOf).sort()).toEqual([...rowStates].sort());
    for (const state of rowStates) expect(outcomes).toContain(outcomeOf[state]);
  });
});
