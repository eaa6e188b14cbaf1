// Adds, moves, rejections and edited workbooks from the terminal: what the practice server's record holds is what the sheet says.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Application } from '../../../electron/practice/world';
import { openLedger } from '../../../electron/store/ledger';
import {
  activeOf,
  editStages,
  type PipelineTitles,
  readTitles,
  writePipelineWorkbook,
} from '../../helpers/pipeline-workbook';
import { openWithExceljs, toTexts } from '../../unit/electron/workbooks/read-workbook';
import { buildCli, setUpWorkplace, type Workplace } from './built-cli';

beforeAll(buildCli);

interface Scene {
  readonly place: Workplace;
  readonly titles: PipelineTitles;
  /** A project with people in it, its stages, and who is in it. */
  readonly projectId: string;
  readonly projectTitle: string;
  readonly stages: readonly { readonly id: string; readonly name: string }[];
  readonly people: readonly Application[];
  write(name: string, header: string, lines: readonly string[]): string;
  run(file: string, operation: string, ...more: string[]): ReturnType<Workplace['cli']>;
  posts(): number;
}

async function setScene(candidates = 120): Promise<Scene> {
  const place = await setUpWorkplace({ candidates });
  const titles = await readTitles(place.server);
  const counts = new Map<string, Application[]>();
  for (const one of activeOf(place.server)) {
    if (one.stageId !== null) counts.set(one.projectId, [...(counts.get(one.projectId) ?? []), one]);
  }
  const [projectId = '', people = []] =
    [...counts].sort((one, other) => other[1].length - one[1].length)[0] ?? [];
  return {
    place,
    titles,
    projectId,
    projectTitle: titles.projects.get(projectId) ?? '',
    stages: titles.stages.get(projectId) ?? [],
    people: people.map((one) => ({ ...one })),
    write: (name, header, lines) => {
      const file = join(place.folder, name);
      writeFileSync(file, [header, ...lines].join('\r\n'));
      return file;
    },
    run: (file, operation, ...more) =>
      place.cli(['run', file, '--operation', operation, '--results', 'out.xlsx', '--json', ...more]),
    posts: () => place.server.record.requests.filter(({ method }) => method === 'POST').length,
  };
}

const find = ({ place }: Scene, id: string) =>
  place.server.record.applications().find((one) => one.id === id);

