import { describe, expect, test } from 'vitest';
import { inviteAnswerSchema } from '../../../../electron/flowmingo/invite-request';
import { readInviteAnswer } from '../../../../electron/operations/invite-answer';
import type { RowToSend } from '../../../../electron/operations/operation';
import type { Person } from '../../../../shared/operations/field';
import type { InviteOrder } from '../../../../shared/operations/invite-target';

const none = {
  setId: null,
  setTitle: null,
  projectId: null,
  projectTitle: null,
  jobPostId: null,
  jobPostTitle: null,
};
const toSet: InviteOrder = { target: { ...none, setId: 'set-1' }, sendInvite: true, message: null };
const quiet: InviteOrder = { ...toSet, sendInvite: false };
const toBoth: InviteOrder = { ...toSet, target: { ...none, setId: 'set-1', projectId: 'project-1' } };
const toProject: InviteOrder = { ...toSet, target: { ...none, projectId: 'project-1' } };

const row = (ordinal: number, person: Partial<Person> = {}): RowToSend => ({
  ordinal,
  rowNumber: ordinal + 2,
  person: {
    email: `person${ordinal}@example.com`,
    firstname: null,
    lastname: null,
    cv_link: null,
    ats_candidate_id: null,
    ...person,
  },
  work: null,
  before: null,
});
const cvOnly = row(0, { email: null, cv_link: 'https://example.com/cv.pdf' });

/** What the answer, as the client would have read it, says about the rows. */
function read(rows: RowToSend[], order: InviteOrder, results: (Record<string, unknown> | null)[]) {
  return readInviteAnswer(rows, order, inviteAnswerSchema.parse({ results }));
}

const submission = { id: 'sub-1', status_text: 'not_started' };
const invitation = { id: 'inv-1', status_text: 'pending' };
const both = { submissions: [submission], submission, invitations: [invitation], invitation };

