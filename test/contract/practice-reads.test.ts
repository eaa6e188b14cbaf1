import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

beforeAll(async () => {
  server = await startPracticeServer({ candidates: 240 });
  client = makePracticeClient(server.url, server.keys.readOnly);
});

afterAll(async () => {
  client.close();
  await server.close();
});

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('lists', () => {
  const lists: [path: string, total: number | null, fields: string[]][] = [
    [paths.jobPosts, 12, ['id', 'title', 'status', 'com_project_id', 'created_at']],
    [paths.interviewSets, 7, ['id', 'title', 'status', 'set_type', 'created_at']],
    [paths.projects, 9, ['id', 'title', 'created_at']],
    [
      paths.applications,
      null,
      [
        'id',
        'tal_candidate_id',
        'com_project_id',
        'com_job_post_id',
        'stage',
        'score',
        'status',
        'created_at',
      ],
    ],
    [
      paths.submissions,
      null,
      [
        'id',
        'status',
        'com_interview_set_id',
        'tal_candidate_id',
        'overall_score',
        'submission_at',
        'created_at',
      ],
    ],
  ];

  it.each(lists)(
    '%s gives data, total, page and limit, with the fields of the guide',
    async (path, total, fields) => {
      const { status, body } = await client.get(path);
      expect(status).toBe(200);
      expect(Object.keys(body)).toEqual(['data', 'total', 'page', 'limit']);
      if (total !== null) expect(body.total).toBe(total);
      for (const item of body.data) {
        expect(Object.keys(item)).toEqual(fields);
        expect(item.id).toMatch(UUID_V7);
        expect(item.created_at).toMatch(ISO_TIME);
      }
    },
  );

  it.each(lists.map(([path]) => path))('%s: page defaults to 1 and limit to 20', async (path) => {
    const { body } = await client.get(path);
    expect([body.page, body.limit]).toEqual([1, 20]);
    expect(body.data).toHaveLength(Math.min(20, body.total));
  });

  it.each(lists.map(([path]) => path))('%s: the pages together hold everything once', async (path) => {
    const items: Json[] = [];
    const { body: first } = await client.get(`${path}?limit=7`);
    for (let page = 1; page <= Math.ceil(first.total / 7); page += 1) {
      const { body } = await client.get(`${path}?limit=7&page=${page}`);
      expect([body.page, body.limit, body.total]).toEqual([page, 7, first.total]);
      items.push(...body.data);
    }
    expect(new Set(items.map((item) => item.id)).size).toBe(first.total);
    expect(items).toHaveLength(first.total);
  });

  it('a page beyond the last is empty and still tells the total', async () => {
    const { status, body } = await client.get(`${paths.projects}?page=9`);
    expect({ status, ...body }).toEqual({ status: 200, data: [], total: 9, page: 9, limit: 20 });
  });

  it('takes a limit of 100 and refuses more', async () => {
    const { body } = await client.get(`${paths.applications}?limit=100`);
    expect(body.data).toHaveLength(100);
    const { status, body: refusal } = await client.get(`${paths.applications}?limit=101`);
    expect({ status, message: refusal.message }).toEqual({
      status: 400,
      message: 'limit must not be greater than 100',
    });
  });

  it.each(['page=0', 'page=-1', 'page=x', 'limit=0', 'limit=1.5', 'limit='])('refuses ?%s', async (query) => {
    expect((await client.get(`${paths.projects}?${query}`)).status).toBe(400);
  });

  it('never gives an address, a name or a phone number of a candidate', async () => {
    const texts = await Promise.all([
      client.get(`${paths.applications}?limit=100`),
      client.get(`${paths.submissions}?limit=100`),
    ]);
    for (const { text } of texts) expect(text).not.toMatch(/@|firstname|lastname|phone|transcript|answer/);
  });
});

describe('nullable fields are null in some entries and filled in others', () => {
  it.each(['stage', 'score', 'status', 'com_job_post_id'])('applications: %s', async (field) => {
    const applications = await readAll(client, paths.applications);
    expect(applications.some((application) => application[field] === null)).toBe(true);
    expect(applications.some((application) => application[field] !== null)).toBe(true);
  });

  it.each(['overall_score', 'status', 'submission_at'])('submissions: %s', async (field) => {
    const submissions = await readAll(client, paths.submissions);
    expect(submissions.some((submission) => submission[field] === null)).toBe(true);
    expect(submissions.some((submission) => submission[field] !== null)).toBe(true);
  });

  it('overall_score is a numeric string out of 10, score a number, status an integer', async () => {
    for (const { overall_score: score, status, submission_at: submittedAt } of await readAll(
      client,
      paths.submissions,
    )) {
      if (score !== null) {
        expect(score).toMatch(/^\d+\.\d\d$/);
        expect(Number.parseFloat(score)).toBeLessThanOrEqual(10);
      }
      if (status !== null) expect(Number.isInteger(status)).toBe(true);
      if (submittedAt !== null) expect(submittedAt).toMatch(ISO_TIME);
    }
    const scores = (await readAll(client, paths.applications)).map((application) => application.score);
    expect(scores.filter((score) => score !== null && typeof score !== 'number')).toEqual([]);
  });
});

