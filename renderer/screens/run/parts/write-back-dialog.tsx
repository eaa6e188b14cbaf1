import { Button, Modal, Progress, Textarea } from '@mantine/core';
import { useRef } from 'react';
import type { RunSummary } from '../../../../shared/runs/progress';
import { ErrorPanel } from '../../../components/error-panel';
import { formatCount, formatNumber } from '../../../components/format-number';
import { MessageBox } from '../../../components/message-box';
import { startSheetWorker } from '../../../worker/start-sheet-worker';
import type { EndableWorker } from '../../../worker/worker-client';
import { type FilledFile, useWriteBack, type WriteBack } from '../use-write-back';
import styles from './write-back-dialog.module.css';

interface WriteBackDialogProps {
  readonly run: RunSummary;
  readonly onClose: () => void;
  readonly startWorker?: () => EndableWorker;
}

/** Results as new columns in a copy of the recruiter's own file. */
export function WriteBackDialog({ run, onClose, startWorker = startSheetWorker }: WriteBackDialogProps) {
  const input = useRef<HTMLInputElement>(null);
  const { state, fill, save, showInFolder } = useWriteBack(run.runId, startWorker);
  const canChoose = state.kind === 'needs-file' || state.kind === 'refused' || state.kind === 'filled';
  return (
    <Modal
      opened
      onClose={onClose}
      title="Put into my workbook"
      size={560}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ title: 'type-section' }}
    >
      <div className={styles.body}>
        <WriteBackNote state={state} run={run} onSave={save} onShowInFolder={showInFolder} />
        <input
          ref={input}
          hidden
          type="file"
          aria-label="The file that the run came from"
          accept=".xlsx,.xlsm,.xltx,.xltm,.csv,.tsv,.txt"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            // The same file can be chosen once more after it was mended.
            event.currentTarget.value = '';
            if (file !== undefined) fill(file);
          }}
        />
        <div className={styles.actions}>
          <Button onClick={onClose}>Close</Button>
          {canChoose && (
            <Button
              variant={state.kind === 'needs-file' ? 'filled' : 'default'}
              data-autofocus={state.kind === 'needs-file' || undefined}
              onClick={() => input.current?.click()}
            >
              {state.kind === 'needs-file' ? 'Choose the file' : 'Choose another file'}
            </Button>
          )}
          {state.kind === 'filled' && (
            <Button variant="filled" onClick={save}>
              Save the copy
            </Button>
          )}
        </div>
      </div>
    </Modal>
  );
}

interface WriteBackNoteProps {
  readonly state: WriteBack;
  readonly run: RunSummary;
  readonly onSave: () => void;
  readonly onShowInFolder: () => void;
}

function WriteBackNote({ state, run, onSave, onShowInFolder }: WriteBackNoteProps) {
  switch (state.kind) {
    case 'at-work':
      return (
        <>
          <p role="status">{workWords[state.step]}</p>
          <Progress value={state.fraction * 100} aria-label={workWords[state.step]} />
        </>
      );
    case 'needs-file':
      return (
        <>
          <p>
            This app has not kept the file of this run. Choose <strong>{state.fileName}</strong>: the results
            go into a copy of it, as new columns at the right, and everything else stays as it is.
          </p>
          <p className="text-2">
            It may have been sorted, filtered or saved since. People are found by what stands in their rows.
          </p>
        </>
      );
    case 'no-file':
      return (
        <MessageBox tone="info">
          This run came from no file, so there is none to put its results into. Nothing was saved. Use Save as
          XLSX.
        </MessageBox>
      );
    case 'refused':
      return (
        <MessageBox tone="refused" announce="at-once">
          {state.sentence}
        </MessageBox>
      );
    case 'filled':
      return (
        <>
          <MessageBox
            tone={state.filled.missing.length === 0 ? 'done' : 'warning'}
            announce="polite"
            title={`${formatNumber(state.filled.rowCount)} of ${formatCount(run.total, 'row')} found. The copy is checked and not saved yet.`}
          >
            <MissingRows filled={state.filled} />
          </MessageBox>
          <Notices filled={state.filled} />
        </>
      );
    case 'saved':
      return (
        <>
          <MessageBox
            tone="done"
            announce="polite"
            title={`${formatCount(state.filled.rowCount, 'row')} written into the copy.`}
            end={<Button onClick={onShowInFolder}>Show in folder</Button>}
          >
            {state.fileName}
          </MessageBox>
          <Notices filled={state.filled} />
        </>
      );
    case 'failed':
      return state.filled === null ? (
        <ErrorPanel failure={state.failure} />
      ) : (
        <ErrorPanel failure={state.failure} onRetry={onSave} />
      );
  }
}

const workWords = {
  reading: 'Reading the results',
  filling: 'Putting the results into a copy, and checking it',
  saving: 'Saving the copy',
} as const;

function MissingRows({ filled: { missing } }: { readonly filled: FilledFile }) {
  if (missing.length === 0) return null;
  return (
    <>
      <p>
        {missing.length === 1 ? 'One row was' : `${formatNumber(missing.length)} rows were`} changed since, or
        stand there twice. Nothing is put beside them; Save as XLSX has them all. In the file as it was sent:
      </p>
      <Textarea
        readOnly
        rows={4}
        aria-label="Rows that got nothing"
        value={missing.map(formatNumber).join(', ')}
      />
    </>
  );
}

function Notices({ filled: { notices } }: { readonly filled: FilledFile }) {
  return notices.map((notice) => (
    <MessageBox key={notice} tone="info">
      {notice}
    </MessageBox>
  ));
}
