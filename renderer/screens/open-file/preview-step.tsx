import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReadingChoice } from '../../../shared/spreadsheets/spreadsheet';
import { type BridgeFailure, toBridgeFailure } from '../../bridge';
import { ErrorPanel } from '../../components/error-panel';
import { FooterBar } from '../../components/footer-bar';
import { formatNumber } from '../../components/format-number';
import type { FileSummary } from '../../worker/session-types';
import { useNewBatch } from '../new-batch/use-new-batch';
import { SheetUseChoice } from '../pipeline-sheet/parts/sheet-use-choice';
import { firstStepOf } from '../pipeline-sheet/sheet-use-words';
import { FileNotices } from './parts/file-notices';
import { HeaderRowField } from './parts/header-row-field';
import { RawGrid } from './parts/raw-grid';
import { DelimiterChoice, EncodingChoices, EncodingList } from './parts/reading-choices';
import { SheetPicker } from './parts/sheet-picker';
import styles from './preview-step.module.css';
import { previewSentence, previewTitle } from './preview-words';

/** Step 1, second half: is it the right sheet, the right header, and do the names look right? */
export function PreviewStep() {
  const { state, sheet, tell, goTo } = useNewBatch();
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const { file } = state;
  if (file === null || file.table === null) return null;
  const { table } = file;

  const change = (changed: Promise<FileSummary>) => {
    changed.then(
      (next) => {
        setFailure(null);
        tell({ kind: 'file-changed', file: next });
      },
      (thrown: unknown) => setFailure(toBridgeFailure(thrown)),
    );
  };
  const chooseHeaderRow = (headerRow: number | null) => {
    if (file.handedOver === null) change(sheet.ask('chooseHeaderRow', headerRow));
  };
  const changeReading = (choice: ReadingChoice) => change(sheet.ask('changeReading', choice));

  return (
    <>
      <div className={styles.head}>
        <div className={styles.title}>
          <div>
            <h1 className="type-screen">{previewTitle(file)}</h1>
            <p className="text-2" role="status">
              {previewSentence(table)}
            </p>
          </div>
          <Button onClick={() => goTo('open-file')}>Open another file</Button>
        </div>
        {failure && <ErrorPanel failure={failure} onClose={() => setFailure(null)} />}
        {file.reading !== null && <EncodingChoices reading={file.reading} onChange={changeReading} />}
        <div className={styles.choices}>
          {file.sheets.length > 1 && (
            <SheetPicker
              sheets={file.sheets}
              chosen={table.sheetIndex}
              onChoose={(index) => change(sheet.ask('chooseSheet', index))}
            />
          )}
          {file.reading !== null && <EncodingList reading={file.reading} onChange={changeReading} />}
          {file.reading !== null && file.reading.delimiter !== null && (
            <DelimiterChoice
              reading={file.reading}
              delimiter={file.reading.delimiter}
              onChange={changeReading}
            />
          )}
          {/* A batch file says itself which rows are people, and what is to be done with them. */}
          {file.handedOver === null && (
            <>
              <HeaderRowField
                key={table.sheetIndex}
                headerRow={table.headerRow}
                lineCount={table.lineCount}
                onChange={chooseHeaderRow}
              />
              <SheetUseChoice />
            </>
          )}
        </div>
        <FileNotices notices={[...file.notices, ...table.notices]} />
      </div>
      <RawGrid
        key={`${table.sheetIndex} ${file.reading?.encoding} ${file.reading?.delimiter}`}
        table={table}
        onChooseHeaderRow={chooseHeaderRow}
      />
      <FooterBar
        onBack={() => goTo('open-file')}
        main={{
          label:
            table.peopleCount === 1 ? 'Use this row' : `Use these ${formatNumber(table.peopleCount)} rows`,
          onClick: () => goTo(firstStepOf(state.use)),
          ...(table.peopleCount === 0 ? { offBecause: 'There is nobody under this header.' } : {}),
        }}
      >
        <p>{table.headerReason}</p>
      </FooterBar>
    </>
  );
}
