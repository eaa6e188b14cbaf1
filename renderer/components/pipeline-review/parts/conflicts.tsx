import type { PreparedPipeline } from '../../../../shared/pipeline/prepared-pipeline';
import styles from '../pipeline-review.module.css';
import { conflictsHeading, moreConflicts } from '../pipeline-review-words';

interface ConflictsProps extends Pick<PreparedPipeline, 'conflicts' | 'conflictCount'> {
  readonly Heading: 'h2' | 'h3';
}

/** The rows that are left out, each with the reason and what to do; nothing where there is none. */
export function Conflicts({ conflicts, conflictCount, Heading }: ConflictsProps) {
  if (conflictCount === 0) return null;
  const more = moreConflicts(conflicts.length, conflictCount);
  return (
    <div className={styles.conflicts}>
      <Heading className="type-section">{conflictsHeading(conflictCount)}</Heading>
      <section className={styles.list} aria-label="Rows left out">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">Who</th>
              <th scope="col">Why it is left out</th>
            </tr>
          </thead>
          <tbody>
            {conflicts.map(({ rowNumber, name, sentence }) => (
              <tr key={rowNumber}>
                <td className="figures">{rowNumber}</td>
                <td className={styles.who}>{name ?? 'Not known'}</td>
                <td>{sentence}.</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {more !== null && <p className="type-second text-2">{more}</p>}
    </div>
  );
}
