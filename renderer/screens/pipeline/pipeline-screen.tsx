import { IconLayoutColumns, IconLock } from '@tabler/icons-react';
import type { WorkspaceView } from '../../../shared/workspaces/workspace-view';
import { EmptyState } from '../../components/empty-state';
import { ErrorPanel } from '../../components/error-panel';
import { MessageBox } from '../../components/message-box';
import { SkeletonRows } from '../../components/skeleton-rows';
import { useNavigate } from '../../components/use-navigate';
import { useOnline } from '../../components/use-online';
import { useWorkspaces } from '../../components/use-workspaces';
import { ReadingNote } from './parts/reading-note';
import styles from './pipeline-screen.module.css';
import { SnapshotPipeline } from './snapshot-pipeline';
import { useSnapshots } from './use-snapshots';

/** Who stands where in each project, as it was read last; and the ways to move, add and reject people. */
export function PipelineScreen() {
  const navigate = useNavigate();
  const { kind, current } = useWorkspaces();
  if (kind === 'loading') return null;
  if (current === null)
    return (
      <EmptyState
        Icon={IconLayoutColumns}
        level={1}
        title="No workspace yet"
        sentence="With a key from your Flowmingo account, who stands where in each project is shown here."
        mainAction={{
          label: 'Connect a workspace',
          onClick: () => navigate({ kind: 'connect', replacesWorkspaceId: null }),
        }}
      />
    );
  if (!current.scopes.includes('read_hiring'))
    return (
      <EmptyState
        Icon={IconLock}
        level={1}
        title="This key may not read the pipeline"
        sentence="It lacks read_hiring. Nothing was read. A key that may read job posts, stages, applications and scores shows them here."
        mainAction={{
          label: 'Put in another key',
          onClick: () => navigate({ kind: 'connect', replacesWorkspaceId: current.workspaceId }),
        }}
      />
    );
  return <WorkspacePipeline key={current.workspaceId} workspace={current} />;
}

function WorkspacePipeline({ workspace }: { readonly workspace: WorkspaceView }) {
  const snapshots = useSnapshots(workspace.workspaceId);
  const online = useOnline();
  const { asked, askAgain, taking, take, stop } = snapshots;
  // Practice is on this computer, so it needs no network.
  const isOffline = online.kind === 'offline' && workspace.environment !== 'practice';
  const newest = asked.kind === 'ready' ? asked.value[0] : undefined;
  const notes = (
    <>
      {taking.kind === 'reading' && (
        <ReadingNote progress={taking.progress} isStopping={taking.isStopping} onStop={stop} />
      )}
      {taking.kind === 'stopped' && (
        <div className={styles.note}>
          <MessageBox tone="info" announce="polite">
            The reading was stopped. What was read by then is kept, and the next reading goes on from there.
          </MessageBox>
        </div>
      )}
      {taking.kind === 'failed' && (
        <div className={styles.note}>
          <ErrorPanel failure={taking.failure} onRetry={take} />
        </div>
      )}
    </>
  );

  if (newest !== undefined && asked.kind === 'ready')
    return (
      <SnapshotPipeline
        workspace={workspace}
        snapshot={newest}
        earlier={asked.value.slice(1)}
        isReading={taking.kind === 'reading'}
        readOffBecause={isOffline ? 'No network, so it can’t be read again now.' : null}
        notes={notes}
        onRead={take}
        onNamesAdded={askAgain}
      />
    );
  return (
    <div className={styles.screen}>
      <div className={styles.first}>
        {asked.kind === 'loading' && (
          <SkeletonRows rowHeight={32} rowCount={8} label="Reading the pipeline" />
        )}
        {asked.kind === 'failed' && <ErrorPanel failure={asked.failure} onRetry={askAgain} />}
        {asked.kind === 'ready' && (
          <>
            {notes}
            {taking.kind !== 'reading' && (
              <EmptyState
                Icon={IconLayoutColumns}
                level={1}
                title="The pipeline was not read yet"
                sentence={
                  isOffline
                    ? 'There is no network. When it is back, everybody in your projects can be read here: stages, interviews and scores.'
                    : 'Reads everybody in your projects with their stages, interviews and scores, and keeps them on this computer. Nothing is changed in Flowmingo.'
                }
                {...(isOffline ? {} : { mainAction: { label: 'Read the pipeline', onClick: take } })}
              />
            )}
          </>
        )}
      </div>
    </div>
  );
}