describe('run on a pipeline', () => {
  test('move: application ids and stages in other words of the header; results say what was asked', async () => {
    const scene = await setScene();
    const last = scene.stages.at(-1);
    const movable = scene.people.filter(({ stageId }) => stageId !== last?.id).slice(0, 5);
    const file = scene.write(
      'verschieben.csv',
      'Notiz;Bewerbungs-ID;Neue Phase',
      movable.map(({ id }) => `x;${id};${last?.name.toUpperCase()}`),
    );
    const { exitCode, answer, stderr } = await scene.run(file, 'move');
    expect(stderr).toContain('5 changes');
    expect(exitCode).toBe(0);
    expect(answer.counts).toMatchObject({ done: 5 });
    expect(movable.map(({ id }) => find(scene, id)?.stageId)).toEqual(Array(5).fill(last?.id));

    const sheet = (await openWithExceljs(join(scene.place.folder, 'out.xlsx'))).getWorksheet('Results');
    const [header = [], ...rows] = toTexts(sheet);
    const at = (name: string) => header.indexOf(name);
    expect(rows.map((row) => row[at('Application id')])).toEqual(movable.map(({ id }) => id));
    for (const row of rows) {
      expect(row[at('Asked for')]).toMatch(new RegExp(`→ ${last?.name}$`));
      expect(row[at('Outcome')]).toBe('Done');
      expect(row[at('Time')]).not.toBe('');
    }
    expect(header).not.toContain('Email sent to');
  });

  test('columns that the app remembers of this header are used, and proposed anew where that is asked for', async () => {
    const scene = await setScene(60);
    const last = scene.stages.at(-1);
    const [one] = scene.people.filter(({ stageId }) => stageId !== last?.id);
    const ledger = openLedger(scene.place.dataDir);
    ledger.pipelineMappings.remember(
      {
        headers: ['Ref', 'Wohin'],
        columns: [
          { field: 'application_id', header: 'Ref', occurrence: 1 },
          { field: 'stage', header: 'Wohin', occurrence: 1 },
        ],
        nameOrder: 'decide',
      },
      1,
    );
    ledger.close();
    const file = scene.write('m.csv', 'Ref,Wohin', [`${one?.id},${last?.name}`]);
    const anew = await scene.run(file, 'move', '--no-remembered');
    expect([anew.exitCode, scene.posts()]).toEqual([1, 0]);
    const { exitCode, stderr } = await scene.run(file, 'move');
    expect(stderr).toContain('The columns are used as last time. --no-remembered proposes them anew.');
    expect([exitCode, find(scene, one?.id ?? '')?.stageId]).toEqual([0, last?.id]);
  });

  test('a row that cannot be understood refuses the file, names itself, and can be skipped', async () => {
    const scene = await setScene();
    const [first, last] = [scene.stages[0], scene.stages.at(-1)];
    const one = scene.people.find(({ stageId }) => stageId === first?.id);
    const file = scene.write('move.csv', 'Application ID,Stage', [
      `${one?.id},${last?.name}`,
      `${scene.people.find(({ id }) => id !== one?.id)?.id},Interveiw`,
    ]);
    const refused = await scene.run(file, 'move');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(/Row 3.*There is no stage of .* called “Interveiw”/);
    expect(refused.stderr).toContain('Nothing was sent');
    expect(scene.posts()).toBe(0);
    const { exitCode, answer } = await scene.run(file, 'move', '--skip-problems');
    expect(exitCode).toBe(2);
    expect(answer.counts).toMatchObject({ done: 1, skipped: 1 });
    expect(find(scene, one?.id ?? '')?.stageId).toBe(last?.id);
  });

  test('reject: more than 30 need their number', async () => {
    const scene = await setScene(400);
    const chosen = scene.people.slice(0, 31);
    expect(chosen).toHaveLength(31);
    const file = scene.write(
      'no.csv',
      'Who,Column',
      chosen.map(({ id }) => `x,${id}`),
    );
    const words = ['--map', 'Column=application_id'];
    for (const more of [[], ['--yes-number', '30']]) {
      const { exitCode, stderr } = await scene.run(file, 'reject', ...words, ...more);
      expect(exitCode).toBe(1);
      expect(stderr).toMatch(/add --yes-number 31/i);
    }
    expect(scene.posts()).toBe(0);
    const { exitCode } = await scene.run(file, 'reject', ...words, '--yes-number', '31');
    expect(exitCode).toBe(0);
    expect(chosen.map(({ id }) => find(scene, id)?.isRejected)).toEqual(Array(31).fill(true));
  });

  test('invite, then add the same file to a project and stage named by their titles; once more, they are there already', async () => {
    const scene = await setScene();
    const file = scene.place.writePeople('fair.csv', 6);
    const invite = ['--set', scene.place.setId, '--send-invite', 'no'];
    expect((await scene.run(file, 'invite', ...invite)).exitCode).toBe(0);
    const [, stage] = scene.stages;
    const where = ['--project', scene.projectTitle.toUpperCase(), '--stage', stage?.name ?? ''];
    const { exitCode, answer } = await scene.run(file, 'add', ...where);
    expect(exitCode).toBe(0);
    expect(answer.counts).toMatchObject({ done: 6 });
    const invited = new Set(
      scene.place.server.record
        .people()
        .filter(({ email }) => /^person\d@example\.com$/.test(email ?? ''))
        .map(({ id }) => id),
    );
    const added = () =>
      activeOf(scene.place.server).filter(
        ({ personId, projectId }) => invited.has(personId) && projectId === scene.projectId,
      );
    expect(added().map(({ stageId }) => stageId)).toEqual(Array(6).fill(stage?.id));
    const again = await scene.run(file, 'add', ...where);
    expect(again.answer.counts).toMatchObject({ done: 0, alreadyThere: 6 });
    expect(added()).toHaveLength(6);
  });

  test('changes: exactly what was edited in an exported workbook, and a sentence for any other file', async () => {
    const scene = await setScene();
    const { place, titles, people } = scene;
    const file = join(place.folder, 'Pipeline.xlsx');
    await writePipelineWorkbook(file, place.server, titles);
    const before = place.server.record.applications().map((one) => ({ ...one }));
    const [moved, rejected] = people;
    const stage = scene.stages.filter(({ id }) => id !== moved?.stageId).at(-1);
    await editStages(
      file,
      new Map([
        [moved?.id ?? '', stage?.name ?? ''],
        [rejected?.id ?? '', 'Reject'],
      ]),
    );
    const { exitCode, stderr } = await scene.run(file, 'changes');
    expect(stderr).toContain(`2 changes, ${activeOf(place.server).length - 1} rows as they were`);
    expect(exitCode).toBe(0);
    expect(place.server.record.applications()).toMatchObject(
      before.map(({ id, stageId, isRejected }) => ({
        id,
        stageId: id === moved?.id ? stage?.id : stageId,
        isRejected: isRejected || id === rejected?.id,
      })),
    );

    const other = await scene.run(place.writePeople('people.csv', 2), 'changes');
    expect(other.exitCode).toBe(1);
    expect(other.stderr).toContain('is no exported pipeline');
  });

  test('changes: whom somebody else has moved since the export is named, and stays', async () => {
    const scene = await setScene();
    const { place, titles, people, stages } = scene;
    const file = join(place.folder, 'Pipeline.xlsx');
    await writePipelineWorkbook(file, place.server, titles);
    const [one] = people;
    const [elsewhere, wanted] = stages.filter(({ id }) => id !== one?.stageId);
    await editStages(file, new Map([[one?.id ?? '', wanted?.name ?? '']]));
    const colleague = scene.write('colleague.csv', 'Application ID,Stage', [`${one?.id},${elsewhere?.id}`]);
    expect((await scene.run(colleague, 'move')).exitCode).toBe(0);
    const { exitCode, stderr } = await scene.run(file, 'changes');
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`Somebody moved this person to ${elsewhere?.name} since the workbook was saved`);
    expect(find(scene, one?.id ?? '')?.stageId).toBe(elsewhere?.id);
  });

  test('what means nothing, or is not there, is said before anything is sent', async () => {
    const scene = await setScene();
    const file = scene.write('move.csv', 'Application ID,Stage', [`${scene.people[0]?.id},x`]);
    const sentences = [
      [['move', '--send-invite', 'yes'], '--send-invite means nothing with --operation move'],
      [['reject', '--stage', 'Final'], '--stage means nothing with --operation reject'],
      [['add', '--project', 'Nowhere at all'], 'There is no project called “Nowhere at all”'],
      [['add'], 'No column says who'],
      [['move', '--map', 'Column=stage'], 'There is no column “Column”'],
      [['dance'], '--operation takes invite, add, move, reject or changes'],
    ] as const;
    for (const [words, sentence] of sentences) {
      const people = words[1] === '--project' ? scene.place.writePeople('p.csv', 2) : file;
      const { exitCode, stderr } = await scene.run(people, words[0], ...words.slice(1));
      expect([exitCode, stderr]).toEqual([1, expect.stringContaining(sentence)]);
    }
    expect(scene.posts()).toBe(0);
  });
});
