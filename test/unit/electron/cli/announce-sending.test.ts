import { expect, test } from 'vitest';
import { announceSending } from '../../../../electron/cli/announce-sending';
import { makeIo } from './make-io';

const sending = {
  environment: 'production',
  workspaceName: 'Acme',
  targetTitle: 'Sales Assessment',
  sendInvite: true,
  message: '<p>Come in.</p>',
} as const;
const counts = { people: 5, withAddress: 3, firstRows: null };

function saidOf(
  ...[what, how]: [Parameters<typeof announceSending>[0], Parameters<typeof announceSending>[1]]
) {
  const io = makeIo();
  announceSending(what, how, io);
  return io.said.join('\n');
}

test('only people with an address are counted among those who get email', () => {
  expect(saidOf(sending, counts)).toBe(
    'PRODUCTION, Acme: inviting 5 to Sales Assessment; 3 people WILL get an email.',
  );
  expect(saidOf(sending, { ...counts, withAddress: null })).toContain(
    'whoever has an address WILL get an email',
  );
});

test('without a message of one’s own, email is sent all the same, and that is said', () => {
  expect(saidOf({ ...sending, message: null }, counts)).toMatch(
    /3 people WILL get an email\.\nMessage: None of yours: Flowmingo decides what the email says\.$/,
  );
  expect(saidOf({ ...sending, message: null, sendInvite: false }, counts)).toMatch(/nobody gets an email\.$/);
});

test('practice never claims that somebody gets email', () => {
  expect(saidOf({ ...sending, environment: 'practice' }, counts)).not.toContain('WILL');
});
