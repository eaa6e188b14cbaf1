import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useMemo, useState } from 'react';
import type { PipelineFilter } from '../../../shared/pipeline/pipeline-view';
import { scopeLabels } from '../../../shared/workspaces/workspace';
import { bridge } from '../../bridge';
import { ErrorPanel } from '../../components/error-panel';
import { PipelineReviewDialog } from '../../components/pipeline-review/pipeline-review-dialog';
import { SkeletonRows } from '../../components/skeleton-rows';
import { useAsked } from '../../components/use-asked';
import { useKept } from '../../components/use-kept';
import { useNavigate } from '../../components/use-navigate';
import { noFilter } from './filter-words';
import { AddDialog } from './parts/add-dialog';
import { ChangesLine } from './parts/changes-line';
import chartStyles from './parts/charts.module.css';
import { FilterBar } from './parts/filter-bar';
import { NamesDialog } from './parts/names-dialog';
import { PipelineGrid } from './parts/pipeline-grid';
import { PipelineHead, type ProjectChoice } from './parts/pipeline-head';
import { PipelineNotes } from './parts/pipeline-notes';
import { ScoreChart } from './parts/score-chart';
import { SelectionFooter } from './parts/selection-footer';
import { StageChart } from './parts/stage-chart';
import styles from './pipeline-screen.module.css';
import { toReadSentence } from './pipeline-words';
import type { SnapshotPipelineProps } from './snapshot-pipeline';
import { toScoreChart, toStageChart } from './to-charts';
import { useChangedSince } from './use-changed-since';
import { useExport } from './use-export';
import { type PipelineOrder, usePipelineRows } from './use-pipeline-rows';
import { usePrepare } from './use-prepare';
import { useSelection } from './use-selection';

interface ProjectPipelineProps extends SnapshotPipelineProps {
  readonly projects: readonly ProjectChoice[];
  readonly projectId: string;
  readonly onProject: (projectId: string) => void;
}

/** A search is asked for when the typing rests. */
const searchRestMs = 200;

