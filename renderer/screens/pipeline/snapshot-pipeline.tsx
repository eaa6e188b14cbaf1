import { IconLayoutColumns } from '@tabler/icons-react';
import { type ReactNode, useCallback, useState } from 'react';
import type { SnapshotSummary } from '../../../shared/pipeline/snapshot';
import type { WorkspaceView } from '../../../shared/workspaces/workspace-view';
import { bridge } from '../../bridge';
import { EmptyState } from '../../components/empty-state';
import { ErrorPanel } from '../../components/error-panel';
import { SkeletonRows } from '../../components/skeleton-rows';
import { useAsked } from '../../components/use-asked';
import { useKept } from '../../components/use-kept';
import type { ProjectChoice } from './parts/pipeline-head';
import styles from './pipeline-screen.module.css';
import { ProjectPipeline } from './project-pipeline';

export interface SnapshotPipelineProps {
  readonly workspace: WorkspaceView;
  readonly snapshot: SnapshotSummary;
  /** The readings before it, the newest first. */
  readonly earlier: readonly SnapshotSummary[];
  readonly isReading: boolean;
  /** Why it can't be read again now; null where it can. */
  readonly readOffBecause: string | null;
  /** What is to be said about the reading. */
  readonly notes: ReactNode;
  readonly onRead: () => void;
  readonly onNamesAdded: () => void;
}

/** The project that was looked at last in each workspace, as long as the window is open. */
const lastProjects = new Map<string, string>();

function toBusiest(projects: readonly ProjectChoice[]): ProjectChoice | undefined {
  return projects.reduce<ProjectChoice | undefined>(
    (most, one) => (most === undefined || one.applicationCount > most.applicationCount ? one : most),
    undefined,
  );
}

/** One reading: its projects, and the one that is looked at. */
export function SnapshotPipeline(props: SnapshotPipelineProps) {
  const { workspace, snapshot, notes, onRead } = props;
  const { workspaceId } = workspace;
  const { snapshotId } = snapshot;
  const [chosen, setChosen] = useState(lastProjects.get(workspaceId) ?? null);
  const { asked, askAgain } = useAsked(
    useCallback(
      async (): Promise<readonly ProjectChoice[]> =>
        (await bridge.ask('snapshots:list-projects', { snapshotId })).projects,
      [snapshotId],
    ),
  );
  const projects = useKept(asked);
  if (projects === null)
    return (
      <div className={styles.screen}>
        <div className={styles.first}>
          {asked.kind === 'failed' ? (
            <ErrorPanel failure={asked.failure} onRetry={askAgain} />
          ) : (
            <SkeletonRows rowHeight={32} rowCount={8} label="Reading the projects" />
          )}
        </div>
      </div>
    );
  const project = projects.find(({ id }) => id === chosen) ?? toBusiest(projects);
  if (project === undefined)
    return (
      <div className={styles.screen}>
        <div className={styles.first}>
          {notes}
          <EmptyState
            Icon={IconLayoutColumns}
            level={1}
            title="No projects"
            sentence="This workspace has no project that this key may read. Make one in Flowmingo, and read again."
            mainAction={{ label: 'Read again', onClick: onRead }}
          />
        </div>
      </div>
    );
  return (
    <ProjectPipeline
      {...props}
      key={project.id}
      projects={projects}
      projectId={project.id}
      onProject={(projectId) => {
        lastProjects.set(workspaceId, projectId);
        setChosen(projectId);
      }}
    />
  );
}
