/**
 * A server of pages that were made beforehand, so that a measurement of reading measures the reader. Prints its address as one line of JSON.
 * Words: how many applications, how many submissions, latency in ms. `GET /clock` tells when the first page was asked for and the last was sent.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';

const [applications, submissions, latencyMs] = process.argv.slice(2).map(Number);
/** As many as the API gives at most. */
const pageSize = 100;
const projects = Array.from({ length: 3 }, (_, index) => ({
  id: randomUUID(),
  title: `Project ${index + 1}`,
  status: 1,
}));
const sets = [{ id: randomUUID(), title: 'Interview', status: 1, set_type: 1 }];
const posts = projects.map(({ id }, index) => ({
  id: randomUUID(),
  title: `Job post ${index + 1}`,
  com_project_id: id,
}));
const stages = new Map(
  projects.map(({ id }) => [
    id,
    ['Applied', 'Screening', 'Interview', 'Final', 'Offer'].map((name) => ({ id: randomUUID(), name })),
  ]),
);
const people = Array.from({ length: applications }, () => randomUUID());
const created = '2026-03-04T01:00:00.000Z';

const lists = new Map([
  ['projects', projects],
  ['interview-sets', sets],
  ['job-posts', posts],
  ['applications', people.map(toApplication)],
  ['submissions', Array.from({ length: submissions }, (_, index) => toSubmission(index))],
]);
const pages = new Map([...lists].map(([name, entries]) => [name, toPages(entries)]));

function toApplication(person, index) {
  const project = projects[index % projects.length];
  const of = stages.get(project.id);
  return {
    id: randomUUID(),
    tal_candidate_id: person,
    com_project_id: project.id,
    com_job_post_id: posts[index % projects.length].id,
    stage: of[index % of.length],
    score: index % 3 === 0 ? null : Math.round(index % 100) / 10,
    status: 1,
    created_at: created,
  };
}

function toSubmission(index) {
  return {
    id: randomUUID(),
    status: 2,
    com_interview_set_id: sets[0].id,
    tal_candidate_id: people[index % people.length],
    overall_score: index % 2 === 0 ? ((index % 100) / 10).toFixed(2) : null,
    submission_at: created,
    created_at: created,
  };
}

function toPages(entries) {
  const found = [];
  for (let from = 0; from < entries.length; from += pageSize)
    found.push(
      JSON.stringify({
        data: entries.slice(from, from + pageSize),
        total: entries.length,
        page: found.length + 1,
        limit: pageSize,
      }),
    );
  return { found, empty: JSON.stringify({ data: [], total: entries.length, page: 0, limit: pageSize }) };
}

let firstMs = null;
let lastMs = null;

function answerTo(url) {
  if (url.pathname.endsWith('/me/v1'))
    return JSON.stringify({ organization_id: 1, scopes: ['read_hiring'], expires_at: null });
  const ofProject = /projects\/([^/]+)\/stages/.exec(url.pathname)?.[1];
  if (ofProject !== undefined) return JSON.stringify({ data: stages.get(ofProject) });
  const name = /hiring\/([^/]+)\/v1/.exec(url.pathname)?.[1];
  const list = pages.get(name);
  return list?.found[Number(url.searchParams.get('page')) - 1] ?? list?.empty ?? '{}';
}

const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://127.0.0.1');
  if (url.pathname === '/clock') {
    response.end(JSON.stringify({ tookMs: lastMs - firstMs }));
    firstMs = null;
    return;
  }
  if (url.pathname.includes('/hiring/')) firstMs ??= performance.now();
  const body = answerTo(url);
  setTimeout(() => {
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
    lastMs = performance.now();
  }, latencyMs);
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` })}\n`);
});
