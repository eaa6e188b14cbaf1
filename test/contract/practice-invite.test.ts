import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../electron/practice/practice-server';
import { type Json, makePracticeClient, type PracticeClient, paths, readAll } from './practice-client';

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

describe('an invite to an interview set', () => {
  it('answers 201 with one entry per candidate, in order, with what was sent echoed', async () => {
    const candidates = ['a', 'b', 'c'].map((name) => ({
      email: `${name}@example.com`,
      ats_candidate_id: `ats-${name}`,
    }));
    const results = await invite({ com_interview_set_id: setId, candidates, send_invite: true });
    expect(results.map((entry: Json) => [entry.email_address, entry.ats_candidate_id])).toEqual(
      candidates.map((person) => [person.email, person.ats_candidate_id]),
    );
  });

  it('gives candidate, record, submission and invitation with send_invite true, and sends one email', async () => {
    const [entry] = await invite({ com_interview_set_id: setId, candidates: [alex], send_invite: true });
    expect(entry).toMatchObject({ tal_candidate_id: expect.any(String), record_id: expect.any(String) });
    expect(entry.submissions).toHaveLength(1);
    expect(entry.submission).toEqual(entry.submissions[0]);
    expect(entry.invitations).toHaveLength(1);
    expect(entry.invitation).toEqual(entry.invitations[0]);
    expect(entry.invitation).toMatchObject({
      id: expect.any(String),
      email: alex.email,
      status_text: 'pending',
    });
    expect(server.record.emailsSent).toEqual([
      expect.objectContaining({ email: alex.email, setId, submissionId: entry.submission.id }),
    ]);
  });

  it('the submission reports by status_text, has no numeric status, and its times are epoch milliseconds', async () => {
    const [{ submission, tal_candidate_id: personId }] = await invite({
      com_interview_set_id: setId,
      candidates: [alex],
      send_invite: true,
    });
    expect(submission).toMatchObject({
      status_text: 'not_started',
      com_interview_set_id: setId,
      tal_candidate_id: personId,
      email: alex.email,
      firstname: 'Alex',
      lastname: 'Doe',
      code: expect.any(String),
    });
    expect('status' in submission).toBe(false);
    expect(Math.abs(submission.created_at - Date.now())).toBeLessThan(5_000);
    const operational = [
      'is_try',
      'practice_mode',
      'unlock_expires_at',
      'unlocked_at',
      'retake_expires_at',
      'retaked_at',
      'result_email_scheduled_at',
    ];
    for (const field of operational) expect(submission).toHaveProperty(field);
  });

  it('the same submission is read with a numeric status and ISO times', async () => {
    const [{ submission }] = await invite({
      com_interview_set_id: setId,
      candidates: [alex],
      send_invite: false,
    });
    const { body } = await client.get(paths.submission(submission.id));
    expect(body).toMatchObject({
      com_interview_set_id: setId,
      tal_candidate_id: submission.tal_candidate_id,
      overall_score: null,
      submission_at: null,
    });
    expect(body.created_at).toBe(new Date(submission.created_at).toISOString());
    expect('status_text' in body).toBe(false);
    expect((await client.get(`${paths.submissions}?com_interview_set_id=${setId}`)).body.data[0]).toEqual(
      body,
    );
  });

  it.each([
    ['false', { send_invite: false }],
    ['omitted', {}],
    ['null', { send_invite: null }],
  ])('with send_invite %s the invitation keys are absent and nobody gets mail', async (_name, sendInvite) => {
    const [entry] = await invite({ com_interview_set_id: setId, candidates: [alex], ...sendInvite });
    expect(entry.submission.id).toEqual(expect.any(String));
    expect(Object.keys(entry).filter((key) => key.startsWith('invitation'))).toEqual([]);
    expect(server.record.emailsSent).toEqual([]);
  });

  it("does not depend on the set's status", async () => {
    const sets = await readAll(client, paths.interviewSets);
    expect(new Set(sets.map((set) => set.status)).size).toBeGreaterThan(1);
    for (const set of sets) {
      const [entry] = await invite({ com_interview_set_id: set.id, candidates: [alex], send_invite: true });
      expect([entry.submission.com_interview_set_id, entry.invitation.status_text]).toEqual([
        set.id,
        'pending',
      ]);
    }
  });

  it('the same person keeps one tal_candidate_id, also in other letters', async () => {
    const [first] = await invite({ com_interview_set_id: setId, candidates: [alex], send_invite: false });
    const [second] = await invite({
      com_interview_set_id: setId,
      candidates: [{ email: 'Alex@Example.com' }],
      send_invite: false,
    });
    expect(second.tal_candidate_id).toBe(first.tal_candidate_id);
    expect(second.record_id).not.toBe(first.record_id);
  });

  it('the same invite again is not refused: a second submission, a second email, and the record counts it', async () => {
    const body = { com_interview_set_id: setId, candidates: [alex], send_invite: true };
    const [first] = await invite(body);
    const [second] = await invite(body);
    expect(second.submission.id).not.toBe(first.submission.id);
    expect(server.record.emailsSent).toHaveLength(2);
    expect(server.record.invitesByEmail().get(alex.email)).toEqual([{ setId, projectId: null, times: 2 }]);
  });

  it('the same person twice in one request is invited twice', async () => {
    await invite({ com_interview_set_id: setId, candidates: [alex, alex], send_invite: true });
    expect(server.record.emailsSent).toHaveLength(2);
  });

  it('a candidate without an address but with a CV is queued: a record id, no submission, no invitation', async () => {
    const candidate = { cv_link: 'https://cv.example.com/1.pdf', ats_candidate_id: 'ats-7' };
    const [entry] = await invite({ com_interview_set_id: setId, candidates: [candidate], send_invite: true });
    expect(entry).toEqual({
      email_address: null,
      ats_candidate_id: 'ats-7',
      tal_candidate_id: null,
      record_id: expect.any(String),
    });
    expect(server.record.emailsSent).toEqual([]);
  });
});

