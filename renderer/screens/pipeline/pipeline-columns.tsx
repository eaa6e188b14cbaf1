import { Checkbox } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { LastRun, PipelineRow, pipelineSorts } from '../../../shared/pipeline/pipeline-view';
import type { DataGridColumn } from '../../components/data-grid/data-grid-types';
import { outcomeLook } from '../../components/outcome-look';
import { toLastRunHint, toLastRunWords } from './last-run-words';
import styles from './pipeline-columns.module.css';
import {
  shortenCandidateId,
  submissionWords,
  toInStageWords,
  toRowName,
  toScoreWords,
} from './pipeline-words';
import type { PipelineOrder } from './use-pipeline-rows';

type Column = DataGridColumn<PipelineRow>;
type Sort = (typeof pipelineSorts)[number];

interface ColumnsInput {
  readonly order: PipelineOrder;
  readonly isSelected: (applicationId: string) => boolean;
  /** How much of what is found is chosen. */
  readonly allChosen: 'none' | 'some' | 'all';
  /** "Choose all 96 shown". */
  readonly chooseAllLabel: string;
  readonly onChooseAll: () => void;
  readonly nowMs: number;
}

/** The column whose cell opens the last run of its person. */
export const lastRunColumnId = 'last-run';

/** A score of 10 is a full bar. */
const bestScore = 10;

function NameCell({ row, isSelected }: { readonly row: PipelineRow; readonly isSelected: boolean }) {
  return (
    <span className={styles.name}>
      <span className={styles.box} data-checked={isSelected || undefined} aria-hidden="true">
        {isSelected && <IconCheck size={12} stroke={3} />}
      </span>
      <span className={styles.nameText} title={toRowName(row)}>
        {row.name ?? row.email ?? (
          <span className="text-2">
            Name not known{' '}
            <span className={styles.id}>{shortenCandidateId(row.candidateId ?? row.applicationId)}</span>
          </span>
        )}
      </span>
    </span>
  );
}

function ScoreCell({ score }: Pick<PipelineRow, 'score'>) {
  if (score === null) return <span className="text-2">none yet</span>;
  return (
    <span className={styles.score}>
      <span className={styles.track} aria-hidden="true">
        <span style={{ width: `${(Math.min(bestScore, Math.max(0, score)) / bestScore) * 100}%` }} />
      </span>
      {toScoreWords(score)}
    </span>
  );
}

/** The columns of the grid: the box that chooses a row stands in its name's cell, so that both are one thing. */
export function toPipelineColumns(input: ColumnsInput): readonly Column[] {
  const { order, isSelected, allChosen, chooseAllLabel, onChooseAll, nowMs } = input;
  const sortOf = (sort: Sort) =>
    order.sort !== sort ? 'none' : order.isDescending ? 'descending' : 'ascending';
  return [
    {
      id: 'name',
      header: 'Name',
      headerLead: (
        <Checkbox
          size="xs"
          aria-label={chooseAllLabel}
          checked={allChosen === 'all'}
          indeterminate={allChosen === 'some'}
          onChange={onChooseAll}
        />
      ),
      sort: sortOf('name'),
      width: 256,
      grows: true,
      tone: 'strong',
      isRowHeader: true,
      text: toRowName,
      view: (row) => <NameCell row={row} isSelected={isSelected(row.applicationId)} />,
    },
    {
      id: 'stage',
      header: 'Stage',
      sort: sortOf('stage'),
      width: 128,
      grows: true,
      text: ({ stageTitle }) => stageTitle ?? 'No stage yet',
    },
    {
      id: 'score',
      header: 'Score',
      sort: sortOf('score'),
      width: 116,
      align: 'end',
      text: ({ score }) => toScoreWords(score),
      view: ScoreCell,
    },
    {
      id: 'submission',
      header: 'Submission',
      width: 132,
      tone: 'second',
      text: ({ submission }) => submissionWords[submission],
    },
    {
      id: 'in-stage',
      header: 'In this stage',
      sort: sortOf('in-stage'),
      width: 160,
      tone: 'second',
      text: ({ inStage }) => toInStageWords(inStage, nowMs),
    },
    {
      id: lastRunColumnId,
      header: 'Last run',
      width: 208,
      tone: 'second',
      text: ({ lastRun }) => toLastRunWords(lastRun, nowMs),
      view: ({ lastRun }) =>
        lastRun === null ? (
          'none'
        ) : (
          <span className={styles.run} title={toLastRunHint(lastRun, nowMs)}>
            {lastRun.outcome !== 'done' && <OutcomeIcon outcome={lastRun.outcome} />}
            {toLastRunWords(lastRun, nowMs)}
          </span>
        ),
    },
  ];
}

/** The words beside it say the same. */
function OutcomeIcon({ outcome }: { readonly outcome: LastRun['outcome'] }) {
  const { Icon, color } = outcomeLook[outcome];
  return <Icon className={styles.outcome ?? ''} size={14} color={color} aria-hidden="true" />;
}