describe('filters', () => {
  it('job posts by project', async () => {
    const posts = await readAll(client, paths.jobPosts);
    const projectId = posts[0].com_project_id;
    const { body } = await client.get(`${paths.jobPosts}?com_project_id=${projectId}`);
    expect(body.data).toEqual(posts.filter((post) => post.com_project_id === projectId));
    expect(body.total).toBe(body.data.length);
  });

  it.each([
    ['com_project_id', (application: Json) => application.com_project_id],
    ['com_job_post_id', (application: Json) => application.com_job_post_id],
    ['com_stage_id', (application: Json) => application.stage?.id],
  ])('applications by %s', async (filter, toValue) => {
    const all = await readAll(client, paths.applications);
    const value = all.map(toValue).find((candidate) => candidate);
    const filtered = await readAll(client, `${paths.applications}?${filter}=${value}`);
    expect(filtered).toEqual(all.filter((application) => toValue(application) === value));
    expect(filtered.length).toBeLessThan(all.length);
  });

  it.each(['com_interview_set_id', 'tal_candidate_id'])('submissions by %s', async (filter) => {
    const all = await readAll(client, paths.submissions);
    const value = all[0][filter];
    expect(await readAll(client, `${paths.submissions}?${filter}=${value}`)).toEqual(
      all.filter((submission) => submission[filter] === value),
    );
  });

  it('filters work together, and one that matches nothing gives an empty list', async () => {
    const [first] = await readAll(client, paths.submissions);
    const both = `com_interview_set_id=${first.com_interview_set_id}&tal_candidate_id=${first.tal_candidate_id}`;
    expect((await client.get(`${paths.submissions}?${both}`)).body.data).toEqual([first]);
    expect((await client.get(`${paths.submissions}?tal_candidate_id=${UNKNOWN_ID}`)).body).toMatchObject({
      data: [],
      total: 0,
    });
  });
});

describe('one submission', () => {
  it('has the same shape as in the list', async () => {
    const [first] = await readAll(client, paths.submissions);
    const { status, body } = await client.get(paths.submission(first.id));
    expect(status).toBe(200);
    expect(body).toEqual(first);
  });

  it.each([UNKNOWN_ID, 'not-a-uuid'])('%s is 404', async (id) => {
    const { status, body } = await client.get(paths.submission(id));
    expect([status, body.message]).toEqual([404, 'Submission not found']);
  });
});

describe("a project's stages", () => {
  it('come in pipeline order, 3 to 8 of them, each of its project', async () => {
    for (const project of await readAll(client, paths.projects)) {
      const { status, body } = await client.get(paths.stages(project.id));
      expect(status).toBe(200);
      expect(Object.keys(body)).toEqual(['data']);
      expect(body.data.length).toBeGreaterThanOrEqual(3);
      expect(body.data.length).toBeLessThanOrEqual(8);
      body.data.forEach((stage: Json, index: number) => {
        expect(stage).toEqual({
          id: expect.stringMatching(UUID_V7),
          name: expect.any(String),
          priority: index + 1,
          com_project_id: project.id,
        });
      });
    }
  });

  it.each([UNKNOWN_ID, 'not-a-uuid'])('an unknown project (%s) has none, with 200', async (id) => {
    const { status, body } = await client.get(paths.stages(id));
    expect({ status, body }).toEqual({ status: 200, body: { data: [] } });
  });

  it('the stages of applications are stages of their project', async () => {
    for (const application of await readAll(client, paths.applications)) {
      if (application.stage === null) continue;
      const { body } = await client.get(paths.stages(application.com_project_id));
      expect(body.data).toContainEqual(expect.objectContaining(application.stage));
    }
  });
});

describe('the seeded world', () => {
  it('is the same for the same seed, and another for another', async () => {
    const read = async (seed: number): Promise<string> => {
      const own = await startPracticeServer({ seed, candidates: 30 });
      const ownClient = makePracticeClient(own.url, own.keys.full);
      const lists = [
        paths.interviewSets,
        paths.projects,
        paths.jobPosts,
        paths.applications,
        paths.submissions,
      ];
      const world = JSON.stringify([
        own.keys,
        ...(await Promise.all(lists.map((path) => readAll(ownClient, path)))),
      ]);
      ownClient.close();
      await own.close();
      return world;
    };
    expect(await read(7)).toBe(await read(7));
    expect(await read(7)).not.toBe(await read(8));
  });

  it('has as many people as asked for, all of them at example.com', () => {
    expect(server.record.people()).toHaveLength(240);
    for (const { email } of server.record.people())
      expect(email).toMatch(/^[a-z]+\.[a-z]+\.\d+@example\.com$/);
  });
});
