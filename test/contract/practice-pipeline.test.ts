import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../electron/practice/practice-server';
import {
  type Answer,
  type Json,
  makePracticeClient,
  type PracticeClient,
  paths,
  readAll,
  UNKNOWN_ID,
} from './practice-client';

let server: PracticeServer;
let client: PracticeClient;
let projects: Json[];
let posts: Json[];
let application: Json;

beforeEach(async () => {
  server = await startPracticeServer({ candidates: 40 });
  client = makePracticeClient(server.url, server.keys.full);
  projects = await readAll(client, paths.projects);
  posts = await readAll(client, paths.jobPosts);
  const applications = await readAll(client, paths.applications);
  application = applications.find((entry) => entry.status === 1);
});

afterEach(async () => {
  client.close();
  await server.close();
});

/** A project in which the application's person is not. */
async function findFreeProject(): Promise<Json> {
  const all = await readAll(client, paths.applications);
  const taken = new Set(
    all
      .filter((entry) => entry.tal_candidate_id === application.tal_candidate_id)
      .map((entry) => entry.com_project_id),
  );
  return projects.find(
    (project) => !taken.has(project.id) && posts.some((post) => post.com_project_id === project.id),
  );
}

async function stagesOf(projectId: string): Promise<Json[]> {
  return (await client.get(paths.stages(projectId))).body.data;
}

async function readApplication(id: string): Promise<Json> {
  return (await readAll(client, paths.applications)).find((entry) => entry.id === id);
}

function expectRefusal(answer: Answer, status: number, message: string): void {
  expect({ status: answer.status, message: answer.body.message }).toEqual({ status, message });
}

describe('add a candidate to a pipeline', () => {
  it('answers 201 with id, project, job post, stage and status, and the application is there', async () => {
    const project = await findFreeProject();
    const stage = (await stagesOf(project.id))[1];
    const post = posts.find((entry) => entry.com_project_id === project.id);
    const ids = { com_project_id: project.id, com_job_post_id: post.id, com_stage_id: stage.id };
    const { status, body } = await client.post(paths.applications, {
      tal_candidate_id: application.tal_candidate_id,
      ...ids,
    });
    expect(status).toBe(201);
    expect(body).toEqual({ id: expect.any(String), ...ids, status: expect.any(Number) });
    expect(await readApplication(body.id)).toMatchObject({
      stage: { id: stage.id, name: stage.name },
      score: null,
      com_job_post_id: post.id,
    });
  });

  it('job post and stage are optional and then null', async () => {
    const project = await findFreeProject();
    const { body } = await client.post(paths.applications, {
      tal_candidate_id: application.tal_candidate_id,
      com_project_id: project.id,
    });
    expect(body).toMatchObject({ com_job_post_id: null, com_stage_id: null });
    expect((await readApplication(body.id)).stage).toBeNull();
  });

  it('of somebody who is in the project already is 400, with the words of the guide', async () => {
    const answer = await client.post(paths.applications, {
      tal_candidate_id: application.tal_candidate_id,
      com_project_id: application.com_project_id,
    });
    expectRefusal(answer, 400, 'Candidate has already applied to this project');
  });

  it('works again after a reject, as a new application', async () => {
    await client.post(paths.reject(application.id), undefined);
    const body = {
      tal_candidate_id: application.tal_candidate_id,
      com_project_id: application.com_project_id,
    };
    const again = await client.post(paths.applications, body);
    expect(again.status).toBe(201);
    expect(again.body.id).not.toBe(application.id);
    expectRefusal(
      await client.post(paths.applications, body),
      400,
      'Candidate has already applied to this project',
    );
  });

  it.each([
    ['an unknown candidate', { tal_candidate_id: UNKNOWN_ID }, 404, 'Candidate not found'],
    ['an unknown project', { com_project_id: UNKNOWN_ID }, 404, 'Hiring project not found'],
    [
      'an unknown job post',
      { com_job_post_id: UNKNOWN_ID },
      404,
      'Job post not found or does not belong to this project',
    ],
    [
      'an unknown stage',
      { com_stage_id: UNKNOWN_ID },
      400,
      'Stage not found or does not belong to this project',
    ],
    ['an id that is no UUID', { tal_candidate_id: 'x' }, 400, 'tal_candidate_id must be a UUID'],
  ])('%s', async (_name, change, status, message) => {
    const project = await findFreeProject();
    const before = await readAll(client, paths.applications);
    const answer = await client.post(paths.applications, {
      tal_candidate_id: application.tal_candidate_id,
      com_project_id: project.id,
      ...change,
    });
    expectRefusal(answer, status, message);
    expect(await readAll(client, paths.applications)).toEqual(before);
  });

  it("another project's job post is 404, another project's stage 400", async () => {
    const project = await findFreeProject();
    const other = projects.find(
      (entry) => entry.id !== project.id && posts.some((post) => post.com_project_id === entry.id),
    );
    const base = { tal_candidate_id: application.tal_candidate_id, com_project_id: project.id };
    const post = posts.find((entry) => entry.com_project_id === other.id);
    const [stage] = await stagesOf(other.id);
    expectRefusal(
      await client.post(paths.applications, { ...base, com_job_post_id: post.id }),
      404,
      'Job post not found or does not belong to this project',
    );
    expectRefusal(
      await client.post(paths.applications, { ...base, com_stage_id: stage.id }),
      400,
      'Stage not found or does not belong to this project',
    );
  });
});

describe('move to another stage', () => {
  it('answers 201 with id and stage, the application is there, and the same move again is fine', async () => {
    const stage = (await stagesOf(application.com_project_id)).at(-1);
    for (let round = 0; round < 2; round += 1) {
      const { status, body } = await client.post(paths.move(application.id), { com_stage_id: stage.id });
      expect([status, body]).toEqual([201, { id: application.id, com_stage_id: stage.id }]);
      expect((await readApplication(application.id)).stage).toEqual({ id: stage.id, name: stage.name });
    }
  });

  it('refuses unknown applications, unknown stages and stages of another project', async () => {
    const other = projects.find((project) => project.id !== application.com_project_id);
    const [ownStage] = await stagesOf(application.com_project_id);
    const [otherStage] = await stagesOf(other.id);
    expectRefusal(
      await client.post(paths.move(UNKNOWN_ID), { com_stage_id: ownStage.id }),
      404,
      'Application not found',
    );
    expectRefusal(
      await client.post(paths.move(application.id), { com_stage_id: UNKNOWN_ID }),
      400,
      'Stage not found or does not belong to this project',
    );
    expectRefusal(
      await client.post(paths.move(application.id), { com_stage_id: otherStage.id }),
      400,
      'Stage not found or does not belong to this project',
    );
    expectRefusal(await client.post(paths.move(application.id), {}), 400, 'com_stage_id must be a UUID');
    expect((await readApplication(application.id)).stage).toEqual(application.stage);
  });
});

describe('reject', () => {
  it('answers 201 with id and "rejected", without a body', async () => {
    const { status, body } = await client.post(paths.reject(application.id), undefined);
    expect([status, body]).toEqual([201, { id: application.id, status: 'rejected' }]);
    expect((await readApplication(application.id)).status).not.toBe(application.status);
  });

  it.each([UNKNOWN_ID, 'not-a-uuid'])('of an unknown application (%s) is 404', async (id) => {
    expectRefusal(await client.post(paths.reject(id), undefined), 404, 'Application not found');
  });
});
