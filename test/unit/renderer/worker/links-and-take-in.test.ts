// @vitest-environment node
import { expect, test } from 'vitest';
import type { LinkOutcome } from '../../../../shared/operations/link-outcome';
import { makeEarlierInvite } from '../../../helpers/make-earlier-invite';
import { makeTextSession, rowNumbersOf } from './make-session';

const answers: LinkOutcome = { kind: 'answers', mediaType: null, sizeBytes: null };
const gone: LinkOutcome = { kind: 'no-answer', why: 'status', status: 404 };
const later: LinkOutcome = { kind: 'not-checked', why: 'busy' };
const [a, b, c] = ['a', 'b', 'c'].map((name) => `https://cv.example.com/${name}`) as [string, string, string];

test('each link is looked at once, in parts; one passed over waits for the next check, and people left out are not looked at', async () => {
  const session = await makeTextSession(
    'email,cv',
    `ada@example.com,${a}`,
    `bo@example.com,${b}`,
    `cy@example.com,${a}`,
    `di@example.com,${c}`,
    'ed@example.com,http://cv.example.com/d',
    'fy@example.com,https://cv.example.com/left-out',
  );
  session.check();
  session.leaveOut([7]);
  expect(session.beginLinkCheck(false)).toEqual({ toCheck: 3, checked: 0, problems: 0 });
  expect(session.linksToCheck(2)).toEqual([a, b]);
  session.addCheckedLinks([
    { link: a, outcome: gone },
    { link: b, outcome: later },
  ]);
  expect(session.linksToCheck(2)).toEqual([c]);
  session.addCheckedLinks([{ link: c, outcome: answers }]);
  expect(session.linksToCheck(2)).toEqual([]);
  expect(session.linkCounts()).toEqual({ toCheck: 1, checked: 2, problems: 1 });
  expect(session.check().worthALookGroups).toEqual([
    expect.objectContaining({ problem: 'cv-link-no-answer', count: 2 }),
  ]);
  session.find({ kind: 'all' }, '');
  expect(session.viewRows(0, 1)[0]?.inShort).toBe('CV link does not answer (404)');

  expect(session.beginLinkCheck(false)).toMatchObject({ toCheck: 1 });
  expect(session.linksToCheck(9)).toEqual([b]);
  expect(session.beginLinkCheck(true)).toMatchObject({ toCheck: 2, problems: 0 });
  expect(session.linksToCheck(9)).toEqual([a, b]);
});

test('a link that is changed has not been looked at', async () => {
  const session = await makeTextSession('email,cv', `ada@example.com,${a}`);
  session.check();
  session.addCheckedLinks([{ link: a, outcome: gone }]);
  expect(session.check()).toMatchObject({ worthALook: 1 });
  expect(session.edit([{ rowNumber: 2, field: 'cv_link', value: b }], 'Changed')).toMatchObject({
    worthALook: 0,
  });
  expect(session.linkCounts()).toEqual({ toCheck: 1, checked: 0, problems: 0 });
});

test('everybody invited before is taken in at once, and back with one undo; the run can be opened', async () => {
  const session = await makeTextSession(
    'email,Candidate ID',
    'ada@example.com,C-1',
    'bo@example.com,C-2',
    'cy@example.com,C-3',
    'ada@example.com,C-4',
  );
  session.check();
  const question = session.historyQuestion(2000);
  if (question === null) throw new Error('nothing to ask');
  session.addEarlierInvites(question, [
    makeEarlierInvite({ email: 'ada@example.com' }),
    makeEarlierInvite({ email: 'bo@example.com', ordinal: 1 }),
    makeEarlierInvite({ email: 'zoe@example.com', personName: 'Zoë Park', atsId: 'C-3', ordinal: 2 }),
  ]);
  expect(session.chooseTarget({ setId: 'set-sales', projectId: null })).toMatchObject({
    leftOut: 3,
    willBeSent: 1,
    worthALook: 1,
  });
  expect(
    rowNumbersOf(session, { kind: 'problem', status: 'worth-a-look', problem: 'id-of-another' }, ''),
  ).toEqual([4]);
  session.find({ kind: 'left-out', why: 'already-invited' }, '');
  expect(session.viewRows(0, 1)[0]?.problems[0]).toMatchObject({
    kind: 'already-invited',
    run: { runId: 'run-12', runNumber: 12 },
  });
  const before = session.check().leftOutGroups;
  const taken = session.takeInAll('already-invited');
  expect(taken.leftOutGroups.find(({ why }) => why === 'already-invited')).toBeUndefined();
  expect(taken.undoes).toMatch(/^Took in \d rows$/);
  expect(session.undo().summary.leftOutGroups).toEqual(before);
});
