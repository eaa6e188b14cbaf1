import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isRefusedByFault } from '../../electron/practice/fault-plan';
import { type PracticeServer, startPracticeServer } from '../../electron/practice/practice-server';
import {
  type Json,
  makePracticeClient,
  type PracticeClient,
  paths,
  readAll,
  UNKNOWN_ID,
} from './practice-client';

let server: PracticeServer;
let client: PracticeClient;
let setId: string;
let projectId: string;
let postlessProjectId: string;

beforeEach(async () => {
  server = await startPracticeServer({ candidates: 10 });
  client = makePracticeClient(server.url, server.keys.full);
  setId = (await client.get(paths.interviewSets)).body.data[0].id;
  const projects = await readAll(client, paths.projects);
  projectId = projects[0].id;
  postlessProjectId = projects.at(-1).id;
});

afterEach(async () => {
  client.close();
  await server.close();
});

const alex = { firstname: 'Alex', lastname: 'Doe', email: 'alex@example.com', ats_candidate_id: 'ats-1001' };

async function invite(body: object): Promise<Json> {
  const { status, body: answer } = await client.post(paths.invite, body);
  expect(status).toBe(201);
  expect(Object.keys(answer)).toEqual(['results']);
  return answer.results;
}

describe('errors of single candidates', () => {
  it.each([
    [
      'a set',
      () => ({ com_interview_set_id: setId }),
      ['submission_error_messages', 'invitation_error_messages'],
    ],
    [
      'a project',
      () => ({ com_project_id: projectId }),
      ['application_error_messages', 'invitation_error_messages'],
    ],
    [
      'both',
      () => ({ com_interview_set_id: setId, com_project_id: projectId }),
      ['submission_error_messages', 'application_error_messages', 'invitation_error_messages'],
    ],
  ])(
    'neither address nor CV, invited to %s: maps keyed by target; the others succeed',
    async (_name, toTarget, maps) => {
      const results = await invite({
        ...toTarget(),
        candidates: [{ firstname: 'Nobody', ats_candidate_id: 'x' }, alex],
        send_invite: true,
      });
      for (const map of maps) {
        const targetId =
          map === 'application_error_messages'
            ? projectId
            : ((toTarget() as Json).com_interview_set_id ?? projectId);
        expect(results[0][map]).toEqual({ [targetId]: 'Candidate email or cv_link is required' });
      }
      expect(
        Object.keys(results[0])
          .filter((key) => key.endsWith('_messages'))
          .sort(),
      ).toEqual([...maps].sort());
      expect(results[0].ats_candidate_id).toBe('x');
      expect(results[1].invitation.status_text).toBe('pending');
      expect(server.record.emailsSent).toHaveLength(1);
    },
  );

  it('carry the legacy singular fields too, and no invitation error when none was asked for', async () => {
    const [asked] = await invite({ com_interview_set_id: setId, candidates: [{}], send_invite: true });
    expect([asked.submission_error_message, asked.invitation_error_message]).toEqual(
      Array(2).fill('Candidate email or cv_link is required'),
    );
    const [notAsked] = await invite({ com_interview_set_id: setId, candidates: [{}], send_invite: false });
    expect(notAsked.submission_error_message).toBe('Candidate email or cv_link is required');
    expect(Object.keys(notAsked).filter((key) => key.startsWith('invitation'))).toEqual([]);
  });

  it('a refused share is refused by address, the same people every time, and nothing is recorded for them', async () => {
    server.setFaults({ refusedShare: 0.05 });
    const candidates = Array.from({ length: 200 }, (_, index) => ({ email: `person${index}@example.com` }));
    const refused = candidates
      .filter(({ email }) => isRefusedByFault(email, 0.05, 1))
      .map(({ email }) => email);
    expect(refused.length).toBeGreaterThan(2);
    for (let round = 0; round < 2; round += 1) {
      const results = await invite({ com_interview_set_id: setId, candidates, send_invite: true });
      expect(
        results
          .filter((entry: Json) => entry.submission_error_messages)
          .map((entry: Json) => entry.email_address),
      ).toEqual(refused);
    }
    expect(server.record.emailsSent).toHaveLength(2 * (200 - refused.length));
    expect(refused.filter((email) => server.record.invitesByEmail().has(email))).toEqual([]);
  });

  it('an invitation can fail by itself: the submission exists, the invitation has an error', async () => {
    server.setFaults({ invitationRefusedShare: 1 });
    const [entry] = await invite({ com_interview_set_id: setId, candidates: [alex], send_invite: true });
    expect(entry.submission.id).toEqual(expect.any(String));
    expect(entry.invitation_error_messages).toEqual({ [setId]: expect.any(String) });
    expect('invitation' in entry || 'invitations' in entry || 'submission_error_messages' in entry).toBe(
      false,
    );
    expect(server.record.emailsSent).toEqual([]);
  });
});

