import { useCallback, useRef, useState } from 'react';
import { ErrorPanel } from '../../components/error-panel';
import { SkeletonRows } from '../../components/skeleton-rows';
import { isHistoryAsked } from '../new-batch/new-batch-state';
import { useNewBatch } from '../new-batch/use-new-batch';
import styles from './check-rows-step.module.css';
import { CheckFooter } from './parts/check-footer';
import { CheckGrid, type CheckGridHandle } from './parts/check-grid';
import { CheckToolbar } from './parts/check-toolbar';
import { ProblemRail } from './parts/problem-rail';
import { useCheck } from './use-check';
import { useCheckKeys } from './use-check-keys';

/** Step 3: what is wrong with whom, mended in place. */
export function CheckRowsStep() {
  const { state, sheet } = useNewBatch();
  const { check } = state;
  const { view, show, typed, type, act, undo, redo, said, failure, forgetFailure } = useCheck();
  const grid = useRef<CheckGridHandle>(null);
  const findBox = useRef<HTMLInputElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const onFind = useCallback(() => findBox.current?.focus(), []);
  const [checkedAtMs] = useState(() => Date.now());

  const showNext = async () => {
    const rowNumber = await sheet.ask('nextNeedingYou', grid.current?.rowNumber() ?? 0);
    if (rowNumber === null) return;
    let place = await sheet.ask('placeInView', rowNumber);
    if (place === -1) {
      await show({ kind: 'all' }, '');
      place = await sheet.ask('placeInView', rowNumber);
    }
    await grid.current?.goToProblem(place);
  };

  useCheckKeys({ root, onFind, onUndo: undo, onRedo: redo });

  if (check === null) {
    return (
      <div className={styles.waiting}>
        {failure ? (
          <ErrorPanel failure={failure} onClose={forgetFailure} />
        ) : (
          <SkeletonRows rowHeight={32} rowCount={12} label="Checking the rows" />
        )}
      </div>
    );
  }

  return (
    <div ref={root} className={styles.step}>
      <h1 className="sr-only">Check rows</h1>
      <div className={styles.body}>
        <ProblemRail
          check={check}
          filter={view.filter}
          history={isHistoryAsked(state) ? state.history.kind : 'asking'}
          checkedAtMs={checkedAtMs}
          onShow={(filter) => show(filter, '')}
          onFixAlike={(status, kind) => act(sheet.ask('fixAllAlike', status, kind))}
          onTakeInAll={(why) => act(sheet.ask('takeInAll', why))}
        />
        <section className={styles.main} aria-label="Rows">
          <CheckToolbar
            view={view}
            said={said}
            undoes={check.undoes}
            onUndo={undo}
            typed={typed}
            onType={type}
            findBox={findBox}
          />
          {failure && <ErrorPanel failure={failure} onClose={forgetFailure} />}
          <CheckGrid
            key={view.key}
            ref={grid}
            view={view}
            revision={check.revision}
            act={act}
            onClearSearch={() => show(view.filter, '')}
          />
        </section>
      </div>
      <CheckFooter
        check={check}
        onShowNext={showNext}
        onLeaveOut={() => act(sheet.ask('leaveOutThoseNeedingYou'))}
      />
    </div>
  );
}