/** One project: what changed, its charts, its people, and what can be done with those who are chosen. */
export function ProjectPipeline(props: ProjectPipelineProps) {
  const { workspace, snapshot, earlier, isReading, readOffBecause, notes, onRead, onNamesAdded } = props;
  const { projects, projectId, onProject } = props;
  const { workspaceId } = workspace;
  const { snapshotId } = snapshot;
  const navigate = useNavigate();
  const [sinceSnapshotId, setSinceSnapshotId] = useState<string | null>(null);
  const [chosenFilter, setFilter] = useState<PipelineFilter>(noFilter);
  const [search, setSearch] = useState('');
  const [askedSearch] = useDebouncedValue(search.trim(), searchRestMs);
  const [order, setOrder] = useState<PipelineOrder>({ sort: 'score', isDescending: true });
  const [revision, setRevision] = useState(0);
  const [dialog, setDialog] = useState<'names' | 'add' | null>(null);

  const place = useMemo(
    () => ({ snapshotId, projectId, sinceSnapshotId }),
    [snapshotId, projectId, sinceSnapshotId],
  );
  const filter = useMemo(() => ({ ...chosenFilter, search: askedSearch }), [chosenFilter, askedSearch]);
  const { asked, askAgain } = useAsked(
    useCallback(() => bridge.ask('pipeline:get-overview', place), [place]),
  );
  const rows = usePipelineRows(place, filter, order, revision);
  const selection = useSelection(snapshotId, JSON.stringify(filter), rows);
  const review = usePrepare();
  const saving = useExport(place);
  const isOld = useChangedSince(snapshot);
  const overview = useKept(asked);
  const changeFilter = (changes: Partial<PipelineFilter>) =>
    setFilter((before) => ({ ...before, ...changes }));
  const prepare = (action: Parameters<typeof bridge.ask<'pipeline:prepare'>>[1]['action']) =>
    review.prepare(() =>
      bridge.ask('pipeline:prepare', { snapshotId, projectId, applicationIds: [...selection.ids], action }),
    );
  const stages = overview?.stages.flatMap(({ stageId, title }) =>
    stageId === null ? [] : { stageId, title },
  );
  const offBecause = workspace.scopes.includes('write_pipeline')
    ? null
    : `This key may not do it: ${scopeLabels.write_pipeline}.`;
  const count = overview?.applicationCount ?? projects.find(({ id }) => id === projectId)?.applicationCount;

  return (
    <div className={styles.screen}>
      <div className={styles.body}>
        <PipelineHead
          projects={projects}
          projectId={projectId}
          sentence={toReadSentence(count ?? 0, snapshot.takenAtMs, Date.now())}
          isReading={isReading}
          readOffBecause={readOffBecause}
          isExporting={saving.isAtWork}
          onProject={onProject}
          onRead={onRead}
          onExport={saving.save}
        />
        {notes}
        <PipelineNotes
          isOld={isOld && !isReading}
          onRead={readOffBecause === null ? onRead : null}
          failures={[review.failure, selection.failure]}
          saving={saving}
          onCloseFailure={review.close}
        />
        {asked.kind === 'failed' && (
          <div className={styles.note}>
            <ErrorPanel failure={asked.failure} onRetry={askAgain} />
          </div>
        )}
        {asked.kind === 'loading' && overview === null && (
          <div className={styles.note}>
            <SkeletonRows rowHeight={28} rowCount={7} label="Counting people" />
          </div>
        )}
        {overview !== null && (
          <>
            {overview.changes !== null && (
              <ChangesLine
                changes={overview.changes}
                earlier={earlier}
                onShow={(change) => changeFilter({ change })}
                onCompare={setSinceSnapshotId}
              />
            )}
            {overview.applicationCount > 0 && (
              <div className={chartStyles.charts}>
                <StageChart
                  chart={toStageChart(overview, Date.now())}
                  chosenId={filter.stageId}
                  onChoose={(stageId) => changeFilter({ stageId })}
                />
                <ScoreChart
                  chart={toScoreChart(overview)}
                  chosenBand={filter.score?.from ?? null}
                  onChoose={(band) =>
                    changeFilter({ score: band === null ? null : { from: band, to: band + 1 } })
                  }
                />
              </div>
            )}
            <FilterBar
              overview={overview}
              filter={filter}
              matching={rows.matching}
              search={search}
              onFilter={changeFilter}
              onSearch={setSearch}
              onAddNames={() => setDialog('names')}
            />
          </>
        )}
        <PipelineGrid
          rows={rows}
          filter={filter}
          order={order}
          selection={selection}
          isEmptyProject={overview?.applicationCount === 0}
          onOrder={setOrder}
          onShowAll={() => {
            setFilter(noFilter);
            setSearch('');
          }}
          onOpenRun={(runId) => navigate({ kind: 'run', runId })}
        />
      </div>
      <SelectionFooter
        selectedCount={selection.ids.size}
        matching={rows.matching ?? 0}
        stages={stages ?? []}
        offBecause={offBecause}
        isPreparing={review.isAtWork}
        onMove={(stageId) => prepare({ kind: 'move', stageId })}
        onAdd={() => setDialog('add')}
        onReject={() => prepare({ kind: 'reject' })}
        onClear={selection.clear}
      />
      {dialog === 'names' && (
        <NamesDialog
          workspaceId={workspaceId}
          onAdded={() => {
            setRevision((before) => before + 1);
            askAgain();
            onNamesAdded();
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'add' && (
        <AddDialog
          workspaceId={workspaceId}
          snapshotId={snapshotId}
          count={selection.ids.size}
          projects={projects}
          onChosen={(target) => {
            setDialog(null);
            prepare(target);
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {review.prepared !== null && (
        <PipelineReviewDialog
          prepared={review.prepared}
          workspace={workspace}
          from="selection"
          onStarted={(runId) => navigate({ kind: 'run', runId })}
          onClose={review.close}
        />
      )}
    </div>
  );
}
