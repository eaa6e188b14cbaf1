// A made-up pipeline behind the fake bridge, for the window's tests and the gallery.
import type { RequestHandlers } from '../../electron/shell/ipc-router';
import { matches } from '../../electron/snapshots/pipeline-rows';
import { toSearchText } from '../../shared/operations/search-text';
import { asksForTypedNumber } from '../../shared/operations/typed-number';
import type {
  LastRun,
  PipelineFilter,
  PipelineOverview,
  PipelineRow,
  pipelineSorts,
} from '../../shared/pipeline/pipeline-view';
import type { PreparedPipeline } from '../../shared/pipeline/prepared-pipeline';
import type { SnapshotSummary } from '../../shared/pipeline/snapshot';
import { fakeNowMs } from './fake-runs';

type PipelineChannel = Extract<
  keyof RequestHandlers,
  `snapshots:${string}` | `pipeline:${string}` | `people:${string}`
>;
type PipelineAnswers = Pick<RequestHandlers, PipelineChannel>;

/** What the made-up pipeline holds. */
export interface FakePipelineWorld {
  readonly applications: number;
  readonly wasRead: boolean;
  readonly stages: readonly string[];
  /** Of four people, how many are known by name. */
  readonly namedOfFour: number;
  readonly hasEarlierReading: boolean;
  readonly environment: 'production' | 'practice';
}

const ordinaryStages = ['Applied', 'Screening', 'Interview', 'Final', 'Offer', 'Hired'];
const ordinary: FakePipelineWorld = {
  applications: 530,
  wasRead: true,
  stages: ordinaryStages,
  namedOfFour: 3,
  hasEarlierReading: true,
  environment: 'practice',
};

/** The worlds that pictures are taken of, by name. */
export const fakePipelineWorlds: Readonly<Record<string, FakePipelineWorld>> = {
  ordinary,
  'never-read': { ...ordinary, wasRead: false },
  empty: { ...ordinary, applications: 0 },
  one: { ...ordinary, applications: 1, hasEarlierReading: false },
  thirty: { ...ordinary, applications: 30 },
  huge: { ...ordinary, applications: 50_000 },
  'no-names': { ...ordinary, namedOfFour: 0 },
  'forty-stages': { ...ordinary, stages: Array.from({ length: 40 }, (_, index) => `Round ${index + 1}`) },
  'long-stages': {
    ...ordinary,
    stages: ordinaryStages.map(
      (title) => `${title}, second conversation with the department and the works council`,
    ),
  },
};

const dayMs = 86_400_000;
const firstnames = ['Dušan', 'Mária', 'Minh Anh', 'Kateřina', 'Łukasz', 'Quốc Bảo', 'Zoë', 'Märta', 'Ngọc'];
const lastnames = ['Kovačević', 'Horváthová', 'Nguyễn', 'Nováková', 'Wiśniewski', 'Phạm', 'Lefèvre'];
/** Of a hundred people, how many are in each stage; the rest are in none. */
const shares = [40, 66, 84, 92, 96, 98];
const submissionsByTurn = ['scored', 'scored', 'waiting', 'scored', 'open', 'none'] as const;

function toStageIndex(index: number, stageCount: number): number | null {
  if (stageCount > shares.length) return (index * 7) % stageCount;
  const place = (index * 37) % 100;
  const found = shares.findIndex((share) => place < share);
  return found === -1 ? null : Math.min(found, stageCount - 1);
}

function fakeLastRuns(index: number): Pick<LastRun, 'runNumber' | 'kind' | 'toTitle' | 'outcome'> {
  if (index % 12 === 4) return { runNumber: 14, kind: 'move', toTitle: 'Interview', outcome: 'done' };
  if (index % 12 === 5) return { runNumber: 14, kind: 'move', toTitle: 'Interview', outcome: 'unknown' };
  if (index % 12 === 8) return { runNumber: 15, kind: 'reject', toTitle: null, outcome: 'refused' };
  return { runNumber: 12, kind: 'invite', toTitle: null, outcome: 'done' };
}