describe('one person', () => {
  test.each([
    ['invited', row(0), toSet, both, 'answered-done', null, 'Invited'],
    [
      'only the lists are there',
      row(0),
      toSet,
      { submissions: [submission], invitations: [invitation] },
      'answered-done',
      null,
      'Invited',
    ],
    [
      'empty error maps are no errors',
      row(0),
      toSet,
      {
        ...both,
        submission_error_messages: {},
        invitation_error_messages: { 'set-1': null },
        invitation_error_message: '',
      },
      'answered-done',
      null,
      'Invited',
    ],
    [
      'no email asked for',
      row(0),
      quiet,
      { submissions: [submission], submission },
      'answered-done',
      null,
      'Interview created, no email',
    ],
    [
      'a CV without an address',
      cvOnly,
      toSet,
      { record_id: 'rec-1', tal_candidate_id: null },
      'answered-done',
      null,
      'Queued: Flowmingo reads the CV first',
    ],
    [
      'project only',
      row(0),
      { ...toProject, sendInvite: false },
      { tal_candidate_id: 'cand-1' },
      'answered-done',
      null,
      'Added to the project',
    ],
    ['project only, with an invitation', row(0), toProject, { invitation }, 'answered-done', null, 'Invited'],
    [
      'in the project already, yet invited',
      row(0),
      toBoth,
      {
        ...both,
        application_error_messages: { 'project-1': 'Candidate has already applied to this project' },
      },
      'answered-done',
      null,
      'Invited; was in the project already',
    ],
    [
      'invited, not added',
      row(0),
      toBoth,
      { ...both, application_error_messages: { 'project-1': 'Job post is closed' } },
      'answered-done',
      'invite/not-in-project',
      'Invited, but not added to the project: Job post is closed',
    ],
    [
      'already in the project',
      row(0),
      toProject,
      {
        tal_candidate_id: 'cand-1',
        application_error_messages: { 'project-1': 'Candidate has already applied to this project' },
      },
      'answered-already-there',
      'already-there',
      'Flowmingo says: Candidate has already applied to this project',
    ],
    [
      'already invited',
      row(0),
      toSet,
      {
        invitation_error_messages: { 'set-1': 'Candidate was already invited.' },
        submission_error_messages: {},
      },
      'answered-already-there',
      'already-there',
      'Flowmingo says: Candidate was already invited',
    ],
    [
      'refused',
      row(0),
      toSet,
      { submission_error_messages: { 'set-1': 'CV could not be read' } },
      'answered-refused',
      'api/refused:CV could not be read',
      'Flowmingo says: CV could not be read',
    ],
    [
      'refused, by the legacy field',
      row(0),
      toSet,
      { submission_error_message: 'CV could not be read' },
      'answered-refused',
      'api/refused:CV could not be read',
      'Flowmingo says: CV could not be read',
    ],
    [
      'refused by everything, project only',
      row(0),
      toProject,
      { application_error_messages: { 'project-1': 'No' }, invitation_error_messages: { 'project-1': 'No' } },
      'answered-refused',
      'api/refused:No',
      'Flowmingo says: No',
    ],
    [
      '"already expired" is a refusal',
      row(0),
      toSet,
      { submission_error_messages: { 'set-1': 'The interview set has already expired' } },
      'answered-refused',
      'api/refused:The interview set has already expired',
      'Flowmingo says: The interview set has already expired',
    ],
    [
      'interview made, email failed',
      row(0),
      toSet,
      { submission, invitation_error_messages: { 'set-1': 'Mailbox is full' } },
      'answered-refused',
      'invite/partly-done',
      'The interview was created, but Flowmingo could not send the email: Mailbox is full',
    ],
    [
      'interview made, nothing said of the email',
      row(0),
      toSet,
      { submission },
      'answer-lost',
      'unknown/no-invitation',
      'Flowmingo created the interview, but its answer does not say that the email was sent',
    ],
    [
      'invited, yet something went wrong with it',
      row(0),
      toSet,
      { ...both, invitation_error_messages: { 'set-1': 'Mailbox is full' } },
      'answered-refused',
      'invite/partly-done',
      'There is an invitation, but Flowmingo says: Mailbox is full',
    ],
    [
      'the invitation of an earlier time',
      row(0),
      toSet,
      { ...both, invitation_error_message: 'Candidate was already invited' },
      'answered-already-there',
      'already-there',
      'Flowmingo says: Candidate was already invited',
    ],
    [
      'project only, and an entry that says nothing',
      row(0),
      toProject,
      { email_address: null },
      'answer-lost',
      'unknown/no-submission',
      'Flowmingo’s answer names neither an interview nor an error, so we cannot tell',
    ],
    [
      'neither interview nor error',
      row(0),
      toSet,
      { tal_candidate_id: 'cand-1' },
      'answer-lost',
      'unknown/no-submission',
      'Flowmingo’s answer names neither an interview nor an error, so we cannot tell',
    ],
  ] as const)('%s', (_, who, order, result, event, causeCode, sentence) => {
    expect(
      read([who], order, [{ email_address: who.person.email, ats_candidate_id: null, ...result }]),
    ).toEqual([expect.objectContaining({ ordinal: 0, event, causeCode, sentence })]);
  });

  test('keeps every id that the answer names', () => {
    const [result] = read([row(0)], toSet, [
      { email_address: 'person0@example.com', tal_candidate_id: 'cand-1', record_id: 'rec-1', ...both },
    ]);
    expect(result?.ids).toEqual({
      submissionId: 'sub-1',
      invitationId: 'inv-1',
      candidateId: 'cand-1',
      recordId: 'rec-1',
      applicationId: null,
    });
  });

  test('a message of a megabyte is read by its beginning, at once', () => {
    const startedAtMs = performance.now();
    const message = `No. ${'a'.repeat(1_000_000)}`;
    const [result] = read([row(0)], toSet, [{ submission_error_messages: { 'set-1': message } }]);
    expect(result?.sentence).toMatch(/^Flowmingo says: No\. a{100}/);
    expect(performance.now() - startedAtMs).toBeLessThan(1000);
  });

  test('one cause for one reason, whoever it is about', () => {
    const causes = ['Mailbox ada@example.com does not exist.', 'Mailbox  zoe@example.com does not exist'].map(
      (message) => read([row(0)], toSet, [{ submission_error_messages: { 'set-1': message } }])[0]?.causeCode,
    );
    expect(new Set(causes)).toEqual(new Set(['api/refused:Mailbox … does not exist']));
  });
});

