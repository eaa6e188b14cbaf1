import { useCallback, useRef, useState } from 'react';
import type { CellRange } from '../../components/data-grid/data-grid-types';
import { ErrorPanel } from '../../components/error-panel';
import { type RowArrangement, sheetOrder } from '../../worker/row-arrangement';
import { hasTarget, isHistoryAsked } from '../new-batch/new-batch-state';
import { ReplayNote } from '../new-batch/parts/replay-note';
import { useNewBatch } from '../new-batch/use-new-batch';
import styles from './check-rows-step.module.css';
import { CheckFooter } from './parts/check-footer';
import { CheckGrid, type CheckGridHandle } from './parts/check-grid';
import { CheckToolbar } from './parts/check-toolbar';
import { CountingRail } from './parts/counting-rail';
import { FindBar } from './parts/find-bar';
import { ListStrip } from './parts/list-strip';
import { ProblemRail } from './parts/problem-rail';
import { type Said, useCheck } from './use-check';
import { useCheckKeys } from './use-check-keys';
import { useGridEdits } from './use-grid-edits';
import { isManyCells, useSpanFacts } from './use-span-facts';

/** Step 3: what is wrong with whom, mended in place. */
export function CheckRowsStep() {
  const { state, sheet } = useNewBatch();
  const { check } = state;
  const { view, show, typed, type, act, undo, redo, said, say, failure, forgetFailure } = useCheck();
  const grid = useRef<CheckGridHandle>(null);
  const root = useRef<HTMLDivElement>(null);
  const [checkedAtMs] = useState(() => Date.now());
  const [chosen, setChosen] = useState<{
    readonly range: CellRange;
    readonly saidBefore: Said | null;
  } | null>(null);
  const [finding, setFinding] = useState<{ readonly replaces: boolean; readonly opened: number } | null>(
    null,
  );

  const gridNow = useCallback(() => grid.current, []);
  const edits = useGridEdits(act, say);
  const facts = useSpanFacts(chosen?.range ?? null, check?.revision ?? 0);
  const openFind = useCallback(
    (replaces: boolean) =>
      setFinding((before) => ({
        replaces: replaces || before?.replaces === true,
        opened: (before?.opened ?? 0) + 1,
      })),
    [],
  );
  const onFind = useCallback(() => openFind(false), [openFind]);
  const onReplace = useCallback(() => openFind(true), [openFind]);
  const arrange = useCallback(
    (arrangement: RowArrangement) => void show(view.filter, view.search, arrangement),
    [show, view.filter, view.search],
  );

  const showNext = async () => {
    const rowNumber = await sheet.ask('nextNeedingYou', grid.current?.rowNumber() ?? 0);
    if (rowNumber === null) return;
    let place = await sheet.ask('placeInView', rowNumber);
    if (place === -1) {
      await show({ kind: 'all' }, '', { ...view.arrangement, columns: {} });
      place = await sheet.ask('placeInView', rowNumber);
    }
    await grid.current?.goToProblem(place);
  };

  const onRows = useCallback(() => grid.current?.focus(), []);
  useCheckKeys({ root, onFind, onReplace, onUndo: undo, onRedo: redo, onRows });

  if (check === null && failure !== null) {
    return (
      <div className={styles.waiting}>
        <ErrorPanel failure={failure} onClose={forgetFailure} />
      </div>
    );
  }

  const onChosen = (what: (range: CellRange) => Promise<void>) => () => {
    if (chosen !== null) void what(chosen.range);
  };
  return (
    <div ref={root} className={styles.step}>
      <h1 className="sr-only">Check rows</h1>
      <div className={styles.body}>
        {check === null ? (
          <CountingRail />
        ) : (
          <ProblemRail
            check={check}
            filter={view.filter}
            history={isHistoryAsked(state) ? state.history.kind : 'asking'}
            checkedAtMs={checkedAtMs}
            hasTarget={hasTarget(state.order)}
            onShow={(filter) => show(filter, '')}
            onFixAlike={(status, kind) => act(sheet.ask('fixAllAlike', status, kind))}
            onTakeInAll={(why) => act(sheet.ask('takeInAll', why))}
          />
        )}
        <section className={styles.main} aria-label="Rows">
          <div className={styles.replay}>
            <ReplayNote />
          </div>
          <CheckToolbar
            view={view}
            check={check ?? { total: view.rowCount ?? 0, undoes: null, redoes: null }}
            said={said}
            chosen={chosen === null || facts === null ? null : { ...chosen, facts }}
            onFix={onChosen(edits.fix)}
            onLeaveOut={onChosen(edits.leaveOut)}
            onTakeIn={onChosen(edits.takeIn)}
            onUndo={undo}
            onRedo={redo}
            onFind={onReplace}
            typed={typed}
            onType={type}
          />
          {finding !== null && (
            <FindBar
              grid={gridNow}
              act={act}
              listKey={view.key}
              revision={check?.revision ?? 0}
              replaces={finding.replaces}
              opened={finding.opened}
              isFiltered={check !== null && view.rowCount !== null && view.rowCount !== check.total}
              onReplaces={onReplace}
              onClose={() => {
                setFinding(null);
                grid.current?.focus();
              }}
            />
          )}
          {check !== null && (
            <ListStrip
              check={check}
              view={view}
              onArrange={arrange}
              onShowAll={() => show({ kind: 'all' }, '')}
              onFixAlike={({ status, problem }) => act(sheet.ask('fixAllAlike', status, problem))}
              onLeaveOut={(filter) => act(sheet.ask('leaveOutThose', filter))}
              onTakeIn={(filter) => act(sheet.ask('takeInThose', filter))}
            />
          )}
          {failure && <ErrorPanel failure={failure} onClose={forgetFailure} />}
          <CheckGrid
            ref={grid}
            view={view}
            check={check}
            edits={edits}
            act={act}
            onSelectionChange={(range) =>
              setChosen(range === null || !isManyCells(range) ? null : { range, saidBefore: said })
            }
            onArrange={arrange}
            onSeeAll={(filter) => void show(filter, '')}
            onReplace={onReplace}
            onClearFilters={() => void show(view.filter, '', { ...sheetOrder, sort: view.arrangement.sort })}
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
