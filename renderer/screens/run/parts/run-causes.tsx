import { Button } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import type { RunCause, RunSummary } from '../../../../shared/runs/progress';
import { formatNumber } from '../../../components/format-number';
import { toDoneWord } from '../../../components/operation-words';
import { NotSentCauses } from './not-sent-causes';
import styles from './run-causes.module.css';

interface RunCausesProps {
  readonly run: RunSummary;
  readonly causes: readonly RunCause[];
  readonly onRunAgain: (cause: RunCause) => void;
  /** Opens what is known about the unknown people. */
  readonly onSeeEvidence: () => void;
}

/** Why it did not work for people, by cause, with the one thing to do about each. Unknown stands apart: nothing re-sends it. */
export function RunCauses({ run, causes, onRunAgain, onSeeEvidence }: RunCausesProps) {
  const refused = causes.filter(({ outcome }) => outcome === 'refused');
  const unknown = causes.filter(({ outcome }) => outcome === 'unknown');
  const skipped = causes.filter(({ outcome }) => outcome === 'skipped');
  const notSent = causes.filter(({ outcome }) => outcome === 'notSent');
  const byLookUp = causes.find(({ causeCode }) => causeCode === 'done/by-look-up');
  const { counts } = run;
  if (counts.refused + counts.unknown + counts.skipped + counts.notSent === 0 && byLookUp === undefined)
    return null;
  return (
    <section className={styles.causes} aria-label="Causes">
      {counts.refused > 0 && (
        <div>
          <GroupHead tone="tone-refused" title={`Refused, ${formatNumber(counts.refused)}`}>
            {refused.every(({ count, repeatableCount }) => repeatableCount === count)
              ? `Certainly not ${toDoneWord(run.operation)}, so they can be run again`
              : 'Those with a button can be run again'}
          </GroupHead>
          <ul>
            {refused.map((cause) => (
              <CauseLine key={cause.causeCode} cause={cause}>
                {cause.repeatableCount > 0 && (
                  <Button
                    leftSection={<IconRepeat size={16} aria-hidden="true" />}
                    onClick={() => onRunAgain(cause)}
                    aria-label={`Run only these again, ${formatNumber(cause.repeatableCount)}: ${cause.title}`}
                  >
                    Run only these again
                  </Button>
                )}
              </CauseLine>
            ))}
          </ul>
        </div>
      )}
      <div>
        {counts.unknown > 0 && (
          <>
            <GroupHead tone="tone-unknown" title={`Unknown, ${formatNumber(counts.unknown)}`}>
              Never part of a new run by themselves
            </GroupHead>
            <ul>
              {unknown.map((cause) => (
                <CauseLine key={cause.causeCode} cause={cause} />
              ))}
            </ul>
            <p className={`${styles.more} text-2`}>
              They may be {toDoneWord(run.operation)} already.{' '}
              <button type="button" className="link-button" onClick={onSeeEvidence}>
                See the evidence
              </button>
            </p>
          </>
        )}
        <NotSentCauses run={run} causes={notSent} onRunAgain={onRunAgain} />
        {byLookUp !== undefined && (
          <p className={`${styles.more} text-2`}>
            {formatNumber(byLookUp.count)} of the done {byLookUp.count === 1 ? 'was' : 'were'} found by
            looking {byLookUp.count === 1 ? 'it' : 'them'} up: evidence, not an answer.
          </p>
        )}
        {counts.skipped > 0 && (
          <p className={`${styles.more} text-2`}>
            {formatNumber(counts.skipped)} skipped
            {skipped.length > 0 &&
              `: ${skipped.map(({ count, title }) => `${formatNumber(count)} ${title.charAt(0).toLowerCase()}${title.slice(1)}`).join(', ')}`}
            .
          </p>
        )}
      </div>
    </section>
  );
}

function GroupHead({
  tone,
  title,
  children,
}: {
  readonly tone: string;
  readonly title: string;
  readonly children: string;
}) {
  return (
    <div className={styles.groupHead}>
      <h2 className={`type-body ${tone}`}>{title}</h2>
      <span className="type-second text-2">{children}</span>
    </div>
  );
}

function CauseLine({ cause, children }: { readonly cause: RunCause; readonly children?: React.ReactNode }) {
  return (
    <li className={styles.cause}>
      <b className={`${styles.count} figures`}>{formatNumber(cause.count)}</b>
      <div className={styles.words}>
        {/* What only says it again is not said twice. */}
        {cause.sentence.includes(cause.title) ? (
          <b>{cause.sentence}</b>
        ) : (
          <>
            <b>{cause.title}</b>
            <p className="type-second text-2">{cause.sentence}</p>
          </>
        )}
      </div>
      {children}
    </li>
  );
}
