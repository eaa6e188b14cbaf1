import { describe, expect, test } from 'vitest';
import { inviteOperation, toInviteRequest } from '../../../../electron/operations/invite';
import type { Person } from '../../../../shared/operations/field';
import type { InviteOrder } from '../../../../shared/operations/invite-target';

const nobody: Person = {
  email: null,
  firstname: null,
  lastname: null,
  cv_link: null,
  ats_candidate_id: null,
};
const set = {
  setId: 'set-1',
  setTitle: 'Graduate',
  projectId: null,
  projectTitle: null,
  jobPostId: null,
  jobPostTitle: null,
};
const order: InviteOrder = { target: set, sendInvite: true, message: '<p>Dear {{candidate_name}}</p>' };

describe('the request', () => {
  test('leaves out what the sheet does not have, and never sends null', () => {
    const request = toInviteRequest(
      [{ person: { ...nobody, email: 'zoe@example.com', firstname: 'Zoë', lastname: '  ' }, rowNumber: 2 }],
      order,
    );
    expect(JSON.parse(JSON.stringify(request))).toEqual({
      com_interview_set_id: 'set-1',
      candidates: [{ email: 'zoe@example.com', firstname: 'Zoë' }],
      invitation_message: '<p>Dear {{candidate_name}}</p>',
      send_invite: true,
    });
  });

  test('says send_invite in either case, and sends the message only where mail is sent', () => {
    const person = { ...nobody, email: 'zoe@example.com' };
    expect(toInviteRequest([{ person, rowNumber: 2 }], { ...order, sendInvite: false })).toEqual({
      com_interview_set_id: 'set-1',
      candidates: [{ email: 'zoe@example.com' }],
      send_invite: false,
    });
    expect(toInviteRequest([{ person, rowNumber: 2 }], { ...order, message: null })).not.toHaveProperty(
      'invitation_message',
    );
  });

  test('names the project and its job post, with or without a set', () => {
    const target = { ...set, setId: null, projectId: 'project-1', jobPostId: 'post-1' };
    expect(
      toInviteRequest(
        [
          {
            person: { ...nobody, cv_link: 'https://example.com/cv.pdf', ats_candidate_id: '00417' },
            rowNumber: 2,
          },
        ],
        { ...order, target },
      ),
    ).toMatchObject({
      com_project_id: 'project-1',
      com_job_post_id: 'post-1',
      candidates: [{ cv_link: 'https://example.com/cv.pdf', ats_candidate_id: '00417' }],
    });
  });
});

describe('who may not be sent', () => {
  const { whyNotSendable } = inviteOperation.bind(order);
  test.each([
    [{ email: 'ada@example.com' }, null],
    [{ cv_link: 'https://example.com/cv.pdf' }, null],
    [{ firstname: 'Ada' }, 'it has neither an email nor a CV link'],
    [{ email: '   ' }, 'it has neither an email nor a CV link'],
    [{ email: 'ada@' }, 'its email is not a whole address'],
    [{ email: 'ada@example.com', cv_link: 'http://example.com/cv.pdf' }, 'its CV link is not an https link'],
    [
      { email: 'ada@example.com', firstname: 'Ada\r\nBcc: all@example.com' },
      'it holds a line break or an invisible character',
    ],
    [{ email: 'ada@example.com', firstname: 'A'.repeat(1001) }, 'its first name is too long'],
  ] as [Partial<Person>, string | null][])('%j: %s', (person, why) => {
    expect(whyNotSendable({ person: { ...nobody, ...person }, work: null })).toBe(why);
  });

  test('an order without a target or with a message of nine characters is no order', () => {
    expect(() => inviteOperation.bind({ ...order, target: { ...set, setId: null } })).toThrow();
    expect(() => inviteOperation.bind({ ...order, message: '123456789' })).toThrow();
  });
});
