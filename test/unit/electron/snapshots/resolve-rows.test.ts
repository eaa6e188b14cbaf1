import { describe, expect, test } from 'vitest';
import type { ListedApplication } from '../../../../electron/operations/look-up';
import type { PipelineWorld } from '../../../../electron/snapshots/pipeline-world';
import { resolveRows } from '../../../../electron/snapshots/resolve-rows';
import type {
  PipelineDefaults,
  PipelineSheetOperation,
  PipelineSheetRow,
} from '../../../../shared/pipeline/pipeline-sheet';

const application = (
  applicationId: string,
  candidateId: string,
  stage: string | null,
): ListedApplication => ({
  applicationId,
  candidateId,
  jobPostId: null,
  stageId: stage === null ? null : `stage-${stage.toLowerCase()}`,
  stageTitle: stage,
  status: 1,
  createdAtMs: 1,
});
const stages = ['Applied', 'Screening', 'Final'].map((title) => ({
  id: `stage-${title.toLowerCase()}`,
  title,
}));
const world: PipelineWorld = {
  titles: [
    { id: 'p1', title: 'Kỹ sư Backend' },
    { id: 'p2', title: 'Sales' },
    { id: 'p3', title: 'Sales' },
  ],
  projects: new Map([
    [
      'p1',
      {
        id: 'p1',
        title: 'Kỹ sư Backend',
        stages,
        jobPosts: [{ id: 'j1', title: 'Senior' }],
        applications: [application('a1', 'c1', 'Applied'), application('a2', 'c2', 'Screening')],
      },
    ],
  ]),
};
const known = {
  byEmail: (email: string) => ({ 'ana@example.com': ['c1'], 'two@example.com': ['c1', 'c2'] })[email] ?? [],
  byAtsId: (id: string) => ({ 'A-2': ['c2'] })[id] ?? [],
};
const nothing: PipelineDefaults = { projectId: null, jobPostId: null, stageId: null };
const row = (changes: Partial<PipelineSheetRow>): PipelineSheetRow => ({
  rowNumber: 2,
  cells: [],
  email: null,
  firstname: null,
  lastname: null,
  atsCandidateId: null,
  candidateId: null,
  applicationId: null,
  project: null,
  jobPost: null,
  stage: null,
  stageBefore: null,
  ...changes,
});
const one = (operation: PipelineSheetOperation, changes: Partial<PipelineSheetRow>, defaults = nothing) =>
  resolveRows([row(changes)], operation, defaults, world, known);

describe('an exported workbook that was edited', () => {
  test('only the edited rows are proposed, a stage by its title and a rejection by its word', () => {
    const { rows, unchangedCount } = resolveRows(
      [
        row({ applicationId: 'a1', stage: 'Applied', stageBefore: 'Applied' }),
        row({ rowNumber: 3, applicationId: 'a2', stage: ' final', stageBefore: 'Screening' }),
        row({ rowNumber: 4, applicationId: 'a1', stage: 'REJECT', stageBefore: 'Applied' }),
        row({ rowNumber: 5, applicationId: 'a1', stage: '', stageBefore: 'Applied' }),
      ],
      'as-edited',
      nothing,
      world,
      known,
    );
    expect(unchangedCount).toBe(2);
    expect(rows.map(({ rowNumber, conflict, work }) => [rowNumber, conflict, work])).toEqual([
      [
        3,
        null,
        expect.objectContaining({
          kind: 'move',
          applicationId: 'a2',
          stageId: 'stage-final',
          onlyFrom: true,
        }),
      ],
      [4, null, expect.objectContaining({ kind: 'reject', applicationId: 'a1' })],
    ]);
  });

  test('nobody is rejected for standing in a stage that is called Rejected', () => {
    expect(one('as-edited', { applicationId: 'a1', stage: 'Rejected', stageBefore: 'Rejected' })).toEqual({
      rows: [],
      unchangedCount: 1,
    });
  });

  test.each([
    [
      { applicationId: 'a2', stage: 'Final', stageBefore: 'Applied' },
      'Somebody moved this person to Screening',
    ],
    [{ applicationId: 'gone', stage: 'Final', stageBefore: 'Applied' }, 'No pipeline holds an application'],
    [{ applicationId: 'a1', stage: 'Fnal', stageBefore: 'Applied' }, 'There are: Applied, Screening, Final'],
  ])('%j is a conflict that says why', (changes, sentence) => {
    const [found] = one('as-edited', changes).rows;
    expect(found?.conflict).toContain(sentence);
  });
});

