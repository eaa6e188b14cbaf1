import { describe, expect, it } from 'vitest';
import {
  canDecide,
  toAgainMoment,
  toAgainWarning,
  toCopiedSentence,
  toDecideLabel,
  toLeadSentences,
  toLookedSentence,
  toNames,
} from '../../../../renderer/screens/unsure/decision-words';
import { runStates } from '../../../../shared/runs/run-state';
import { makeRun } from '../../../helpers/fake-runs';
import { makeUnsurePerson, unsurePeople } from '../../../helpers/fake-unsure';

describe('decisions in words', () => {
  it('says on the button what it does, with numbers', () => {
    expect(toDecideLabel(3, 0)).toBe('Leave all 3 alone');
    expect(toDecideLabel(1, 0)).toBe('Leave 1 alone');
    expect(toDecideLabel(3, 1)).toBe('Leave 2 alone, send 1 again');
    expect(toDecideLabel(3, 3)).toBe('Send all 3 again');
    expect(toDecideLabel(1, 1)).toBe('Send 1 again');
    expect(toDecideLabel(1200, 0)).toBe('Leave all 1,200 alone');
  });

  it('names the first and counts the others', () => {
    expect(toNames([makeUnsurePerson()])).toBe('Élodie Girard');
    expect(toNames(unsurePeople)).toBe('Élodie Girard and 2 more');
  });

  it('warns of what can really happen', () => {
    expect(toAgainWarning(makeRun())).toBe('They may get two emails');
    expect(toAgainWarning(makeRun({ environment: 'practice' }))).toContain('made-up');
    expect(toAgainWarning(makeRun({ sendInvite: false }))).not.toContain('email');
    expect(toLeadSentences(makeRun({ sendInvite: false }), 2)).not.toContain('email');
  });

  it('says when they are sent to: by a new run, or when the paused one goes on', () => {
    expect(toAgainMoment(makeRun(), 2)).toBe('A new run begins with 2 people, in Nordwind Talent.');
    expect(toAgainMoment(makeRun({ state: 'paused' }), 1)).toBe(
      'The run is paused: 1 person goes out when you go on with it.',
    );
  });

  it('says how often we have looked, and what a new look has brought', () => {
    expect(toLeadSentences(makeRun(), 0)).not.toContain('We looked');
    expect(toLeadSentences(makeRun(), 2)).toContain('We looked twice');
    expect(toLookedSentence(3, 3, null)).toBe('Looked again: nothing new. Still not sure about 3 people.');
    expect(toLookedSentence(3, 1, 'no-answer')).toBe(
      'Looked again: 2 of 3 found out. Still not sure about 1 person.',
    );
    expect(toLookedSentence(3, 0, null)).toBe('Looked again: everybody is accounted for.');
    // A look that could not be taken has not found "nothing new".
    expect(toLookedSentence(3, 3, 'no-answer')).toContain('could not be asked');
    expect(toLookedSentence(3, 3, 'no-scope')).toContain('may not read');
    expect(toCopiedSentence(3, 3)).toBe('Copied 3 addresses.');
    expect(toCopiedSentence(1, 3)).toBe('Copied 1 address. 2 have none.');
  });

  it('lets nobody decide while the run may still find out by itself', () => {
    expect(runStates.filter((state) => canDecide({ state }))).toEqual(['paused', 'cancelled', 'finished']);
  });
});
