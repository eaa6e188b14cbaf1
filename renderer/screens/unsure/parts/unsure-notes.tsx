import { Button } from '@mantine/core';
import { IconKeyOff, IconZoomQuestion } from '@tabler/icons-react';
import type { RunSummary } from '../../../../shared/runs/progress';
import { ErrorPanel } from '../../../components/error-panel';
import { formatCount } from '../../../components/format-number';
import { MessageBox } from '../../../components/message-box';
import { useNavigate } from '../../../components/use-navigate';
import { canDecide, isLookingUp } from '../decision-words';
import styles from '../unsure-screen.module.css';
import type { Unsure } from '../use-unsure';
import type { UnsureList } from '../use-unsure-list';

interface UnsureNotesProps {
  readonly run: RunSummary;
  readonly list: UnsureList;
  readonly unsure: Unsure;
}

/** What is being done, what came of it, and what stands in the way of knowing more. */
export function UnsureNotes({ run, list, unsure }: UnsureNotesProps) {
  const navigate = useNavigate();
  // A key is a run's, so what it may not read is the same for everybody in the list.
  const lacksScope = list.personAt(0)?.evidence?.obstacle === 'no-scope';
  const isLooking = canDecide(run) && (unsure.work === 'looking-up' || isLookingUp(run));
  const people = formatCount(list.count, 'person', 'people');
  return (
    <div className={styles.notes}>
      <div role="status">
        {isLooking && (
          <MessageBox tone="unknown" Icon={IconZoomQuestion} title={`Asking Flowmingo about ${people}.`}>
            Twice, with some seconds between. This sends nothing.
          </MessageBox>
        )}
        {unsure.work === null && !isLooking && unsure.said !== null && (
          <MessageBox tone="info">{unsure.said}</MessageBox>
        )}
      </div>
      {!canDecide(run) && list.count > 0 && (
        <MessageBox tone="info" title="The run is going on.">
          Decide when it stands still: it may find out more by itself.
        </MessageBox>
      )}
      {lacksScope && (
        <MessageBox
          tone="warning"
          Icon={IconKeyOff}
          title="This key may not read interviews."
          end={
            <Button
              onClick={() =>
                navigate({
                  kind: 'connect',
                  replacesWorkspaceId: run.workspaceId,
                  returnsToRunId: run.runId,
                })
              }
            >
              Put in another key
            </Button>
          }
        >
          So nobody could be looked up. An admin can make a key with read_hiring in Flowmingo: Account
          Settings, API Keys. Put it in, and look again.
        </MessageBox>
      )}
      {list.failure && <ErrorPanel failure={list.failure} onRetry={list.readAgain} />}
      {unsure.failure && <ErrorPanel failure={unsure.failure} onClose={unsure.forgetFailure} />}
    </div>
  );
}