describe('a sheet of people', () => {
  test('people are found by the address or the recruiter’s own id, projects and stages by title whatever the accents', () => {
    const [moved] = one('move', { email: 'ana@example.com', project: 'ky su backend', stage: 'final' }).rows;
    expect(moved).toMatchObject({
      conflict: null,
      work: { kind: 'move', applicationId: 'a1', fromStageId: 'stage-applied', stageId: 'stage-final' },
    });
    const [added] = one(
      'add',
      { atsCandidateId: 'A-2', jobPost: 'senior' },
      { ...nothing, projectId: 'p1' },
    ).rows;
    expect(added).toMatchObject({
      conflict: null,
      work: { kind: 'add', candidateId: 'c2', projectId: 'p1', jobPostId: 'j1', stageId: null },
    });
  });

  test.each<[PipelineSheetOperation, Partial<PipelineSheetRow>, string]>([
    ['add', { email: 'nobody@example.com', project: 'p1' }, 'Put the candidate ID into the sheet, or invite'],
    ['add', { email: 'two@example.com', project: 'p1' }, 'several people'],
    ['add', { candidateId: 'c1', project: 'Sales' }, 'There are 2 with the name “Sales”'],
    ['add', { candidateId: 'c1' }, 'The row names no project'],
    ['move', { candidateId: 'c9', project: 'p1', stage: 'Final' }, 'Not in Kỹ sư Backend'],
    ['move', { candidateId: 'c1', project: 'p1' }, 'which stage to move to'],
    ['move', { candidateId: 'c1', project: 'p1', stage: 'Applied' }, 'In Applied already'],
  ])('%s %j is left out: %s', (operation, changes, sentence) => {
    const [found] = one(operation, changes).rows;
    expect(found?.conflict).toContain(sentence);
  });
});

describe('what could be chosen instead', () => {
  const choiceOf = (operation: PipelineSheetOperation, changes: Partial<PipelineSheetRow>) =>
    one(operation, changes).rows[0]?.choice;

  test('of a stage that is not there: the nearest first', () => {
    expect(choiceOf('move', { applicationId: 'a1', stage: 'Fianl' })).toEqual({
      field: 'stage',
      options: ['Final', 'Applied', 'Screening'].map((title) => ({ value: title, label: title })),
    });
  });

  test('of projects with one name: each by its ID, and a row with it goes', () => {
    const choice = choiceOf('add', { email: 'ana@example.com', project: 'sales' });
    expect(choice?.options.map(({ value }) => value)).toEqual(['p2', 'p3']);
    expect(new Set(choice?.options.map(({ label }) => label)).size).toBe(2);
  });

  test('of several people with one address: each with where they are', () => {
    const choice = choiceOf('reject', { email: 'two@example.com', project: 'p1' });
    expect(choice).toEqual({
      field: 'tal_candidate_id',
      options: [
        { value: 'c1', label: 'The one in Kỹ sư Backend, Applied, ID ending in c1' },
        { value: 'c2', label: 'The one in Kỹ sư Backend, Screening, ID ending in c2' },
      ],
    });
    const chosen = one('reject', { email: 'two@example.com', project: 'p1', candidateId: 'c2' });
    expect(chosen.rows[0]).toMatchObject({ conflict: null, work: { applicationId: 'a2' } });
  });

  test('nothing where nobody can tell', () => {
    expect(choiceOf('reject', { applicationId: 'gone' })).toBeUndefined();
  });
});
