import { describe, expect, test } from 'vitest';
import type { EarlierInvite } from '../../../../shared/batches/earlier-invite';
import { EarlierInvites, questionsOf, toAlreadyInvited } from '../../../../shared/batches/earlier-invites';
import type { Person } from '../../../../shared/operations/field';
import { makeEarlierInvite } from '../../../helpers/make-earlier-invite';

const cv = 'https://cv.example.com/ana.pdf';
const nowMs = Date.UTC(2026, 10, 29, 12);
const sales = { setId: 'set-sales', projectId: null };
const person = (over: Partial<Person>): Person => ({
  email: null,
  firstname: null,
  lastname: null,
  cv_link: null,
  ats_candidate_id: null,
  ...over,
});

function problems(
  invites: readonly EarlierInvite[],
  over: Partial<Person>,
  target: Parameters<typeof toAlreadyInvited>[1] = sales,
) {
  const known = new EarlierInvites();
  known.add(invites);
  return toAlreadyInvited(known, target, nowMs)
    .problemsOf(2, person(over))
    .map(({ kind, field, message, run }) => ({ kind, field, message, run }));
}

test('says when and by which run, by day and date, and gives the run to open', () => {
  expect(problems([makeEarlierInvite()], { email: 'ANA@example.com' })).toEqual([
    {
      kind: 'already-invited',
      field: 'email',
      message: 'Invited to this set 9 days ago by run 12 (20 November 2026), so this row is left out.',
      run: { runId: 'run-12', runNumber: 12 },
    },
  ]);
});

test.each([
  [nowMs, 'Invited to this set today by run 12 (29 November 2026), so this row is left out.'],
  [
    nowMs - 86_400_000,
    'Invited to this set yesterday by run 12 (28 November 2026), so this row is left out.',
  ],
  [Date.UTC(2025, 2, 12, 12), 'Invited to this set by run 12 on 12 March 2025, so this row is left out.'],
])('at %i: %s', (atMs, message) => {
  expect(problems([makeEarlierInvite({ atMs })], { email: 'ana@example.com' })[0]?.message).toBe(message);
});

test('somebody who may have been invited is left out too, and is not called invited', () => {
  const [unknown] = problems([makeEarlierInvite({ outcome: 'unknown' })], { email: 'ana@example.com' });
  expect(unknown?.message).toMatch(/^Perhaps invited to this set 9 days ago by run 12/);
});

test('only invitations to the same set count, also through another project, and the newest is told', () => {
  const invites = [
    makeEarlierInvite({ runNumber: 1, atMs: 1000 }),
    makeEarlierInvite({ ordinal: 1, runNumber: 3, projectId: 'p-9' }),
    makeEarlierInvite({ ordinal: 2, runNumber: 4, setId: 'set-other', atMs: nowMs }),
  ];
  expect(problems(invites, { email: 'ana@example.com' })[0]?.run?.runNumber).toBe(3);
  expect(problems(invites, { email: 'ana@example.com' }, { setId: 'set-new', projectId: null })).toEqual([]);
  expect(problems(invites, { email: 'ana@example.com' }, null)).toEqual([]);
});

test('without a set, the same project counts, and an invitation to a set of that project does not', () => {
  const project = { setId: null, projectId: 'p-1' };
  expect(
    problems(
      [makeEarlierInvite({ setId: 'set-1', projectId: 'p-1' })],
      { email: 'ana@example.com' },
      project,
    ),
  ).toEqual([]);
  expect(
    problems([makeEarlierInvite({ setId: null, projectId: 'p-1' })], { email: 'ana@example.com' }, project)[0]
      ?.message,
  ).toMatch(/^Invited to this project/);
});

describe('who is one and the same', () => {
  const found = (invite: Partial<EarlierInvite>, over: Partial<Person>) =>
    problems([makeEarlierInvite(invite)], over).map(({ kind, field }) => `${kind} ${field}`);

  test('a +tag is somebody else', () => {
    expect(found({}, { email: 'ana+work@example.com' })).toEqual([]);
  });

  test('a CV link, where one of the two has no address', () => {
    expect(found({ email: null, cvLink: cv }, { cv_link: cv })).toEqual(['already-invited cv_link']);
    expect(found({ email: null, cvLink: cv }, { email: 'ana@example.com', cv_link: cv })).toEqual([
      'already-invited email',
    ]);
    expect(found({ cvLink: cv }, { cv_link: cv })).toEqual(['already-invited cv_link']);
    expect(found({ cvLink: cv }, { email: 'bo@example.com', cv_link: cv })).toEqual([]);
  });

  test('an ID, where one of the two has no address', () => {
    expect(found({ atsId: '000543' }, { cv_link: cv, ats_candidate_id: '000543' })).toEqual([
      'already-invited ats_candidate_id',
    ]);
    expect(
      found(
        { atsId: '000543', email: null, cvLink: cv },
        { email: 'ana@example.com', ats_candidate_id: '000543' },
      ),
    ).toEqual(['already-invited ats_candidate_id']);
    expect(found({ atsId: '543' }, { cv_link: cv, ats_candidate_id: '000543' })).toEqual([]);
  });

  test('an ID that is no ID says nothing', () => {
    for (const id of ['N/A', '000', '1.2E+15', '#N/A'])
      expect(found({ atsId: id }, { cv_link: cv, ats_candidate_id: id })).toEqual([]);
  });
});

test('an ID that went to another address is a warning with the name, whatever the target, and leaves nobody out', () => {
  const invites = [makeEarlierInvite({ atsId: '000543' })];
  for (const target of [sales, null])
    expect(problems(invites, { email: 'bo@example.com', ats_candidate_id: '000543' }, target)).toEqual([
      {
        kind: 'id-of-another',
        field: 'ats_candidate_id',
        message:
          'ID 000543 was Ana Silva’s, ana@example.com, in run 12, 20 November 2026. Compare it with the source.',
        run: { runId: 'run-12', runNumber: 12 },
      },
    ]);
  expect(
    problems(invites, { email: 'ANA@example.com', ats_candidate_id: '000543' }).map(({ kind }) => kind),
  ).toEqual(['already-invited']);
});

test('once the ID was sent with the new address, nothing is said any more', () => {
  const invites = [
    makeEarlierInvite({ atsId: '7' }),
    makeEarlierInvite({ atsId: '7', email: 'bo@example.com', ordinal: 1, atMs: nowMs }),
  ];
  expect(problems(invites, { email: 'bo@example.com', ats_candidate_id: '7' }, null)).toEqual([]);
});

test('asks for people by address and ID, by the CV link as a key too, and for a lone CV link wherever it was', () => {
  expect(questionsOf(person({ email: 'Ana@example.com', cv_link: cv, ats_candidate_id: '7' }))).toEqual({
    personKeys: ['ana@example.com', `cv ${cv}`],
    cvLinks: [],
    atsIds: ['7'],
  });
  expect(questionsOf(person({ cv_link: cv, ats_candidate_id: 'n/a' }))).toEqual({
    personKeys: [`cv ${cv}`],
    cvLinks: [cv],
    atsIds: [],
  });
  expect(questionsOf(person({}))).toEqual({ personKeys: [], cvLinks: [], atsIds: [] });
});
