import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { parseTypedNumber } from '../../../shared/operations/typed-number';
import type { PreparedPipeline } from '../../../shared/pipeline/prepared-pipeline';
import type { Environment } from '../../../shared/workspaces/workspace';
import type { BridgeFailure } from '../../bridge';
import { ErrorPanel } from '../error-panel';
import { formatNumber } from '../format-number';
import { Conflicts } from './parts/conflicts';
import styles from './pipeline-review.module.css';
import { groupText, noWayBack, reviewHeadline, reviewStartLabel, typedLabel } from './pipeline-review-words';

interface PipelineReviewProps {
  readonly prepared: PreparedPipeline;
  readonly environment: Environment;
  /** Rows of an exported workbook that nobody edited; left out where there is no such thing. */
  readonly unchangedCount?: number;
  /** The start is under way: the button cannot be pressed again. */
  readonly isStarting?: boolean;
  /** Why it did not start. */
  readonly failure?: BridgeFailure | null;
  readonly headingLevel?: 1 | 2;
  readonly cancelLabel?: string;
  /** `typedNumber` as it was typed; null where none is asked for. */
  readonly onStart: (typedNumber: string | null) => void;
  readonly onCancel: () => void;
  /** Sends nothing; left out where it cannot be kept. */
  readonly onKeepReady?: () => void;
}

/** What is about to happen in a pipeline, what is left out and why, and the one button that starts it. Sends nothing by itself. */
export function PipelineReview(props: PipelineReviewProps) {
  const { prepared, environment, unchangedCount, failure = null, isStarting = false } = props;
  const { groups, conflicts, conflictCount, sendable, asksForNumber } = prepared;
  const { headingLevel = 1, cancelLabel = 'Back', onStart, onCancel, onKeepReady } = props;
  const [typed, setTyped] = useState('');
  const typedId = useId();
  const Heading = headingLevel === 1 ? 'h1' : 'h2';
  const Section = headingLevel === 1 ? 'h2' : 'h3';
  const canStart = prepared.batchId !== null && !isStarting;
  const isRight = !asksForNumber || parseTypedNumber(typed) === sendable;

  const start = (event: FormEvent) => {
    event.preventDefault();
    if (canStart && isRight) onStart(asksForNumber ? typed : null);
  };
  return (
    <form className={styles.review} onSubmit={start}>
      <Heading className={headingLevel === 1 ? 'type-number' : 'type-section'}>
        {reviewHeadline(prepared, unchangedCount ?? null)}
      </Heading>
      <p className="text-2">{prepared.title}</p>
      {groups.length > 0 && (
        <section className={styles.list} aria-label="What happens, by stage">
          <table className={styles.table} aria-label="What happens">
            <thead>
              <tr>
                <th scope="col">What happens</th>
                <th scope="col" className={styles.number}>
                  People
                </th>
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <tr key={`${group.kind} ${group.fromTitle} ${group.toTitle}`}>
                  <th scope="row">{groupText(group)}</th>
                  <td className={`${styles.number} figures`}>{formatNumber(group.count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Conflicts conflicts={conflicts} conflictCount={conflictCount} Heading={Section} />
      {sendable > 0 && <p className="text-2">{noWayBack(groups, environment)}</p>}
      {failure && <ErrorPanel failure={failure} />}
      {asksForNumber && (
        <label htmlFor={typedId} className={styles.typedLabel}>
          Type <b>{formatNumber(sendable)}</b> {typedLabel(prepared)}
          {environment === 'production' ? ' in production' : ''}
        </label>
      )}
      <div className={styles.actions}>
        {asksForNumber && (
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
        {sendable > 0 && (
          <Button
            type="submit"
            size="lg"
            variant={prepared.operation === 'reject' ? 'danger' : 'filled'}
            disabled={!canStart || !isRight}
          >
            {reviewStartLabel(prepared)}
          </Button>
        )}
        {sendable > 0 && onKeepReady && (
          <Button size="lg" disabled={!canStart} onClick={onKeepReady}>
            Keep it ready
          </Button>
        )}
        <Button size="lg" onClick={onCancel} disabled={isStarting}>
          {cancelLabel}
        </Button>
      </div>
      <p className="type-second text-2" role="status">
        {isStarting ? 'Asking Flowmingo about the key once more.' : 'Nothing has been sent yet.'}
      </p>
    </form>
  );
}
