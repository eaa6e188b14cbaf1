import {
  type Icon,
  IconCheck,
  IconHelpCircleFilled,
  IconInfoCircle,
  IconLockQuestion,
  IconUsers,
  IconZoomQuestion,
} from '@tabler/icons-react';
import { isPipelineKind, type OperationKind } from '../../../../shared/operations/operation-kind';
import { type EvidenceLine, toEvidenceLines } from '../../../../shared/runs/evidence-words';
import { toPipelineEvidenceLines } from '../../../../shared/runs/pipeline-evidence-words';
import type { UnsurePerson } from '../../../../shared/runs/unsure';
import { ChoiceCard } from '../../../components/choice-card';
import { formatDay, formatExactMoment } from '../../../components/format-date';
import { formatNumber } from '../../../components/format-number';
import { Truncated } from '../../../components/truncated';
import { toHappenedSentence, toPersonName, toReadingWords, toTimePoints } from '../unsure-words';
import { TimeLine } from './time-line';
import styles from './unsure-person-view.module.css';

const icons: Readonly<Record<EvidenceLine['kind'], Icon>> = {
  known: IconCheck,
  new: IconInfoCircle,
  found: IconZoomQuestion,
  others: IconUsers,
  obstacle: IconLockQuestion,
};

interface UnsurePersonViewProps {
  readonly person: UnsurePerson;
  readonly operation: OperationKind;
  readonly sendsAgain: boolean;
  /** What may happen to somebody who is sent to again. */
  readonly warning: string;
  readonly canChoose: boolean;
  readonly onChoose: (sendsAgain: boolean) => void;
  readonly onSeeExchange: () => void;
}

/** One person: what happened, the evidence in the order it was found, our reading, and the choice. */
export function UnsurePersonView(props: UnsurePersonViewProps) {
  const { person, operation, sendsAgain, warning, canChoose, onChoose, onSeeExchange } = props;
  const nowMs = Date.now();
  const name = toPersonName(person);
  const evidence = isPipelineKind(operation)
    ? toPipelineEvidenceLines(person)
    : toEvidenceLines(person, {
        moment: (ms) => formatExactMoment(ms, nowMs),
        day: formatDay,
        number: formatNumber,
      });
  return (
    <article className={styles.person} aria-label={`${name}, row ${person.rowNumber}`}>
      <div className={styles.what}>
        <div className={styles.head}>
          <IconHelpCircleFilled size={18} color="var(--unknown)" aria-hidden="true" />
          <h2 className="type-section">
            <Truncated text={name} />
          </h2>
          {person.email !== null && person.email !== name && (
            <Truncated className="text-2" cut="middle" text={person.email} />
          )}
          <span className={`${styles.row} text-2`}>row {person.rowNumber}</span>
        </div>
        <p className={styles.happened}>{toHappenedSentence(person)}</p>
        <ul className={styles.evidence}>
          {evidence.map(({ kind, sentence }) => {
            const LineIcon = icons[kind];
            return (
              <li key={kind} className="text-2">
                <LineIcon size={16} stroke={1.6} aria-hidden="true" />
                {sentence}
              </li>
            );
          })}
        </ul>
        <div className={styles.times}>
          <TimeLine points={toTimePoints(person, nowMs)} />
          <span className="type-second">
            <button
              type="button"
              className="link-button"
              aria-label={`What was sent and received for ${name}`}
              onClick={onSeeExchange}
            >
              What was sent and received
            </button>
          </span>
        </div>
      </div>
      <fieldset className={styles.choice} disabled={!canChoose}>
        <legend className="sr-only">{name}</legend>
        <p className="type-second text-2">
          Our reading: <b className="tone-unknown">{toReadingWords(person.reading, operation)}</b>
          {person.decision === 'leave-alone' && ' · left alone by you'}
        </p>
        <ChoiceCard
          name={`unsure-${person.ordinal}`}
          size="small"
          title="Leave alone"
          isChosen={!sendsAgain}
          onChoose={() => onChoose(false)}
        >
          Stays unknown in the results
        </ChoiceCard>
        <ChoiceCard
          name={`unsure-${person.ordinal}`}
          size="small"
          title="Send again"
          isChosen={sendsAgain}
          onChoose={() => onChoose(true)}
        >
          {warning}
        </ChoiceCard>
      </fieldset>
    </article>
  );
}