describe('a request that is refused as a whole does nothing', () => {
  const good = () => ({ com_interview_set_id: setId, candidates: [alex], send_invite: true });
  const cases: [name: string, status: number, toBody: () => unknown, message: RegExp][] = [
    [
      'neither set nor project',
      400,
      () => ({ candidates: [alex] }),
      /com_interview_set_id or com_project_id/,
    ],
    ['no candidates', 400, () => ({ com_interview_set_id: setId }), /candidates must be an array/],
    ['empty candidates', 400, () => ({ ...good(), candidates: [] }), /candidates should not be empty/],
    [
      'a candidate that is no object',
      400,
      () => ({ ...good(), candidates: ['alex@example.com'] }),
      /candidates\.0 must be an object/,
    ],
    [
      'one malformed address',
      400,
      () => ({ ...good(), candidates: [alex, { email: 'alex@' }] }),
      /candidates\.1\.email must be an email/,
    ],
    [
      'two addresses in one',
      400,
      () => ({ ...good(), candidates: [{ email: 'a@example.com, b@example.com' }] }),
      /candidates\.0\.email/,
    ],
    [
      'a CV link that is not https',
      400,
      () => ({ ...good(), candidates: [{ ...alex, cv_link: 'http://example.com/cv' }] }),
      /cv_link must be an https URL/,
    ],
    [
      'a message of 9 characters',
      400,
      () => ({ ...good(), invitation_message: 'x'.repeat(9) }),
      /invitation_message .*10 and 5000/,
    ],
    [
      'a message of 5001 characters',
      400,
      () => ({ ...good(), invitation_message: 'x'.repeat(5001) }),
      /invitation_message .*10 and 5000/,
    ],
    ['send_invite as text', 400, () => ({ ...good(), send_invite: 'true' }), /send_invite must be a boolean/],
    [
      'an id that is no UUID',
      400,
      () => ({ ...good(), com_interview_set_id: '42' }),
      /com_interview_set_id must be a UUID/,
    ],
    [
      'an unknown set',
      404,
      () => ({ ...good(), com_interview_set_id: UNKNOWN_ID }),
      /^Interview set not found$/,
    ],
    [
      'an unknown project',
      404,
      () => ({ candidates: [alex], com_project_id: UNKNOWN_ID }),
      /^Hiring project not found$/,
    ],
    [
      "another project's job post",
      404,
      () => ({ candidates: [alex], com_project_id: postlessProjectId, com_job_post_id: UNKNOWN_ID }),
      /^Job post not found or does not belong to this project$/,
    ],
    ['a body that is a list', 400, () => [], /^Request body must be a JSON object$/],
  ];
  it.each(cases)('%s: %i', async (_name, status, toBody, message) => {
    const before = server.record.submissions().length;
    const answer = await client.post(paths.invite, toBody());
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({
      statusCode: status,
      message: expect.stringMatching(message),
      timestamp: expect.any(String),
      path: `/company${paths.invite}`,
    });
    expect([server.record.submissions().length, server.record.emailsSent.length]).toEqual([before, 0]);
    expect(server.record.requests.at(-1)).toMatchObject({ status, isProcessed: false });
  });

  it.each(['{"candidates": [', 'null', '"text"', ''])('a body like %j: 400', async (rawBody) => {
    expect((await client.send('POST', paths.invite, { key: server.keys.full, rawBody })).status).toBe(400);
  });

  it('a body that is not declared as JSON: 400', async () => {
    const rawBody = JSON.stringify(good());
    const { status, body } = await client.send('POST', paths.invite, {
      key: server.keys.full,
      rawBody,
      headers: { 'Content-Type': 'text/plain' },
    });
    expect([status, body.message]).toEqual([400, 'Content-Type must be application/json']);
  });

  it.each([10, 5000])('a message of %i characters is fine and is recorded with the email', async (length) => {
    await invite({ ...good(), invitation_message: 'x'.repeat(length) });
    expect(server.record.emailsSent[0]?.message).toHaveLength(length);
  });
});