function makeRow(index: number, world: FakePipelineWorld): PipelineRow {
  const stageIndex = toStageIndex(index, world.stages.length);
  const isNamed = index % 4 < world.namedOfFour;
  const name = `${firstnames[index % 9]} ${lastnames[index % 7]}`;
  const submission = submissionsByTurn[index % 6] ?? 'none';
  const id = String(index).padStart(4, '0');
  return {
    applicationId: `019c5e88-0000-7000-8000-00000000${id}`,
    candidateId: `019c5e77-0000-7000-8000-00000000${id}`,
    name: isNamed ? name : null,
    email: isNamed ? `person.${index}@example.com` : null,
    atsCandidateId: null,
    stageId: stageIndex === null ? null : `stage-${stageIndex}`,
    stageTitle: stageIndex === null ? null : (world.stages[stageIndex] ?? null),
    jobPostTitle: 'Junior analyst',
    score: submission === 'scored' ? ((index * 13) % 97) / 10 : null,
    submission,
    inStage: world.hasEarlierReading
      ? {
          sinceMs: fakeNowMs - ((index % 20) + 1) * dayMs,
          isExact: index % 3 !== 0,
          fromTitle: index % 9 === 1 ? 'Screening' : null,
        }
      : null,
    lastRun:
      index % 4 < 2
        ? { ...fakeLastRuns(index), runId: 'run-finished', atMs: fakeNowMs - (index % 30) * dayMs }
        : null,
    changes: !world.hasEarlierReading
      ? []
      : index % 24 === 0
        ? ['new']
        : index % 38 === 1
          ? ['moved']
          : index % 88 === 7
            ? ['newly-scored']
            : [],
  };
}

