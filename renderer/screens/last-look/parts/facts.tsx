import type { ReactNode } from 'react';
import { toMessageFact } from '../../../../shared/messages/no-message-words';
import type { WorkspaceView } from '../../../../shared/workspaces/workspace-view';
import { formatCount } from '../../../components/format-number';
import { EnvironmentChip } from '../../../components/shell/environment-chip';
import type { CheckSummary } from '../../../worker/session-types';
import { hasTarget, type NewBatchState } from '../../new-batch/new-batch-state';
import styles from '../last-look-step.module.css';
import { fallbackSentence, messageExcerpt, skippedSentence } from '../last-look-words';

interface FactsProps {
  readonly state: NewBatchState;
  readonly check: CheckSummary;
  /** Null where none is connected: it is chosen later, as the target is. */
  readonly workspace: WorkspaceView | null;
  readonly onSeeMessage: () => void;
  readonly onSeeRows: () => void;
  /** The line that says what was asked again. */
  readonly checked: ReactNode;
}

/** What is about to happen, fact by fact. */
export function Facts({ state, check, workspace, onSeeMessage, onSeeRows, checked }: FactsProps) {
  const { target, sendInvite } = state.order;
  const { file } = state;
  const fallback = fallbackSentence(state.order, check);
  const sheetName = file?.sheets.find(({ sheetIndex }) => sheetIndex === file.table?.sheetIndex)?.name;
  return (
    <dl className={styles.facts}>
      <dt>Workspace</dt>
      <dd>
        {workspace === null ? (
          'Chosen later'
        ) : (
          <>
            <EnvironmentChip place={workspace.environment} />
            <b>{workspace.name}</b>
            {workspace.organizationId !== null && (
              <span className="text-2">Organization {workspace.organizationId}</span>
            )}
          </>
        )}
      </dd>
      {!hasTarget(state.order) && (
        <>
          <dt>Target</dt>
          <dd>
            Open: you choose it before it is sent
            <button type="button" className="link-button" onClick={onSeeMessage}>
              Choose it now
            </button>
          </dd>
        </>
      )}
      {target.setId !== null && (
        <>
          <dt>Interview set</dt>
          <dd>
            <b>{target.setTitle ?? target.setId}</b>
          </dd>
        </>
      )}
      {target.projectId !== null && (
        <>
          <dt>Project</dt>
          <dd>
            {target.projectTitle ?? target.projectId},{' '}
            {target.jobPostTitle ?? target.jobPostId ?? 'newest job post'}
          </dd>
        </>
      )}
      <dt>Message</dt>
      <dd>
        {toMessageFact(state.order, messageExcerpt)}
        {sendInvite && (
          <button type="button" className="link-button" onClick={onSeeMessage}>
            See it
          </button>
        )}
      </dd>
      {fallback !== null && (
        <>
          <dt>No first name</dt>
          <dd>{fallback}</dd>
        </>
      )}
      {check.withoutEmail > 0 && (
        <>
          <dt>No email</dt>
          <dd>
            {formatCount(check.withoutEmail, 'person', 'people')} with a CV only: Flowmingo reads the CV first
          </dd>
        </>
      )}
      <dt>From the file</dt>
      <dd>
        {file?.fileName}
        {sheetName ? `, sheet ${sheetName}` : ''}
      </dd>
      <dt>Skipped</dt>
      <dd>
        {skippedSentence(check)}
        {check.leftOut > 0 && (
          <button type="button" className="link-button" onClick={onSeeRows}>
            See them
          </button>
        )}
      </dd>
      <dt>Checked again</dt>
      <dd>{checked}</dd>
    </dl>
  );
}
