import { describe, expect, test } from 'vitest';
import { DraftSession } from '../../../../renderer/worker/draft-session';
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

describe('columns as last time', () => {
  const header = 'Nr,ID,Where now,Where to';
  const line = `1,${id(1)},Final,Offer`;

  test('exactly this header in any order is used as before, another is proposed', async () => {
    const first = await makeTextSession(header, line);
    first.assignPipeline('move', 1, 'application_id');
    first.assignPipeline('move', 3, 'stage');
    const remembered = first.pipelineMappingToRemember();
    expect(remembered).not.toBeNull();
    const saved = remembered === null ? [] : [remembered];

    const turned = await makeTextSession('Where to,Nr,ID,Where now', `Offer,1,${id(1)},Final`);
    const { mapped, isRecalled, columns } = turned.recallPipeline('move', saved);
    expect([mapped, isRecalled]).toEqual([{ application_id: 2, stage: 0 }, true]);
    expect(columns[0]?.reason).toBe('As last time');
    expect(turned.pipelineRows('move', 0)).toMatchObject([{ applicationId: id(1), stage: 'Offer' }]);
    expect(turned.proposePipelineAnew('move').isRecalled).toBe(false);

    const wider = await makeTextSession(`${header},More`, `${line},x`);
    expect(wider.recallPipeline('move', saved).isRecalled).toBe(false);
  });

  test('two columns of one header are told apart by their order alone', async () => {
    const first = await makeTextSession('ID,Stage,Stage', `${id(1)},Final,Offer`);
    first.assignPipeline('move', 0, 'application_id');
    first.assignPipeline('move', 2, 'stage');
    const remembered = first.pipelineMappingToRemember();
    const saved = remembered === null ? [] : [remembered];
    const same = await makeTextSession('ID,Stage,Stage', `${id(1)},Final,Offer`);
    expect(same.recallPipeline('move', saved).mapped).toEqual({ application_id: 0, stage: 2 });
    const turned = await makeTextSession('Stage,ID,Stage', `Final,${id(1)},Offer`);
    expect(turned.recallPipeline('move', saved).isRecalled).toBe(false);
  });

  test('what somebody has chosen already stays', async () => {
    const session = await makeTextSession(header, line);
    session.assignPipeline('move', 2, 'stage');
    const other = await makeTextSession(header, line);
    other.assignPipeline('move', 3, 'stage');
    const remembered = other.pipelineMappingToRemember();
    session.recallPipeline('move', remembered === null ? [] : [remembered]);
    expect(session.pipelineColumns('move').mapped.stage).toBe(2);
  });
});

describe('rows changed by hand', () => {
  const open = () => makeTextSession('Application ID,Stage', `${id(1)},Fianl`, `${id(2)},Offer`);

  test('count in what is handed over, can be taken back, and leave the recruiter’s cells as they are', async () => {
    const session = await open();
    expect(session.editPipeline('move', 2, 'stage', ' Final ')).toMatchObject([
      { rowNumber: 2, stage: 'Final', cells: [id(1), 'Fianl'] },
    ]);
    expect(session.pipelineRows('move', 0)).toMatchObject([{ stage: 'Final' }, { stage: 'Offer' }]);
    expect(session.stepPipeline('undo')).toEqual({
      undoes: null,
      redoes: 'Changed the stage in row 2',
    });
    expect(session.pipelineRows('move', 0)).toMatchObject([{ stage: 'Fianl' }, { stage: 'Offer' }]);
    session.stepPipeline('redo');
    expect(session.pipelineRows('move', 0)).toMatchObject([{ stage: 'Final' }, { stage: 'Offer' }]);
  });

  test('are forgotten where the field comes from another column', async () => {
    const session = await makeTextSession('Application ID,Stage,Then', `${id(1)},Fianl,Offer`);
    session.editPipeline('move', 2, 'stage', 'Final');
    session.assignPipeline('move', 2, 'stage');
    expect(session.pipelineRows('move', 0)).toMatchObject([{ stage: 'Offer' }]);
  });

  test('come back with the draft', async () => {
    const bytes = new TextEncoder().encode(`Application ID,Stage\n${id(1)},Fianl\n`);
    const session = new DraftSession();
    await session.open(bytes, 'moves.csv');
    session.editPipeline('move', 2, 'stage', 'Final');
    const work = await session.keptWork();
    expect(work?.changeCount).toBe(1);
    const journalId = work?.sheet.changes.journalId ?? '';
    const parts = session.journalParts(journalId, 0) ?? [];

    const later = new DraftSession();
    await later.open(bytes, 'moves.csv');
    later.restoreChanges(journalId, []);
    later.restoreChanges(journalId, parts);
    expect(later.pipelineRows('move', 0)).toMatchObject([{ stage: 'Final' }]);
    expect(later.stepPipeline('stay').undoes).toBe('Changed the stage in row 2');
  });
});
