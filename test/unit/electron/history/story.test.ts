import { describe, expect, test } from 'vitest';
import type { BatchOrder } from '../../../../shared/operations/batch';
import { everything, makeHistory } from './make-history';

const rejecting: BatchOrder = { operation: 'reject', order: { title: 'Reject 1 person' } };
const reject = (candidateId: string) =>
  ({
    kind: 'reject',
    applicationId: `app-${candidateId}`,
    candidateId,
    projectId: 'project-1',
    projectTitle: 'Backend Engineer',
    fromStageId: null,
    fromStageTitle: null,
    onlyFrom: false,
  }) as const;

describe("one person's story", () => {
  test('invitations and work on the pipeline are one story, the latest first', async () => {
    const { run, history, ledger } = makeHistory();
    await run('Fair', [
      { email: 'Ana@Example.com', firstname: 'Ana', lastname: 'Horák', atsId: '7' },
      { email: 'ana@example.org', firstname: 'Ana', lastname: 'Horák', atsId: '7' },
    ]);
    // Flowmingo's ID of an invited person comes with the answer; this row knows nothing else of her.
    await run('Rejections', [{ work: reject('cand-Ana@Example.com') }], rejecting);
    await ledger.people.takeOverAnswers();
    const { people } = history.search('ana@example.com', everything);
    expect(people).toHaveLength(1);
    const story = history.readStory({ kind: 'email', email: 'ana@example.com' });
    expect(story).toMatchObject({
      name: 'Ana Horák',
      email: 'Ana@Example.com',
      atsIds: ['7'],
      candidateIds: ['cand-Ana@Example.com'],
    });
    expect(story.steps.map(({ batchName, operation }) => [batchName, operation])).toEqual([
      ['Rejections', 'reject'],
      ['Fair', 'invite'],
    ]);
  });

  test('somebody with the same name or ID is somebody else', async () => {
    const { run, history } = makeHistory();
    await run('Fair', [
      { email: 'ana@example.com', firstname: 'Ana', lastname: 'Horák', atsId: '7' },
      { email: 'ana@example.org', firstname: 'Ana', lastname: 'Horák', atsId: '7' },
    ]);
    expect(history.search('ana horak', everything).people).toHaveLength(2);
    expect(history.readStory({ kind: 'email', email: 'ana@example.org' }).steps).toHaveLength(1);
  });

  test('who started a run, from where, and with what is known', async () => {
    const { run, history } = makeHistory();
    const runId = await run('Fair', [{ email: 'ana@example.com' }]);
    expect(history.readRunFacts(runId)).toMatchObject({
      startedBy: 'jana',
      startedFrom: 'window',
      concurrency: 2,
      peoplePerRequest: 1,
      parent: null,
    });
  });

  test('the search leaves out what the filter leaves out', async () => {
    const { run, history } = makeHistory();
    await run('Fair', [{ email: 'ana@example.com' }]);
    const found = (changes: object) => history.search('ana', { ...everything, ...changes }).people.length;
    expect(found({ outcome: 'done' })).toBe(1);
    expect(found({ outcome: 'refused' })).toBe(0);
    expect(found({ operation: 'reject' })).toBe(0);
    expect(found({ workspaceId: 'another' })).toBe(0);
    expect(found({ fromMs: Date.now() + 1000 })).toBe(0);
    expect(found({ toMs: Date.now() + 1000 })).toBe(1);
  });
});