describe('whose result is whose', () => {
  const made = (number: number, echo: Record<string, unknown>) => ({
    ...echo,
    submission: { id: `sub-${number}` },
    invitation: { id: `inv-${number}` },
  });
  const subsOf = (results: ReturnType<typeof read>) =>
    results.map(({ event, ids }) => (event === 'answered-done' ? ids.submissionId : event));

  test('by the address, in whatever order and case', () => {
    const answer = [
      made(1, { email_address: 'PERSON1@Example.com' }),
      made(0, { email_address: 'person0@example.com' }),
    ];
    expect(subsOf(read([row(0), row(1)], toSet, answer))).toEqual(['sub-0', 'sub-1']);
  });

  test('by the ATS id before the address', () => {
    const rows = [
      row(0, { ats_candidate_id: 'a-0', email: null, cv_link: 'https://example.com/0' }),
      row(1, { ats_candidate_id: 'a-1', email: null, cv_link: 'https://example.com/1' }),
    ];
    expect(
      subsOf(read(rows, toSet, [made(1, { ats_candidate_id: 'a-1' }), made(0, { ats_candidate_id: 'a-0' })])),
    ).toEqual(['sub-0', 'sub-1']);
  });

  test('composed and decomposed accents are one address', () => {
    const rows = [row(0, { email: 'zoë@example.com'.normalize('NFC') }), row(1)];
    expect(
      subsOf(
        read(rows, toSet, [
          made(1, { email_address: 'person1@example.com' }),
          made(0, { email_address: 'zoë@example.com'.normalize('NFD') }),
        ]),
      ),
    ).toEqual(['sub-0', 'sub-1']);
  });

  test('by the address of what was made, where the entry itself names none', () => {
    const of = (number: number) => ({
      submission: { id: `sub-${number}`, email: `person${number}@example.com` },
      invitation: { id: `inv-${number}` },
    });
    expect(subsOf(read([row(0), row(1)], toSet, [of(1), of(0)]))).toEqual(['sub-0', 'sub-1']);
    const { submission, invitation } = of(1);
    const bare = {
      submission: { id: submission.id },
      invitation: { ...invitation, email: submission.email },
    };
    expect(subsOf(read([row(0)], toSet, [bare]))).toEqual(['answer-lost']);
  });

  test('an entry that cannot be read costs only its own person', () => {
    const broken = made(1, { email_address: 'person1@example.com', submissions: [{ id: null }] });
    const others = [made(0, {}), made(2, {})] as const;
    const rows = [row(0), row(1), row(2)];
    for (const one of [broken, null])
      expect(subsOf(read(rows, toSet, [others[0], one, others[1]]))).toEqual([
        'sub-0',
        'answer-lost',
        'sub-2',
      ]);
  });

  test('by order where nothing is echoed', () => {
    expect(subsOf(read([row(0), row(1)], toSet, [made(0, {}), made(1, {})]))).toEqual(['sub-0', 'sub-1']);
  });

  test('two rows of one person: by order', () => {
    const twin = { email: 'twin@example.com' };
    expect(
      subsOf(
        read([row(0, twin), row(1, twin)], toSet, [
          made(0, { email_address: twin.email }),
          made(1, { email_address: twin.email }),
        ]),
      ),
    ).toEqual(['sub-0', 'sub-1']);
  });

  test('an echo of somebody else is nobody’s result', () => {
    expect(subsOf(read([row(0)], toSet, [made(9, { email_address: 'other@example.com' })]))).toEqual([
      'answer-lost',
    ]);
    const contradicting = made(9, { email_address: 'other@example.com', ats_candidate_id: 'a-0' });
    expect(subsOf(read([row(0, { ats_candidate_id: 'a-0' })], toSet, [contradicting]))).toEqual([
      'answer-lost',
    ]);
  });

  test('a silent entry is not placed by order where the echoes show another order', () => {
    const rows = [row(0), row(1), row(2, { email: null, cv_link: 'https://example.com/2' })];
    const answer = [
      made(1, { email_address: 'person1@example.com' }),
      made(0, { email_address: 'person0@example.com' }),
      made(2, {}),
    ];
    expect(subsOf(read(rows, toSet, answer))).toEqual(['sub-0', 'sub-1', 'answer-lost']);
  });

  test('too few or too many entries: only what is echoed counts', () => {
    expect(
      subsOf(read([row(0), row(1)], toSet, [made(1, { email_address: 'person1@example.com' })])),
    ).toEqual(['answer-lost', 'sub-1']);
    expect(subsOf(read([row(0), row(1)], toSet, [made(0, {})]))).toEqual(['answer-lost', 'answer-lost']);
    expect(subsOf(read([row(0)], toSet, []))).toEqual(['answer-lost']);
    expect(subsOf(read([row(0)], toSet, [made(0, {}), made(1, {})]))).toEqual(['answer-lost']);
    const doubled = [
      made(0, { email_address: 'person0@example.com' }),
      made(9, { email_address: 'person0@example.com' }),
    ];
    expect(subsOf(read([row(0)], toSet, doubled))).toEqual(['answer-lost']);
  });
});