/** The answers of a made-up pipeline. */
export function fakePipeline(world: FakePipelineWorld = ordinary): PipelineAnswers {
  const count = world.applications;
  const indexed = Array.from({ length: count }, (_, index) => makeRow(index, world)).map((row) => ({
    row,
    searchText: toSearchText(`${row.name ?? ''} ${row.email ?? ''}`),
    stagePlace: row.stageId === null ? 99 : Number(row.stageId.slice(6)),
  }));
  const rows = indexed.map(({ row }) => row);
  let named = rows.filter(({ name }) => name !== null).length;
  const makeSnapshot = (snapshotId: string, takenAtMs: number): SnapshotSummary => ({
    snapshotId,
    workspaceId: 'ws-production',
    takenAtMs,
    counts: {
      projects: 2,
      jobPosts: 3,
      interviewSets: 3,
      stages: world.stages.length,
      applications: count,
      submissions: count,
    },
  });
  const today = makeSnapshot('snapshot-2', Date.UTC(2026, 2, 21, 8, 31));
  let snapshots = !world.wasRead
    ? []
    : world.hasEarlierReading
      ? [today, makeSnapshot('snapshot-1', Date.UTC(2026, 2, 16, 8, 30))]
      : [today];
  const countBy = (stageId: string | null) => rows.filter((row) => row.stageId === stageId).length;
  const changed = (kind: PipelineRow['changes'][number]) =>
    rows.filter(({ changes }) => changes.includes(kind)).length;
  const scores = rows.flatMap(({ score }) => score ?? []).sort((one, other) => one - other);

  const overview = (): PipelineOverview => ({
    snapshot: today,
    project: { id: 'project-0', title: 'Graduate Programme 2026' },
    applicationCount: count,
    named,
    stages: [
      ...world.stages.map((title, index) => ({
        stageId: `stage-${index}`,
        title,
        now: countBy(`stage-${index}`),
        before: world.hasEarlierReading
          ? Math.max(0, countBy(`stage-${index}`) - ((index * 7) % 5) + 2)
          : null,
      })),
      ...(countBy(null) > 0
        ? [{ stageId: null, title: 'No stage yet', now: countBy(null), before: null }]
        : []),
    ],
    scores: {
      bands: Array.from(
        { length: 10 },
        (_, band) => scores.filter((score) => Math.min(9, Math.floor(score)) === band).length,
      ),
      unscored: count - scores.length,
      median: scores[Math.floor((scores.length - 1) / 2)] ?? null,
    },
    changes: world.hasEarlierReading
      ? {
          sinceMs: Date.UTC(2026, 2, 16, 8, 30),
          sinceSnapshotId: 'snapshot-1',
          new: changed('new'),
          newlyScored: changed('newly-scored'),
          gone: count > 0 ? 2 : 0,
          movedTo:
            changed('moved') === 0 ? [] : [{ stageTitle: world.stages[3] ?? null, count: changed('moved') }],
        }
      : null,
  });
  const find = (
    filter: PipelineFilter,
    sort: (typeof pipelineSorts)[number],
    isDescending: boolean,
  ): PipelineRow[] => {
    const wanted = toSearchText(filter.search.trim());
    const sortValue = ({ row, stagePlace }: (typeof indexed)[number]): string | number | null => {
      if (sort === 'name') return row.name;
      if (sort === 'score') return row.score;
      return sort === 'stage' ? stagePlace : (row.inStage?.sinceMs ?? null);
    };
    const direction = isDescending ? -1 : 1;
    return indexed
      .filter((one) => matches(one, filter, wanted))
      .map((one) => ({ row: one.row, value: sortValue(one) }))
      .sort((one, other) => {
        if (one.value === null || other.value === null)
          return Number(one.value === null) - Number(other.value === null);
        return direction * (one.value < other.value ? -1 : Number(one.value > other.value));
      })
      .map(({ row }) => row);
  };
  const listIds: PipelineAnswers['pipeline:list-ids'] = ({ filter }) => ({
    applicationIds: find(filter, 'stage', false).map(({ applicationId }) => applicationId),
  });

  return {
    'snapshots:take': () => {
      if (snapshots.length === 0) snapshots = [today];
      return today;
    },
    'snapshots:stop': () => ({}),
    'snapshots:list': ({ limit }) => ({ snapshots: snapshots.slice(0, limit) }),
    'snapshots:list-projects': () => ({
      projects: [
        { id: 'project-1', title: 'Logistics Ostrava', applicationCount: 0 },
        { id: 'project-0', title: 'Graduate Programme 2026', applicationCount: count },
      ],
    }),
    'pipeline:get-overview': overview,
    'pipeline:list-rows': ({ filter, sort, isDescending, offset, limit }) => {
      const found = find(filter, sort, isDescending);
      return { rows: found.slice(offset, offset + limit), matching: found.length };
    },
    'pipeline:list-ids': listIds,
    'pipeline:prepare': ({ applicationIds, action }): PreparedPipeline => {
      const wanted = new Set(applicationIds);
      const chosen = rows.filter(({ applicationId }) => wanted.has(applicationId));
      const target = action.kind === 'move' ? action.stageId : null;
      const conflicts = chosen.filter(({ stageId }) => action.kind === 'move' && stageId === target);
      const going = chosen.filter((row) => !conflicts.includes(row));
      const toTitle =
        action.kind === 'move'
          ? (world.stages[Number(action.stageId.slice(6))] ?? '')
          : action.kind === 'add'
            ? 'Logistics Ostrava'
            : null;
      const groups = new Map<string | null, number>();
      for (const { stageTitle } of going) {
        const from = action.kind === 'add' ? null : stageTitle;
        groups.set(from, (groups.get(from) ?? 0) + 1);
      }
      return {
        batchId: going.length === 0 ? null : 'batch-pipeline',
        operation: action.kind,
        title: 'Graduate Programme 2026',
        sendable: going.length,
        groups: [...groups].map(([fromTitle, size]) => ({
          kind: action.kind,
          fromTitle,
          toTitle,
          count: size,
        })),
        conflicts: conflicts.slice(0, 200).map(({ name }, index) => ({
          rowNumber: index + 1,
          name,
          sentence: `In ${toTitle} already`,
          choice: null,
        })),
        conflictCount: conflicts.length,
        asksForNumber: asksForTypedNumber(world.environment, action.kind, going.length),
      };
    },
    'pipeline:begin-sheet': () => ({ sheetId: 'sheet-1' }),
    'pipeline:add-sheet-rows': ({ rows: held }) => ({ rowsHeld: held.length }),
    'pipeline:prepare-sheet': () => ({ ...undoOfMoves, unchangedCount: 0 }),
    'pipeline:change-sheet-rows': () => ({ ...undoOfMoves, unchangedCount: 0 }),
    'pipeline:prepare-chain': () => ({ ...undoOfMoves, operation: 'add' }),
    'pipeline:list-stages': () => ({
      stages: world.stages.map((title, index) => ({ id: `stage-${index}`, title })),
    }),
    'pipeline:prepare-undo': () => undoOfMoves,
    'pipeline:export': () => ({
      kind: 'saved',
      fileName: 'Graduate Programme 2026.xlsx',
      savedId: 'saved-2',
      rowCount: count,
    }),
    'people:add-names': ({ people }) => {
      named += people.length;
      return { added: people.length };
    },
  };
}

/** Two people go back, and one was moved on by somebody meanwhile. */
const undoOfMoves: PreparedPipeline = {
  batchId: 'batch-undo',
  operation: 'move',
  title: 'Undo of Graduate Programme 2026',
  sendable: 2,
  groups: [{ kind: 'move', fromTitle: 'Final', toTitle: 'Interview', count: 2 }],
  conflicts: [
    {
      rowNumber: 3,
      name: 'Dušan Kovačević',
      sentence: 'Somebody moved this person to Offer meanwhile, so nothing was changed',
      choice: null,
    },
  ],
  conflictCount: 1,
  asksForNumber: true,
};
