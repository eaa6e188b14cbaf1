import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { parseTypedNumber } from '../../../shared/operations/typed-number';
import type { PreparedPipeline } from '../../../shared/pipeline/prepared-pipeline';
import type { Environment } from '../../../shared/workspaces/workspace';
import type { BridgeFailure } from '../../bridge';
import { ErrorPanel } from '../error-panel';
import { formatNumber } from '../format-number';
import { toDoLabel } from '../operation-words';
import { EnvironmentChip } from '../shell/environment-chip';
import { Conflicts } from './parts/conflicts';
import { Groups } from './parts/groups';
import styles from './pipeline-review.module.css';
import { reviewHeadline, reviewMeaning, typedLabel, undoMeaning } from './pipeline-review-words';

interface PipelineReviewProps {
  readonly prepared: PreparedPipeline;
  readonly workspace: { readonly name: string; readonly environment: Environment };
  /** Where the work comes from: a sheet has rows with numbers, an undo takes an earlier run back. */
  readonly from: 'sheet' | 'selection' | 'undo';
  /** Rows of an exported workbook that nobody edited; left out where there is no such thing. */
  readonly unchangedCount?: number;
  /** The start is under way: the button cannot be pressed again. */
  readonly isStarting?: boolean;
  /** It is being prepared anew: it cannot be started as it stands. */
  readonly isChanging?: boolean;
  /** Stands in place of the list of those who are left out, where they can be mended. */
  readonly leftOut?: ReactNode;
  /** Why it did not start. */
  readonly failure?: BridgeFailure | null;
  /** `dialog`: its title is the headline already. */
  readonly heading?: 1 | 2 | 'dialog';
  readonly cancelLabel?: string;
  /** `typedNumber` as it was typed; null where none is asked for. */
  readonly onStart: (typedNumber: string | null) => void;
  readonly onCancel: () => void;
  /** Sends nothing. */
  readonly onKeepReady: () => void;
}

/**
 * The look before a pipeline is changed, wherever the work comes from: what happens to how many, who is left out and why, and the one
 * button that does it. Sends nothing by itself.
 */
export function PipelineReview(props: PipelineReviewProps) {
  const { prepared, workspace, from, unchangedCount, leftOut, failure = null } = props;
  const { isStarting = false, isChanging = false } = props;
  const { groups, conflicts, conflictCount, operation, sendable, asksForNumber } = prepared;
  const { heading = 1, cancelLabel = 'Back', onStart, onCancel, onKeepReady } = props;
  const [typed, setTyped] = useState('');
  const typedId = useId();
  const Heading = heading === 1 ? 'h1' : 'h2';
  const { environment } = workspace;
  const hasWork = prepared.batchId !== null;
  const canStart = hasWork && !isStarting && !isChanging;
  const isRight = !asksForNumber || parseTypedNumber(typed) === sendable;
  const meaning = from === 'undo' ? undoMeaning(prepared, environment) : reviewMeaning(prepared, environment);

  const start = (event: FormEvent) => {
    event.preventDefault();
    if (canStart && isRight) onStart(asksForNumber ? typed : null);
  };
  return (
    <form className={styles.review} onSubmit={start}>
      {heading !== 'dialog' && (
        <Heading className={heading === 1 ? 'type-number' : 'type-section'}>
          {reviewHeadline(prepared, unchangedCount ?? null)}
        </Heading>
      )}
      <p className={styles.place}>
        <EnvironmentChip place={environment} />
        <span>
          <b>{workspace.name}</b> <span className="text-2">{prepared.title}</span>
        </span>
      </p>
      <Groups groups={groups} />
      {leftOut ?? (
        <Conflicts
          conflicts={conflicts}
          conflictCount={conflictCount}
          Heading={heading === 1 ? 'h2' : 'h3'}
          hasRowNumbers={from === 'sheet'}
        />
      )}
      {hasWork && meaning.length > 0 && <p className="text-2">{meaning.join(' ')}</p>}
      {failure && <ErrorPanel failure={failure} />}
      {hasWork && asksForNumber && (
        <label htmlFor={typedId} className={styles.typedLabel}>
          Type <b>{formatNumber(sendable)}</b> {typedLabel(prepared, environment)}
        </label>
      )}
      <div className={styles.actions}>
        {hasWork && asksForNumber && (
          <TextInput
            id={typedId}
            size="lg"
            w={112}
            inputMode="numeric"
            autoComplete="off"
            maxLength={40}
            disabled={!canStart}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        {hasWork && (
          <Button
            type="submit"
            size="lg"
            variant={groups.some(({ kind }) => kind === 'reject') ? 'danger' : 'filled'}
            disabled={!canStart || !isRight}
          >
            {toDoLabel(operation, sendable)}
          </Button>
        )}
        {hasWork && (
          <Button size="lg" disabled={!canStart} onClick={onKeepReady}>
            Keep it ready
          </Button>
        )}
        <Button
          size="lg"
          onClick={onCancel}
          disabled={isStarting}
          {...(heading === 'dialog' ? { 'data-autofocus': true } : {})}
        >
          {cancelLabel}
        </Button>
      </div>
      <p className="type-second text-2" role="status">
        {isStarting ? 'Asking Flowmingo about the key once more.' : 'Nothing has been sent yet.'}
      </p>
    </form>
  );
}
