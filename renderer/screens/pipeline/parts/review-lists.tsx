import { IconAlertTriangle } from '@tabler/icons-react';
import type { PreparedPipeline } from '../../../../shared/pipeline/prepared-pipeline';
import { formatNumber } from '../../../components/format-number';
import { toConflictSentence, toConflictTitle, toGroupSentence } from '../review-words';
import styles from './review-dialog.module.css';

/** What would be done, counted by from and to, and who is left out, each with the reason. */
export function ReviewLists({ prepared }: { readonly prepared: PreparedPipeline }) {
  const { groups, conflicts, conflictCount } = prepared;
  return (
    <>
      {groups.length > 0 && (
        <ul className={styles.groups} aria-label="What will be done">
          {groups.map((group) => (
            <li key={`${group.kind} ${group.fromTitle} ${group.toTitle}`}>
              <b className="figures">{formatNumber(group.count)}</b>
              <span>{toGroupSentence(group)}</span>
            </li>
          ))}
        </ul>
      )}
      {conflictCount > 0 && (
        <section className={styles.conflicts} aria-label="Left out">
          <h2 className="type-body tone-warning">
            <IconAlertTriangle size={16} aria-hidden="true" />
            {toConflictTitle(prepared)}
          </h2>
          <ul aria-label="People left out">
            {conflicts.map(({ rowNumber, name, sentence }) => (
              <li key={rowNumber}>
                <b>{name ?? `Person ${rowNumber}, name not known`}</b>
                <span className="text-2">{toConflictSentence(sentence)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
