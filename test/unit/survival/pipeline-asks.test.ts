import { describe, expect, test } from 'vitest';
import type { Application } from '../../../electron/practice/world';
import { countWrites, findPipelineFaults, readWrites } from '../../survival/parts/pipeline-asks.mjs';
import { makeAdd, makeMove, makeReject } from '../electron/operations/made-up-pipeline';

const application = (id: string, changes: Partial<Application> = {}): Application => ({
  id,
  personId: `cand-of-${id}`,
  projectId: 'project-1',
  jobPostId: null,
  stageId: 'applied',
  score: null,
  status: 1,
  isRejected: false,
  createdAtMs: 1,
  ...changes,
});
const asks = [
  { label: 'moved@example.com', work: makeMove({ applicationId: 'a1' }) },
  { label: 'rejected@example.com', work: makeReject({ applicationId: 'a2' }) },
  { label: 'added@example.com', work: makeAdd({ candidateId: 'new' }) },
];
const before = [application('a1'), application('a2'), application('a3')];
const scene = { asks, applications: before };
const asAsked = [
  application('a1', { stageId: 'final' }),
  application('a2', { isRejected: true, status: 5 }),
  application('a3'),
  application('a9', { personId: 'new' }),
];

describe('the comparison of the pipeline with what was asked for', () => {
  test('finds nothing where exactly that was done', () => {
    expect(findPipelineFaults(scene, asAsked)).toEqual([]);
  });

  test('names who was not changed, unless nobody knows', () => {
    expect(findPipelineFaults(scene, before)).toHaveLength(3);
    expect(findPipelineFaults(scene, before, new Set(asks.map(({ label }) => label)))).toEqual([]);
  });

  test('names strangers who were changed, and people who were added twice or unasked', () => {
    const [moved, rejected, , added] = asAsked as [Application, Application, Application, Application];
    const meddled = [moved, rejected, application('a3', { isRejected: true }), added];
    expect(findPipelineFaults(scene, meddled)).toEqual([expect.stringContaining('a3')]);
    expect(findPipelineFaults(scene, [...asAsked, application('a10', { personId: 'new' })])).toEqual([
      'somebody was added twice',
    ]);
    expect(findPipelineFaults(scene, [...asAsked, application('a10')])).toEqual([
      expect.stringContaining('nobody asked for it'),
    ]);
  });

  test('counts requests and what they changed by the row that they are about', () => {
    const request = (path: string, isProcessed: boolean, body: object = {}) => ({
      requestNumber: 1,
      receivedAtMs: 1,
      method: 'POST',
      path: `/company/integration/hiring/applications${path}`,
      keyPrefix: null,
      body,
      status: 201,
      isProcessed,
      fault: null,
      earlyByMs: 0,
    });
    const add = { tal_candidate_id: 'new', com_project_id: 'project-1' };
    const requests = [
      request('/a1/move-stage/v1', false),
      request('/a1/move-stage/v1', true),
      request('/a2/reject/v1', true),
      request('/v1', true, add),
    ];
    const { posts, accepted } = countWrites(readWrites({ requests }, asks));
    expect(Object.fromEntries(posts)).toEqual({
      'moved@example.com': 2,
      'rejected@example.com': 1,
      'added@example.com': 1,
    });
    expect(accepted.get('moved@example.com')).toBe(1);
  });
});
