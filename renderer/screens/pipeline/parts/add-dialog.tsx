import { Select } from '@mantine/core';
import { useCallback, useState } from 'react';
import { bridge } from '../../../bridge';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { ErrorPanel } from '../../../components/error-panel';
import { formatCount } from '../../../components/format-number';
import { useAsked } from '../../../components/use-asked';
import type { ProjectChoice } from './pipeline-head';

/** Where people are added to. */
export interface AddTarget {
  readonly kind: 'add';
  readonly projectId: string;
  readonly jobPostId: string | null;
  readonly stageId: string | null;
}

interface AddDialogProps {
  readonly workspaceId: string;
  readonly snapshotId: string;
  readonly count: number;
  readonly projects: readonly ProjectChoice[];
  readonly onChosen: (target: AddTarget) => void;
  readonly onClose: () => void;
}

const automatic = '';

/** Which project people are added to, and where in it. What would happen is shown after this. */
export function AddDialog({ workspaceId, snapshotId, count, projects, onChosen, onClose }: AddDialogProps) {
  const [projectId, setProjectId] = useState<string | null>(null);
  const [jobPostId, setJobPostId] = useState(automatic);
  const [stageId, setStageId] = useState(automatic);
  const { asked, askAgain } = useAsked(
    useCallback(async () => {
      if (projectId === null) return { stages: [], jobPosts: [] };
      const [overview, lists] = await Promise.all([
        bridge.ask('pipeline:get-overview', { snapshotId, projectId, sinceSnapshotId: null }),
        bridge.ask('targets:read-lists', { workspaceId, refresh: false }),
      ]);
      return {
        stages: overview.stages.flatMap(({ stageId: id, title }) => (id === null ? [] : [{ id, title }])),
        jobPosts: lists.jobPosts.filter((post) => post.projectId === projectId),
      };
    }, [workspaceId, snapshotId, projectId]),
  );
  const places = asked.kind === 'ready' ? asked.value : { stages: [], jobPosts: [] };
  const toData = (first: string, list: readonly { readonly id: string; readonly title: string }[]) => [
    { value: automatic, label: first },
    ...list.map(({ id, title }) => ({ value: id, label: title })),
  ];

  return (
    <ConfirmDialog
      isOpen
      title={`Add ${formatCount(count, 'person', 'people')} to a project`}
      confirmLabel="See what would happen"
      cancelLabel="Add nobody"
      canConfirm={projectId !== null && asked.kind === 'ready'}
      onConfirm={() => {
        if (projectId === null) return;
        onChosen({
          kind: 'add',
          projectId,
          jobPostId: jobPostId === automatic ? null : jobPostId,
          stageId: stageId === automatic ? null : stageId,
        });
      }}
      onClose={onClose}
    >
      <Select
        label="Project"
        placeholder="Choose a project"
        searchable
        data={projects.map(({ id, title }) => ({ value: id, label: title }))}
        value={projectId}
        onChange={(chosen) => {
          setProjectId(chosen);
          setJobPostId(automatic);
          setStageId(automatic);
        }}
      />
      <Select
        label="Job post"
        disabled={projectId === null}
        allowDeselect={false}
        data={toData('Left to Flowmingo', places.jobPosts)}
        value={jobPostId}
        onChange={(chosen) => setJobPostId(chosen ?? automatic)}
      />
      <Select
        label="Stage"
        disabled={projectId === null}
        allowDeselect={false}
        data={toData('Left to Flowmingo', places.stages)}
        value={stageId}
        onChange={(chosen) => setStageId(chosen ?? automatic)}
      />
      {asked.kind === 'failed' && <ErrorPanel failure={asked.failure} onRetry={askAgain} />}
    </ConfirmDialog>
  );
}
