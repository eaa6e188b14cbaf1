import { Select } from '@mantine/core';
import { useCallback } from 'react';
import type { PipelineDefaults } from '../../../shared/pipeline/pipeline-sheet';
import { bridge } from '../../bridge';
import { ErrorPanel } from '../error-panel';
import { SkeletonRows } from '../skeleton-rows';
import { useAsked } from '../use-asked';
import styles from './pipeline-place-fields.module.css';

interface PipelinePlaceFieldsProps {
  readonly workspaceId: string;
  readonly place: PipelineDefaults;
  /** `add`: job post and stage are chosen if one likes; `move`: the stage; `reject`: neither. */
  readonly use: 'add' | 'move' | 'reject';
  readonly onChange: (place: PipelineDefaults) => void;
}

/** More than a person scans; the search finds the rest. */
const shownAtOnce = 200;
const common = {
  searchable: true,
  clearable: true,
  limit: shownAtOnce,
  nothingFoundMessage: 'Nothing has this name',
  maxDropdownHeight: 320,
};
const toOptions = (items: readonly { readonly id: string; readonly title: string }[]) =>
  items.map(({ id, title }) => ({ value: id, label: title }));

/** A project with its job post and stage, from Flowmingo's own lists. */
export function PipelinePlaceFields({ workspaceId, place, use, onChange }: PipelinePlaceFieldsProps) {
  const { asked, askAgain } = useAsked(
    useCallback(() => bridge.ask('targets:read-lists', { workspaceId, refresh: false }), [workspaceId]),
  );
  if (asked.kind === 'failed') return <ErrorPanel failure={asked.failure} onRetry={askAgain} />;
  if (asked.kind === 'loading')
    return <SkeletonRows rowHeight={32} rowCount={2} label="Reading the projects" />;
  const { projects, jobPosts } = asked.value;
  const posts = jobPosts.filter(({ projectId }) => projectId === place.projectId);
  return (
    <div className={styles.fields}>
      <Select
        {...common}
        label="Project"
        placeholder={projects.length === 0 ? 'Flowmingo has none yet' : 'Choose one'}
        data={toOptions(projects)}
        value={place.projectId}
        onChange={(projectId) => onChange({ projectId, jobPostId: null, stageId: null })}
      />
      {use === 'add' && place.projectId !== null && posts.length > 0 && (
        <Select
          {...common}
          label="Job post (if you like)"
          placeholder="Without one"
          data={toOptions(posts)}
          value={place.jobPostId}
          onChange={(jobPostId) => onChange({ ...place, jobPostId })}
        />
      )}
      {use !== 'reject' && place.projectId !== null && (
        <StageField
          key={place.projectId}
          workspaceId={workspaceId}
          projectId={place.projectId}
          stageId={place.stageId}
          isNeeded={use === 'move'}
          onChange={(stageId) => onChange({ ...place, stageId })}
        />
      )}
    </div>
  );
}

interface StageFieldProps {
  readonly workspaceId: string;
  readonly projectId: string;
  readonly stageId: string | null;
  readonly isNeeded: boolean;
  readonly onChange: (stageId: string | null) => void;
}

function StageField({ workspaceId, projectId, stageId, isNeeded, onChange }: StageFieldProps) {
  const { asked, askAgain } = useAsked(
    useCallback(
      () => bridge.ask('pipeline:list-stages', { workspaceId, projectId }),
      [workspaceId, projectId],
    ),
  );
  if (asked.kind === 'failed') return <ErrorPanel failure={asked.failure} onRetry={askAgain} />;
  const isReading = asked.kind === 'loading';
  return (
    <Select
      {...common}
      label={isNeeded ? 'Stage to move to' : 'Stage (if you like)'}
      placeholder={isReading ? 'Reading the stages' : isNeeded ? 'Choose one' : 'The first one'}
      data={isReading ? [] : toOptions(asked.value.stages)}
      disabled={isReading}
      value={stageId}
      onChange={onChange}
    />
  );
}
