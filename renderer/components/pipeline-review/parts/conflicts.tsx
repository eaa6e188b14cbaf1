import { IconAlertTriangle } from '@tabler/icons-react';
import type { PreparedPipeline } from '../../../../shared/pipeline/prepared-pipeline';
import styles from '../pipeline-review.module.css';
import { conflictSentence, conflictsHeading, moreConflicts } from '../pipeline-review-words';

interface ConflictsProps extends Pick<PreparedPipeline, 'conflicts' | 'conflictCount'> {
  readonly Heading: 'h2' | 'h3';
  /** They are rows of a sheet: then their numbers say where to find them. */
  readonly hasRowNumbers: boolean;
}

/** The people who are left out, each with the reason and what to do; nothing where there is none. */
export function Conflicts({ conflicts, conflictCount, Heading, hasRowNumbers }: ConflictsProps) {
  if (conflictCount === 0) return null;
  const more = moreConflicts(conflicts.length, conflictCount);
  return (
    <div className={styles.conflicts}>
      <Heading className="type-section tone-warning">
        <IconAlertTriangle size={16} aria-hidden="true" /> {conflictsHeading(conflictCount)}
      </Heading>
      <section className={styles.list} aria-label="People left out">
        <table className={styles.table}>
          <thead>
            <tr>
              {hasRowNumbers && <th scope="col">Row</th>}
              <th scope="col">Who</th>
              <th scope="col">Why this person is left out</th>
            </tr>
          </thead>
          <tbody>
            {conflicts.map(({ rowNumber, name, sentence }) => (
              <tr key={rowNumber}>
                {hasRowNumbers && <td className="figures">{rowNumber}</td>}
                <td className={styles.who}>{name ?? 'Name not known'}</td>
                <td>{conflictSentence(sentence)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {more !== null && <p className="type-second text-2">{more}</p>}
    </div>
  );
}
