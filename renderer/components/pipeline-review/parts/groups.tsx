import type { PreparedPipeline } from '../../../../shared/pipeline/prepared-pipeline';
import { formatNumber } from '../../format-number';
import styles from '../pipeline-review.module.css';
import { groupText } from '../pipeline-review-words';

/** What would be done, counted by from and to; nothing where nothing would. */
export function Groups({ groups }: Pick<PreparedPipeline, 'groups'>) {
  if (groups.length === 0) return null;
  return (
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
  );
}
