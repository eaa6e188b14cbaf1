import { Button, Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect, useState } from 'react';
import type { InviteField } from '../../../shared/operations/field';
import type { NameOrder } from '../../../shared/operations/mapping';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import { ErrorPanel } from '../../components/error-panel';
import { FooterBar } from '../../components/footer-bar';
import { formatCount } from '../../components/format-number';
import { SkeletonRows } from '../../components/skeleton-rows';
import type { ColumnsView } from '../../worker/session-types';
import type { WorkerClient } from '../../worker/worker-client';
import { useNewBatch } from '../new-batch/use-new-batch';
import styles from './map-columns-step.module.css';
import { mappingSentence } from './mapping-words';
import { ColumnTable } from './parts/column-table';
import { NameSplit } from './parts/name-split';
import { RecallNote } from './parts/recall-note';
import { SavedMappingMenu } from './parts/saved-mapping-menu';

/** As long as it takes to see the columns; they are counted by themselves meanwhile. */
const countAfterMs = 100;

const drawerBelow = '(max-width: 1100px)';

/** Step 2: what is in each column. */
export function MapColumnsStep() {
  const { state, sheet, tell, goTo } = useNewBatch();
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const [isDrawerOpen, setIsDrawerOpen] = useState(false);
  const isNarrow = useMediaQuery(drawerBelow, false, { getInitialValueInEffect: false });
  const { columns } = state;

  const isMissing = columns === null;

  const change = useCallback(
    (changed: Promise<ColumnsView>) => {
      changed.then(
        (next) => {
          setFailure(null);
          tell({ kind: 'columns-changed', columns: next });
        },
        (thrown: unknown) => setFailure(toBridgeFailure(thrown)),
      );
    },
    [tell],
  );

  useEffect(() => {
    if (isMissing) change(sheet.ask('columns'));
  }, [isMissing, change, sheet]);

  useEffect(() => {
    if (columns === null || columns.isCounted) return;
    // Where counting fails, a reason has no numbers, and nothing else is lost.
    const count = () =>
      sheet.ask('countedColumns').then(
        (counted) => tell({ kind: 'columns-counted', columns: counted, uncounted: columns }),
        () => undefined,
      );
    // Whoever goes on at once gets the rows, and does not wait for numbers that they no longer see.
    const timer = setTimeout(count, countAfterMs);
    return () => clearTimeout(timer);
  }, [columns, sheet, tell]);

  const assign = (columnIndex: number, field: InviteField | null) =>
    change(sheet.ask('assign', columnIndex, field));
  const goOn = () => {
    remember(sheet);
    goTo('check-rows');
  };
  const nameSplit = columns?.splitsNames ? (
    <NameSplit
      columns={columns}
      hasHeading={!isNarrow}
      onChange={(order: NameOrder) => change(sheet.ask('setNameOrder', order))}
    />
  ) : null;

  return (
    <>
      <div className={styles.head}>
        <div>
          <h1 className="type-screen">What is in each column?</h1>
          <p className="text-2" role="status">
            {columns === null ? 'Looking at the columns.' : mappingSentence(columns)}
          </p>
        </div>
        <div className={styles.ways}>
          {isNarrow && nameSplit !== null && (
            <Button onClick={() => setIsDrawerOpen(true)}>How names are split</Button>
          )}
          {columns !== null && (
            <SavedMappingMenu
              toChoices={(saved) => sheet.ask('mappingChoices', saved)}
              onUse={(saved) => change(sheet.ask('useSavedMapping', saved))}
            />
          )}
        </div>
      </div>
      {failure && <ErrorPanel failure={failure} onClose={() => setFailure(null)} />}
      {columns?.recall && (
        <RecallNote
          recall={columns.recall}
          onProposeAnew={() => change(sheet.ask('proposeAnew'))}
          onUseOffered={() => change(sheet.ask('useOfferedMapping'))}
        />
      )}
      <div className={styles.body}>
        <div className={styles.table}>
          {columns === null ? (
            <SkeletonRows rowHeight={44} label="Looking at the columns" />
          ) : (
            <ColumnTable columns={columns.columns} onAssign={assign} />
          )}
        </div>
        {!isNarrow && nameSplit !== null && (
          <aside className={styles.side} aria-label="How full names are split">
            {nameSplit}
          </aside>
        )}
      </div>
      {isNarrow && (
        <Drawer
          opened={isDrawerOpen && nameSplit !== null}
          onClose={() => setIsDrawerOpen(false)}
          position="right"
          size={400}
          title="How full names are split"
          closeButtonProps={{ 'aria-label': 'Close' }}
        >
          {nameSplit}
        </Drawer>
      )}
      <FooterBar
        onBack={() => goTo('preview')}
        main={{
          label: `Check ${formatCount(state.file?.table?.peopleCount ?? 0, 'row')}`,
          onClick: goOn,
          ...(columns === null
            ? { offBecause: '' }
            : columns.canInvite
              ? {}
              : {
                  offBecause:
                    'Nobody can be invited without an email or a CV link. Choose the column that holds one.',
                }),
        }}
      >
        <p>
          {state.file?.table?.headerRow != null && 'Remembered for the next file with these headers. '}
          Columns that go nowhere are kept for your results.
        </p>
      </FooterBar>
    </>
  );
}

/** Keeps these columns for the next file with this header. Where that fails nothing is lost but a convenience, so the way on stays open. */
function remember(sheet: WorkerClient): void {
  sheet
    .ask('mappingToRemember')
    .then((content) => (content === null ? null : bridge.ask('mappings:remember', { content })))
    .catch(() => undefined);
}
