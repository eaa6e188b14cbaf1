import { describe, expect, test } from 'vitest';
import { nextRunState, type RunEvent, type RunState, runStates } from '../../../../shared/runs/run-state';

/** Every way that there is, as the design has it. Whatever is not here must throw. */
const ways: readonly [RunState, RunEvent, RunState][] = [
  ['planned', 'started', 'running'],
  ['planned', 'cancel-asked', 'cancelled'],
  ['running', 'pause-asked', 'pausing'],
  ['running', 'cancel-asked', 'cancelling'],
  ['running', 'all-rows-settled', 'finished'],
  ['running', 'found-at-start-up', 'interrupted'],
  ['pausing', 'in-flight-settled', 'paused'],
  ['pausing', 'cancel-asked', 'cancelling'],
  ['pausing', 'all-rows-settled', 'finished'],
  ['pausing', 'found-at-start-up', 'interrupted'],
  ['paused', 'resumed', 'running'],
  ['paused', 'cancel-asked', 'cancelling'],
  ['cancelling', 'in-flight-settled', 'cancelled'],
  ['cancelling', 'all-rows-settled', 'cancelled'],
  ['cancelling', 'found-at-start-up', 'interrupted'],
  ['interrupted', 'reconciled-to-paused', 'paused'],
  ['interrupted', 'reconciled-to-cancelled', 'cancelled'],
  ['interrupted', 'reconciled-to-finished', 'finished'],
];
const events = [...new Set(ways.map(([, event]) => event))];

describe('the states of a run', () => {
  test.each(ways)('%s, %s → %s', (from, event, to) => {
    expect(nextRunState(from, event)).toBe(to);
  });

  test('every other pair throws and names both', () => {
    for (const state of runStates) {
      for (const event of events) {
        if (ways.some(([from, by]) => from === state && by === event)) continue;
        expect(() => nextRunState(state, event)).toThrow(`A run that is "${state}" cannot take "${event}".`);
      }
    }
  });
});
