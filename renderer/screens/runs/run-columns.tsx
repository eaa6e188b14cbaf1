import type { RunSummary } from '../../../shared/runs/progress';
import type { DataGridColumn } from '../../components/data-grid/data-grid-types';
import { formatDayAndTime } from '../../components/format-date';
import { formatNumber } from '../../components/format-number';
import { toOperationWord } from '../../components/operation-words';
import { OutcomeBar } from '../../components/outcome-bar';
import { toCountsSentence, toRunStateWords, toUndecidedCount } from '../../components/run-words';
import { environmentLook } from '../../components/shell/environment-look';
import { UnsureChip } from '../../components/unsure-chip';
import styles from './run-columns.module.css';

/** How much room the list has. */
export type RunRoom = 'wide' | 'narrow' | 'narrow-one-workspace' | 'beside-a-story';

/** Room for the name and for what was found in the run. */
const foundWidth = 208;

function toOutcomeText({ counts, parentRunId }: RunSummary): string {
  return parentRunId === null
    ? toCountsSentence(counts)
    : `${toCountsSentence(counts)}. Run again of an earlier one`;
}

function OutcomeCell(run: RunSummary) {
  return (
    <span className={styles.outcome}>
      <UnsureChip count={toUndecidedCount(run)} />
      <span>{toOutcomeText(run)}</span>
    </span>
  );
}

function WorkspaceCell({ environment, workspaceName }: Pick<RunSummary, 'environment' | 'workspaceName'>) {
  const { word, Icon, color } = environmentLook[environment];
  return (
    <span className={styles.workspace} title={`${word}, ${workspaceName}`}>
      <Icon size={16} color={color} aria-hidden="true" />
      <span>{workspaceName}</span>
    </span>
  );
}

/** The batch's name is the row's name. */
const runColumns: readonly DataGridColumn<RunSummary>[] = [
  {
    id: 'batch',
    header: 'Batch',
    width: 184,
    grows: true,
    tone: 'strong',
    isRowHeader: true,
    text: ({ batchName }) => batchName,
  },
  {
    id: 'number',
    header: 'Run',
    width: 56,
    align: 'end',
    tone: 'second',
    text: ({ runNumber }) => formatNumber(runNumber),
  },
  {
    id: 'workspace',
    header: 'Workspace',
    width: 156,
    tone: 'second',
    text: ({ environment, workspaceName }) => `${environmentLook[environment].word}, ${workspaceName}`,
    view: WorkspaceCell,
  },
  {
    id: 'operation',
    header: 'Work',
    width: 84,
    tone: 'second',
    text: ({ operation }) => toOperationWord(operation),
  },
  { id: 'state', header: 'State', width: 132, tone: 'second', text: toRunStateWords },
  {
    id: 'when',
    header: 'When',
    width: 120,
    tone: 'second',
    text: ({ startedAtMs, createdAtMs }) => formatDayAndTime(startedAtMs ?? createdAtMs, Date.now()),
  },
  { id: 'rows', header: 'Rows', width: 60, align: 'end', text: ({ total }) => formatNumber(total) },
  {
    id: 'bar',
    header: 'Outcome as a bar',
    headerView: '',
    width: 104,
    text: ({ counts }) => toCountsSentence(counts),
    view: ({ counts, inFlight }) => (
      <span className={styles.bar}>
        <OutcomeBar counts={counts} inFlight={inFlight} height={6} />
      </span>
    ),
  },
  {
    id: 'outcome',
    header: 'Outcome',
    width: 272,
    grows: true,
    tone: 'second',
    text: (run) => {
      const undecided = toUndecidedCount(run);
      return undecided === 0 ? toOutcomeText(run) : `${undecided} not sure. ${toOutcomeText(run)}`;
    },
    view: OutcomeCell,
  },
];

/**
 * What can be left out: the bar says nothing that the words do not; the workspace, where there is only one; else the number, which
 * the run's own screen has.
 */
const leftOut: Readonly<Record<RunRoom, readonly string[]>> = {
  wide: [],
  narrow: ['bar', 'number'],
  'narrow-one-workspace': ['bar', 'workspace'],
  'beside-a-story': ['bar', 'workspace'],
};

const toNarrow = (room: RunRoom, outcomeWidth: number) =>
  runColumns
    .filter(({ id }) => !leftOut[room].includes(id))
    .map((column) => (column.id === 'outcome' ? { ...column, width: outcomeWidth } : column));

/** The list of runs, each with how many of its rows a search has found; `matches` is null while nothing is looked for. */
export function toRunColumns(
  room: RunRoom,
  matches: ReadonlyMap<string, number> | null,
): readonly DataGridColumn<RunSummary>[] {
  // What is found takes its room from the words of the outcome, so that nothing lies outside of the view.
  const columns = room === 'wide' ? runColumns : toNarrow(room, matches === null ? 200 : 176);
  if (matches === null) return columns;
  const found = ({ runId }: RunSummary) => {
    const count = matches.get(runId);
    return count === undefined ? '' : `${formatNumber(count)} found`;
  };
  return columns.map((column) =>
    column.id === 'batch'
      ? {
          ...column,
          width: foundWidth,
          text: (run) => [run.batchName, found(run)].filter(Boolean).join(', '),
          view: (run) => (
            <span className={styles.batch}>
              <span>{run.batchName}</span>
              {found(run) !== '' && <span className={styles.found}>{found(run)}</span>}
            </span>
          ),
        }
      : column,
  );
}
