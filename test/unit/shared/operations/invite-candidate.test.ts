import { describe, expect, it } from 'vitest';
import { inviteCandidateSchema, toInviteCandidate } from '../../../../shared/operations/invite-candidate';

describe('toInviteCandidate', () => {
  it('leaves out what is not there', () => {
    expect(
      toInviteCandidate({
        email: 'anna@example.com',
        firstname: null,
        lastname: 'Rossi',
        cv_link: null,
        ats_candidate_id: '000417',
      }),
    ).toEqual({ email: 'anna@example.com', lastname: 'Rossi', ats_candidate_id: '000417' });
  });

  it('refuses a person that Flowmingo can do nothing with', () => {
    const nobody = { email: null, firstname: 'Anna', lastname: null, cv_link: null, ats_candidate_id: null };
    expect(() => toInviteCandidate(nobody)).toThrow('email or a CV link');
    expect(() => toInviteCandidate({ ...nobody, email: 'anna@example' })).toThrow('whole address');
    expect(() => toInviteCandidate({ ...nobody, cv_link: 'http://cv.example.com/1' })).toThrow();
  });
});

describe('inviteCandidateSchema', () => {
  it('takes no field that the guide does not name, no null and no empty text', () => {
    for (const extra of [{ phone: '1' }, { firstname: null }, { firstname: '' }])
      expect(inviteCandidateSchema.safeParse({ email: 'a@example.com', ...extra }).success).toBe(false);
  });
});
