import { describe, expect, it } from 'vitest';
import {
  checkedSentence,
  durationSentence,
  fallbackSentence,
  firstRowsSentence,
  headline,
  holdSentence,
  messageExcerpt,
  noWayBack,
  sendLabel,
  skippedSentence,
  startLabel,
} from '../../../../renderer/screens/last-look/last-look-words';
import {
  consequenceSentence,
  isTargetGone,
  whatIsOpen,
} from '../../../../renderer/screens/target/target-words';
import type { CheckSummary } from '../../../../renderer/worker/session-types';
import type { WorkspaceView } from '../../../../shared/workspaces/workspace-view';

const check = {
  revision: 1,
  total: 318,
  willBeSent: 301,
  leftOut: 17,
  withoutEmail: 0,
  leftOutGroups: [
    { why: 'already-invited', title: '', count: 7 },
    { why: 'duplicate-in-file', title: '', count: 4 },
    { why: 'left-out-by-you', title: '', count: 6 },
  ],
} as unknown as CheckSummary;
const target = {
  setId: 's',
  setTitle: 'Set',
  projectId: null,
  projectTitle: null,
  jobPostId: null,
  jobPostTitle: null,
};
const order = { target, sendInvite: true, message: '<p>Hello</p>' };
const production = { name: 'Nordwind Talent', environment: 'production' } as WorkspaceView;
const practice = { name: 'Practice workspace', environment: 'practice' } as WorkspaceView;

describe('the last look says what will happen', () => {
  it('names the people, the email and the workspace', () => {
    expect(headline(order, check, production)).toBe('301 people will get an email from Nordwind Talent.');
    expect(headline({ ...order, sendInvite: false }, check, production)).toBe(
      '301 interviews will be created.',
    );
    expect(headline(order, check, practice)).toBe('301 people will get a made-up email.');
    expect(headline(order, { ...check, willBeSent: 1 }, production)).toBe(
      '1 person will get an email from Nordwind Talent.',
    );
  });

  it('does not count people without an address among those who get email', () => {
    const some = { ...check, withoutEmail: 3 };
    expect(headline(order, some, production)).toBe('298 people will get an email from Nordwind Talent.');
    expect(sendLabel(order, some)).toBe('Send 298 invitations and 3 CVs');
    expect(consequenceSentence(order, some)).toBe('298 people will get an email. Nothing has been sent yet.');
  });

  it('says on the button what it does', () => {
    expect(sendLabel(order, check)).toBe('Send 301 invitations');
    expect(sendLabel({ ...order, sendInvite: false }, { ...check, willBeSent: 1 })).toBe(
      'Create 1 interview',
    );
  });

  it('says what the start does, and when the first request leaves', () => {
    expect(startLabel(order, 3)).toBe('Send 3, then ask me');
    expect(startLabel({ ...order, sendInvite: false }, 3)).toBe('Create 3, then ask me');
    expect(firstRowsSentence([5, 6, 19], 298)).toBe(
      'Sends to rows 5, 6 and 19, shows what came back, and asks you before the other 298.',
    );
    expect(firstRowsSentence([], 1)).toBe(
      'Sends to the first 3 rows, shows what came back, and asks you before the last one.',
    );
    expect(holdSentence(30)).toContain('30 seconds after you press the button');
    expect(durationSentence(301, { concurrency: 1, peoplePerRequest: 1 })).toBe(
      'About 3 minutes, 1 at a time.',
    );
    expect(durationSentence(301, { concurrency: 4, peoplePerRequest: 20 })).toBe(
      'A few seconds, 4 at a time, 20 a request.',
    );
  });

  it('names what was checked again, and nothing else', () => {
    expect(checkedSentence(target, 0)).toMatch(/^Key and set, at /);
    expect(checkedSentence({ ...target, setId: null, projectId: 'p' }, 0)).toMatch(/^Key and project, at /);
    expect(checkedSentence({ ...target, projectId: 'p' }, 0)).toMatch(/^Key, set and project, at /);
  });

  it('counts the skipped by their reasons', () => {
    expect(skippedSentence(check)).toBe('17 rows: 7 already invited, 4 twice in the file, 6 left out by you');
    expect(skippedSentence({ ...check, leftOut: 0 })).toBe('None');
  });

  it('never says that nobody gets email where somebody does', () => {
    expect(noWayBack(order, production)).not.toMatch(/nobody gets email/i);
    expect(noWayBack(order, practice)).toMatch(/nobody gets email/i);
  });

  it('says what people without a first name read', () => {
    const some = { ...check, withoutFirstName: 4 };
    const greeting = { ...order, message: '<p>Dear {{candidate_name}}</p>' };
    const forRows = [{ rowNumber: 5, words: 'you' }];
    expect(fallbackSentence({ ...greeting, nameFallback: { words: 'there', forRows: [] } }, some)).toBe(
      '4 people read “there” in place of it',
    );
    expect(fallbackSentence({ ...greeting, nameFallback: { words: null, forRows } }, some)).toBe(
      '3 people: Flowmingo decides what stands there; 1 person has words of their own',
    );
    expect(fallbackSentence(greeting, some)).toBe('4 people: Flowmingo decides what stands there');
    expect(fallbackSentence(greeting, { ...check, withoutFirstName: 0 })).toBeNull();
    expect(fallbackSentence({ ...greeting, message: '<p>Hello</p>' }, some)).toBeNull();
    expect(fallbackSentence({ ...greeting, sendInvite: false }, some)).toBeNull();
  });

  it('shows the first words of the message, with its placeholders named', () => {
    expect(messageExcerpt('<p>Dear {{candidate_name}},</p><p>come</p>')).toBe(
      '“Dear [Candidate name], come”',
    );
    expect(messageExcerpt('<p>R &amp; D</p>')).toBe('“R & D”');
    expect(messageExcerpt(`<p>${'word '.repeat(40)}</p>`)).toMatch(/…”$/);
  });
});

describe('the target step is done when everything has been said', () => {
  const nothing = { ...target, setId: null, setTitle: null };
  it.each([
    [{ ...order, target: nothing }, false, /interview set or a project/],
    [{ ...order, sendInvite: null }, false, /send email/],
    [order, true, /message/],
  ])('case %#', (draft, messageStops, expected) => {
    expect(whatIsOpen(draft, messageStops)).toMatch(expected);
  });

  it('asks for no message where nobody gets one', () => {
    expect(whatIsOpen({ ...order, sendInvite: false }, true)).toBeNull();
    expect(whatIsOpen(order, false)).toBeNull();
    expect(whatIsOpen({ ...order, target: { ...nothing, projectId: 'p' } }, false)).toBeNull();
  });

  it('drops a target that the lists no longer hold', () => {
    const lists = {
      interviewSets: [{ id: 's', title: 'Set' }],
      projects: [],
      jobPosts: [],
      readAtMs: 0,
      isFresh: true,
    };
    expect(isTargetGone(target, lists)).toBe(false);
    expect(isTargetGone({ ...target, setId: 'other' }, lists)).toBe(true);
    expect(isTargetGone({ ...target, projectId: 'p' }, lists)).toBe(true);
  });
});