describe('an invite to a project', () => {
  it('makes an application with the latest job post, and no submission', async () => {
    const posts = (await readAll(client, paths.jobPosts)).filter((post) => post.com_project_id === projectId);
    const latest = posts.sort((left, right) => right.created_at.localeCompare(left.created_at))[0];
    expect(posts.length).toBeGreaterThan(1);
    const [entry] = await invite({ com_project_id: projectId, candidates: [alex], send_invite: true });
    expect(Object.keys(entry).filter((key) => key.startsWith('submission'))).toEqual([]);
    const { body } = await client.get(`${paths.applications}?com_project_id=${projectId}`);
    expect(body.data[0]).toMatchObject({
      tal_candidate_id: entry.tal_candidate_id,
      com_job_post_id: latest.id,
      stage: null,
      score: null,
    });
  });

  it('uses the given job post', async () => {
    const posts = (await readAll(client, paths.jobPosts)).filter((post) => post.com_project_id === projectId);
    for (const [index, post] of posts.entries()) {
      const candidates = [{ email: `person${index}@example.com` }];
      await invite({ com_project_id: projectId, com_job_post_id: post.id, candidates, send_invite: false });
      expect(
        (await client.get(`${paths.applications}?com_project_id=${projectId}`)).body.data[0].com_job_post_id,
      ).toBe(post.id);
    }
  });

  it('a project without job posts gives an application without one', async () => {
    await invite({ com_project_id: postlessProjectId, candidates: [alex], send_invite: false });
    expect(
      (await client.get(`${paths.applications}?com_project_id=${postlessProjectId}`)).body.data[0]
        .com_job_post_id,
    ).toBeNull();
  });

  it('of somebody who is in it already is a per-candidate error keyed by the project, and sends nothing', async () => {
    const body = { com_project_id: projectId, candidates: [alex], send_invite: true };
    await invite(body);
    const [entry] = await invite(body);
    expect(entry.application_error_messages).toEqual({
      [projectId]: 'Candidate has already applied to this project',
    });
    expect('invitation' in entry).toBe(false);
    expect(server.record.emailsSent).toHaveLength(1);
  });

  it('together with a set: both are done, and each fails by itself', async () => {
    const body = {
      com_interview_set_id: setId,
      com_project_id: projectId,
      candidates: [alex],
      send_invite: true,
    };
    const [first] = await invite(body);
    expect('application_error_messages' in first).toBe(false);
    const [second] = await invite(body);
    expect(second.application_error_messages).toEqual({
      [projectId]: 'Candidate has already applied to this project',
    });
    expect(second.submission.com_interview_set_id).toBe(setId);
  });

  it('somebody who was rejected can be invited again', async () => {
    const body = { com_project_id: projectId, candidates: [alex], send_invite: false };
    await invite(body);
    const { id } = (await client.get(`${paths.applications}?com_project_id=${projectId}`)).body.data[0];
    await client.post(paths.reject(id), undefined);
    const [entry] = await invite(body);
    expect('application_error_messages' in entry).toBe(false);
  });
});
