import { expect, test } from 'vitest';
import type { RowToSend } from '../../../../electron/operations/operation';
import { readPipelineBefore } from '../../../../electron/operations/pipeline-before';
import type { PipelineBefore, PipelineWork } from '../../../../shared/operations/pipeline-work';
import { makeAdd, makeBefore, makeListed, makeMove, makeReads, makeReject } from './made-up-pipeline';

const person = { email: null, firstname: null, lastname: null, cv_link: null, ats_candidate_id: null };
const toRow = (
  ordinal: number,
  work: PipelineWork | null,
  before: PipelineBefore | null = null,
): RowToSend => ({ ordinal, rowNumber: ordinal + 2, person, work, before });

test('what is there is noted for each row, its project read once', async () => {
  const reads = makeReads({
    'project-1': {
      applications: [makeListed(), makeListed({ applicationId: 'app-2', jobPostId: 'job-2', status: null })],
      isWhole: true,
    },
  });
  const rows = [
    toRow(0, makeMove()),
    toRow(1, makeReject({ applicationId: 'app-2' })),
    toRow(2, makeAdd({ projectId: 'project-2' })),
    toRow(3, null),
  ];
  const found = await readPipelineBefore(reads, 'w', rows);
  expect(reads.asked).toEqual(['project-1', 'project-2']);
  expect(found.map(({ ordinal, before, leaveOut }) => [ordinal, before.applicationId, leaveOut])).toEqual([
    [0, 'app-1', null],
    [1, 'app-2', null],
    [2, null, null],
  ]);
  expect(found[1]?.before).toMatchObject({ stageTitle: 'Applied', jobPostId: 'job-2', status: null });
  expect(found[2]?.before).toMatchObject({ stageId: null, stageTitle: null, jobPostId: null, status: null });
});

test('a list that is not whole notes only what it shows, and nothing for an add: its newest application may be missing', async () => {
  const reads = makeReads({ 'project-1': { applications: [makeListed()], isWhole: false } });
  const rows = [
    toRow(0, makeMove()),
    toRow(1, makeMove({ applicationId: 'app-2', onlyFrom: true })),
    toRow(2, makeAdd()),
  ];
  const found = await readPipelineBefore(reads, 'w', rows);
  expect(found.map(({ ordinal }) => ordinal)).toEqual([0]);
});

test('rows are left out where somebody changed what they were prepared from, or what this run saw before', async () => {
  const reads = makeReads({
    'project-1': {
      applications: [makeListed({ stageId: 'screening', stageTitle: 'Screening', status: 5 })],
      isWhole: true,
    },
  });
  const rows = [
    toRow(0, makeMove({ onlyFrom: true })),
    toRow(1, makeMove(), makeBefore()),
    toRow(2, makeMove(), makeBefore({ status: 5 })),
  ];
  const found = await readPipelineBefore(reads, 'w', rows);
  expect(found.map(({ leaveOut }) => leaveOut?.causeCode ?? null)).toEqual([
    'skipped/moved-meanwhile',
    'skipped/changed-meanwhile',
    null,
  ]);
});
