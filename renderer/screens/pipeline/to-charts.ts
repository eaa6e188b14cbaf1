import type { PipelineOverview } from '../../../shared/pipeline/pipeline-view';
import { formatSinceDay } from '../../components/format-date';
import { formatNumber } from '../../components/format-number';
import type { Chart } from './chart';
import { toDifference } from './pipeline-words';

/** The id of the bar of people in no stage, as the filter calls them. */
export const noStageId = 'none';

/** People by stage, in the order of the pipeline. */
export function toStageChart(
  { stages, changes, project, applicationCount }: PipelineOverview,
  nowMs: number,
): Chart {
  return {
    title: 'People by stage',
    note: `${project.title}, ${formatNumber(applicationCount)}`,
    direction: 'rows',
    labelHeader: 'Stage',
    differenceHeader: changes === null ? null : `since ${formatSinceDay(changes.sinceMs, nowMs)}`,
    bars: stages.map(({ stageId, title, now, before }) => ({
      id: stageId ?? noStageId,
      label: title,
      value: now,
      difference: toDifference(now, before),
      isQuiet: stageId === null,
    })),
  };
}

/** People by score: ten bands of one point. */
export function toScoreChart({ scores, applicationCount }: PipelineOverview): Chart {
  const scored = applicationCount - scores.unscored;
  const half = scores.median === null || scored < 2 ? '' : `, half are above ${scores.median.toFixed(1)}`;
  return {
    title: 'Scores',
    note: `${formatNumber(scored)} of ${formatNumber(applicationCount)} scored${half}`,
    direction: 'columns',
    labelHeader: 'Score',
    differenceHeader: null,
    bars: scores.bands.map((value, band) => ({
      id: String(band),
      label: `${band}–${band + 1}`,
      value,
      difference: '',
      isQuiet: false,
    })),
  };
}
