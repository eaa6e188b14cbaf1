import { describe, expect, it } from 'vitest';
import { inviteAnswerSchema } from '../../../../electron/flowmingo/invite-request';

describe('the invite answer', () => {
  it('takes ids and echoes that come as numbers', () => {
    const answer = inviteAnswerSchema.parse({
      results: [{ ats_candidate_id: 417, tal_candidate_id: 'c', submission: { id: 9, status_text: 'x' } }],
    });
    expect(answer.results[0]).toMatchObject({
      ats_candidate_id: '417',
      submission: { id: '9', status_text: 'x' },
    });
  });

  it('keeps what it does not know, and stands error maps of any form', () => {
    const odd = {
      results: [{ submission_error_messages: ['x'], invitation_error_message: { a: 1 }, extra: 1 }],
      more: 2,
    };
    expect(inviteAnswerSchema.parse(odd)).toMatchObject(odd);
  });

  it('keeps the others where one entry cannot be read', () => {
    const entries = [{ submission: { id: 's-1' } }, { submission: { id: null } }, null, 7];
    expect(inviteAnswerSchema.parse({ results: entries }).results).toEqual([entries[0], null, null, null]);
  });

  it.each([{}, { results: null }, { results: [null] }, [], 'x', null])(
    'is nothing but results: %j',
    (body) => {
      expect(inviteAnswerSchema.safeParse(body).success).toBe(false);
    },
  );
});
