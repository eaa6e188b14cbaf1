import { Segmented } from '../../../components/segmented';
import type { SheetUse } from '../../new-batch/new-batch-state';
import { useNewBatch } from '../../new-batch/use-new-batch';
import { sheetUseLabels } from '../sheet-use-words';
import styles from './sheet-use-choice.module.css';

/** What the people in this sheet are to be: invited, unless the recruiter says otherwise. */
export function SheetUseChoice() {
  const { state, tell } = useNewBatch();
  const uses = (Object.keys(sheetUseLabels) as SheetUse[]).filter(
    (use) => use !== 'as-edited' || state.file?.isPipelineExport === true,
  );
  return (
    <div className={styles.choice}>
      <span className="type-second text-2" aria-hidden="true">
        What for
      </span>
      <Segmented
        label="What this sheet is for"
        choices={uses.map((value) => ({ value, label: sheetUseLabels[value] }))}
        value={state.use}
        onChange={(use) => tell({ kind: 'use-chosen', use })}
      />
    </div>
  );
}
