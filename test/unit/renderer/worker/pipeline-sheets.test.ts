import { describe, expect, test } from 'vitest';
import { makeTextSession } from './make-session';

const id = (digit: number) => `0190a000-0000-7000-8000-${String(digit).padStart(12, '0')}`;

describe('an exported pipeline that comes back', () => {
  const exported = [
    'Pipeline of the week,,,,',
    'Stage when exported,Application ID,Notes,Stage,Email',
    `Applied,${id(1)},x,Final,ana@example.com`,
    `Applied,${id(2)},,Applied,`,
    `Total,${id(3)},,Reject,`,
  ];

  test('is recognized with its columns in any order, below a line of its own, and every row counts', async () => {
    const session = await makeTextSession(...exported);
    const summary = session.recallMappings([]);
    expect(summary.isPipelineExport).toBe(true);
    expect(summary.table?.headerRow).toBe(2);
    expect(session.pipelineRowCount('as-edited')).toBe(3);
    expect(session.pipelineRows('as-edited', 0)).toMatchObject([
      {
        rowNumber: 3,
        applicationId: id(1),
        stage: 'Final',
        stageBefore: 'Applied',
        email: 'ana@example.com',
      },
      { rowNumber: 4, applicationId: id(2), stage: 'Applied', stageBefore: 'Applied', email: null },
      { rowNumber: 5, applicationId: id(3), stage: 'Reject', stageBefore: 'Total' },
    ]);
    expect(session.pipelineRows('as-edited', 0)[0]?.cells).toEqual([
      'Applied',
      id(1),
      'x',
      'Final',
      'ana@example.com',
    ]);
  });

  test('without the stage at its export it is a sheet like any other', async () => {
    const session = await makeTextSession('Application ID,Stage', `${id(1)},Final`, `${id(2)},Final`);
    expect(session.recallMappings([]).isPipelineExport).toBe(false);
    expect(() => session.pipelineRows('as-edited', 0)).toThrow();
  });
});

describe('the columns of a sheet of work on a pipeline', () => {
  const fieldsIn = async (use: 'add' | 'move' | 'reject', ...lines: string[]) =>
    (await makeTextSession(...lines)).pipelineColumns(use).mapped;

  test.each([
    ['Email,Project,Stage,Job post', { email: 0, project: 1, stage: 2, job_post: 3 }],
    ['E-Mail,Projekt,Neue Phase,Stellenanzeige', { email: 0, project: 1, stage: 2, job_post: 3 }],
    ['Correo,Proyecto,Nueva etapa,Vacante', { email: 0, project: 1, stage: 2, job_post: 3 }],
    ['Email,Dự án,Giai đoạn,Tin tuyển dụng', { email: 0, project: 1, stage: 2, job_post: 3 }],
    ['メール,プロジェクト,ステージ,求人', { email: 0, project: 1, stage: 2, job_post: 3 }],
    ['Email,Project,Stage,New stage', { email: 0, project: 1, stage: 3 }],
  ])('%s', async (header, fields) => {
    expect(await fieldsIn('add', header, 'ana@example.com,Sales,Final,Senior')).toEqual(fields);
  });

  test('a candidate ID of Flowmingo’s form is Flowmingo’s, any other is the recruiter’s own', async () => {
    expect(await fieldsIn('add', 'Candidate ID,Stage', `${id(1)},Final`, `${id(2)},Final`)).toEqual({
      tal_candidate_id: 0,
      stage: 1,
    });
    expect(await fieldsIn('add', 'Candidate ID,Stage', 'A-001,Final', 'A-002,Final')).toEqual({
      ats_candidate_id: 0,
      stage: 1,
    });
  });

  test('what a use has no need of is neither shown as used nor handed over', async () => {
    const session = await makeTextSession('Application ID,Stage,Job post', `${id(1)},Final,Senior`);
    expect(session.pipelineColumns('reject').mapped).toEqual({ application_id: 0 });
    expect(session.pipelineRows('reject', 0)).toMatchObject([
      { applicationId: id(1), stage: null, jobPost: null },
    ]);
  });

  test('a column chosen by hand takes the field from the one that held it', async () => {
    const session = await makeTextSession('Application ID,Stage,Then', `${id(1)},Final,Offer`);
    const { mapped, columns } = session.assignPipeline('move', 2, 'stage');
    expect(mapped).toEqual({ application_id: 0, stage: 2 });
    expect(columns.map(({ reason }) => reason).slice(1)).toEqual([
      'You chose not to use it',
      'You chose this',
    ]);
    expect(session.pipelineRows('move', 0)).toMatchObject([{ stage: 'Offer' }]);
  });
});
