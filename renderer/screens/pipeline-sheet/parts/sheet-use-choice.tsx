import { Segmented } from '../../../components/segmented';
import type { SheetUse } from '../../new-batch/new-batch-state';
import { useNewBatch } from '../../new-batch/use-new-batch';
import { sheetUseLabels } from '../sheet-use-words';
import styles from './sheet-use-choice.module.css';

/** What the people in this sheet are to be: invited, unless the recruiter says otherwise. What the key may not do is off. */
export function SheetUseChoice() {
  const { state, workspace, tell } = useNewBatch();
  const uses = (Object.keys(sheetUseLabels) as SheetUse[]).filter(
    (use) => use !== 'as-edited' || state.file?.isPipelineExport === true,
  );
  const mayChange =
    workspace === null ||
    (workspace.scopes.includes('read_hiring') && workspace.scopes.includes('write_pipeline'));
  return (
    <div className={styles.choice}>
      <span className="type-second text-2" aria-hidden="true">
        What for
      </span>
      <Segmented
        label="What this sheet is for"
        choices={uses.map((value) => ({
          value,
          label: sheetUseLabels[value],
          disabled: value !== 'invite' && !mayChange,
        }))}
        value={state.use}
        onChange={(use) => tell({ kind: 'use-chosen', use })}
      />
      {!mayChange && (
        <span className="type-second text-2">
          This key may not work on pipelines (it lacks read_hiring or write_pipeline).
        </span>
      )}
    </div>
  );
}
