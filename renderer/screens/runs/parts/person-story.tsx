import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import type { PersonRef, Story, StoryStep } from '../../../../shared/history/history';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../../bridge';
import { copyText } from '../../../components/copy-text';
import { ErrorPanel } from '../../../components/error-panel';
import { formatSpokenDay } from '../../../components/format-date';
import { SkeletonRows } from '../../../components/skeleton-rows';
import { Truncated } from '../../../components/truncated';
import { useAsked } from '../../../components/use-asked';
import { toShownName } from '../people-columns';
import { MessageDialog } from './message-dialog';
import styles from './person-story.module.css';
import { StoryStepItem } from './story-step-item';

interface PersonStoryProps {
  readonly person: PersonRef;
  readonly onOpenRun: (runId: string) => void;
  readonly onSave: () => void;
  readonly isSaving: boolean;
  /** A message lies over the story, or no longer does. */
  readonly onShowMessage: (isShown: boolean) => void;
}

/** Everything that this app did for one person, over all runs and workspaces. */
export function PersonStory({ person, ...props }: PersonStoryProps) {
  const { asked, askAgain } = useAsked(
    useCallback(() => bridge.ask('history:get-story', { person }), [person]),
  );
  if (asked.kind === 'loading') return <SkeletonRows label="Reading what was done for this person" />;
  if (asked.kind === 'failed') return <ErrorPanel failure={asked.failure} onRetry={askAgain} />;
  return <ReadStory story={asked.value} {...props} />;
}

type ReadStoryProps = Omit<PersonStoryProps, 'person'> & { readonly story: Story };

function ReadStory({ story, onOpenRun, onSave, isSaving, onShowMessage }: ReadStoryProps) {
  const [message, setMessage] = useState<{ readonly text: string | null } | null>(null);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const showMessage = (shown: { readonly text: string | null } | null) => {
    setMessage(shown);
    onShowMessage(shown !== null);
  };
  const severalWorkspaces = new Set(story.steps.map(({ workspaceId }) => workspaceId)).size > 1;
  const emailed = story.steps.find(({ work, sendInvite }) => work === null && sendInvite);
  const seeMessage = ({ runId }: StoryStep) =>
    bridge.ask('history:get-run', { runId }).then(
      (facts) => showMessage({ text: facts.message }),
      (thrown: unknown) => setFailure(toBridgeFailure(thrown)),
    );
  return (
    <div className={styles.story}>
      <div>
        <h2 className="type-section">
          <Truncated text={toShownName(story)} />
        </h2>
        {story.email !== null && (
          <p className="text-2">
            <Truncated text={story.email} cut="middle" />
          </p>
        )}
      </div>
      <dl className={styles.facts}>
        {story.atsIds.map((id) => (
          <Fact key={id} name="Your ID" value={id} />
        ))}
        {story.candidateIds.map((id) => (
          <Fact key={id} name="Flowmingo ID" value={id} copies />
        ))}
        {story.places.map(({ projectTitle, stageTitle, score, readAtMs }) => (
          <Fact
            key={`${projectTitle} ${stageTitle}`}
            name="Stage"
            value={`${stageTitle ?? 'No stage'}${score === null ? '' : `, score ${score.toFixed(2)}`}`}
            note={`${projectTitle}, read ${formatSpokenDay(readAtMs, Date.now())}`}
          />
        ))}
      </dl>
      <h3 className={styles.title}>What this app did for this person</h3>
      {story.steps.length === 0 && (
        <p className="text-2">Nothing that is still kept: the runs were deleted.</p>
      )}
      <ol className={styles.steps}>
        {story.steps.map((step) => (
          <StoryStepItem
            key={`${step.runId} ${step.ordinal}`}
            step={step}
            showsWorkspace={severalWorkspaces}
            onOpenRun={() => onOpenRun(step.runId)}
          />
        ))}
      </ol>
      {story.isCut && <p className="text-2">There are more steps. Save this history to see all.</p>}
      <div className={styles.buttons}>
        {emailed !== undefined && <Button onClick={() => void seeMessage(emailed)}>See the message</Button>}
        <Button disabled={isSaving} onClick={onSave}>
          Save this history
        </Button>
      </div>
      {failure !== null && <ErrorPanel failure={failure} onClose={() => setFailure(null)} />}
      {message !== null && (
        <MessageDialog message={message.text} personName={story.name} onClose={() => showMessage(null)} />
      )}
    </div>
  );
}

interface FactProps {
  readonly name: string;
  readonly value: string;
  /** A second line. */
  readonly note?: string;
  readonly copies?: boolean;
}

function Fact({ name, value, note, copies = false }: FactProps) {
  const [isCopied, setIsCopied] = useState(false);
  return (
    <div>
      <dt className="type-second text-2">{name}</dt>
      <dd>
        <span className={styles.value}>
          <Truncated text={value} cut={copies ? 'middle' : 'end'} />
          {note !== undefined && <span className="type-second text-2">{note}</span>}
        </span>
        {copies && (
          <button
            type="button"
            className={styles.copy}
            aria-label={`Copy the ${name}`}
            onClick={() => setIsCopied(copyText(value))}
          >
            <IconCopy size={16} aria-hidden="true" />
          </button>
        )}
        <span role="status" className="sr-only">
          {isCopied ? 'Copied.' : ''}
        </span>
      </dd>
    </div>
  );
}
