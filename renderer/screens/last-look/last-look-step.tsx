import { useState } from 'react';
import { inviteOrderSchema } from '../../../shared/operations/invite-target';
import type { RunSettings } from '../../../shared/runs/run-settings';
import type { WorkspaceView } from '../../../shared/workspaces/workspace-view';
import { ErrorPanel } from '../../components/error-panel';
import { FooterBar } from '../../components/footer-bar';
import { formatCount } from '../../components/format-number';
import { EnvironmentChip } from '../../components/shell/environment-chip';
import { useNavigate } from '../../components/use-navigate';
import { useOnline } from '../../components/use-online';
import { useSettings } from '../../components/use-settings';
import type { CheckSummary } from '../../worker/session-types';
import type { NewBatchState } from '../new-batch/new-batch-state';
import { useNewBatch } from '../new-batch/use-new-batch';
import styles from './last-look-step.module.css';
import { headline, messageExcerpt, noWayBack, sendLabel, skippedSentence } from './last-look-words';
import { SendPanel } from './parts/send-panel';
import { useStartRun } from './use-start-run';

/** Step 5: what is about to happen, in words, and the button that makes it happen. */
export function LastLookStep() {
  const { state, workspace, goTo } = useNewBatch();
  if (state.check === null || workspace === null)
    return (
      <FooterBar onBack={() => goTo('check-rows')}>The rows are not checked for this workspace.</FooterBar>
    );
  return <LastLook check={state.check} workspace={workspace} />;
}

/** "Graduate fair Hanoi 2026" of "Graduate fair Hanoi 2026.xlsx". */
const toBatchName = (fileName: string): string =>
  fileName
    .replace(/\.[^.]{1,5}$/, '')
    .trim()
    .slice(0, 200) || 'Batch';

function LastLook({ check, workspace }: { readonly check: CheckSummary; readonly workspace: WorkspaceView }) {
  const { state, goTo } = useNewBatch();
  const navigate = useNavigate();
  const isOnline = useOnline();
  const { settings: kept } = useSettings();
  const [changed, setChanged] = useState<RunSettings | null>(null);
  const settings = changed ?? {
    concurrency: kept?.concurrency ?? 4,
    peoplePerRequest: kept?.peoplePerRequest ?? 1,
  };
  const { starting, start, stop } = useStartRun();
  const { target, sendInvite, message } = state.order;
  const order = inviteOrderSchema.safeParse({ target, sendInvite, message: sendInvite ? message : null });

  const send = (typedNumber: string | null) => {
    if (!order.success) return;
    const name = toBatchName(state.file?.fileName ?? '');
    start({ workspaceId: workspace.workspaceId, name, order: order.data, settings, typedNumber });
  };
  // Practice is on this computer, so it needs no network.
  const isOffline = !isOnline && workspace.environment !== 'practice';
  return (
    <>
      <div className={styles.page}>
        <div className={styles.columns}>
          <section>
            <h1 className="type-number">{headline(state.order, check, workspace)}</h1>
            <Facts
              state={state}
              check={check}
              workspace={workspace}
              onSeeMessage={() => goTo('target')}
              onSeeRows={() => goTo('check-rows')}
            />
            <h2 className="type-section">This cannot be undone</h2>
            <p className="text-2">{noWayBack(state.order, workspace)}</p>
          </section>
          <div>
            <SendPanel
              label={sendLabel(state.order, check)}
              count={check.willBeSent}
              asksForNumber={workspace.environment === 'production'}
              settings={settings}
              starting={starting}
              offBecause={isOffline ? 'No network. Sending waits until it is back.' : null}
              onSettings={setChanged}
              onSend={send}
              onStop={stop}
            />
            {starting.kind === 'failed' && (
              <ErrorPanel
                failure={starting.failure}
                actions={
                  starting.failure.action === 'reconnect' && (
                    <button
                      type="button"
                      className="link-button"
                      onClick={() =>
                        navigate({ kind: 'connect', replacesWorkspaceId: workspace.workspaceId })
                      }
                    >
                      Put in another key
                    </button>
                  )
                }
              />
            )}
          </div>
        </div>
      </div>
      <FooterBar onBack={() => goTo('target')}>
        <p>Nothing has been sent yet.</p>
      </FooterBar>
    </>
  );
}

interface FactsProps {
  readonly state: NewBatchState;
  readonly check: CheckSummary;
  readonly workspace: WorkspaceView;
  readonly onSeeMessage: () => void;
  readonly onSeeRows: () => void;
}

function Facts({ state, check, workspace, onSeeMessage, onSeeRows }: FactsProps) {
  const { target, sendInvite, message } = state.order;
  const { file } = state;
  const sheetName = file?.sheets.find(({ sheetIndex }) => sheetIndex === file.table?.sheetIndex)?.name;
  return (
    <dl className={styles.facts}>
      <dt>Workspace</dt>
      <dd>
        <EnvironmentChip place={workspace.environment} />
        <b>{workspace.name}</b>
        {workspace.organizationId !== null && (
          <span className="text-2">Organization {workspace.organizationId}</span>
        )}
      </dd>
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
        {sendInvite && message !== null ? messageExcerpt(message) : 'None: nobody gets email'}
        {sendInvite && (
          <button type="button" className="link-button" onClick={onSeeMessage}>
            See it
          </button>
        )}
      </dd>
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
    </dl>
  );
}
