import { Button, TextInput } from '@mantine/core';
import { IconClipboard, IconUpload } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import { MessageBox } from '../../components/message-box';
import { useNewBatch } from '../new-batch/use-new-batch';
import styles from './open-file-step.module.css';
import { ReadingState } from './parts/reading-state';
import { UnreadableFile } from './parts/unreadable-file';
import { readSampleFile } from './read-sample-file';
import { useFileIntake } from './use-file-intake';
import { type FileToOpen, useOpenFile } from './use-open-file';

/** What the file dialog offers. What a file is, its bytes decide. */
const acceptedNames = '.xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt,.tab,.html,.htm,.flowbatch';
const pasteKey = navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl';

interface OpenFileProps {
  /** What is to be opened without asking; null for nothing. */
  readonly opensFile: FileToOpen | null;
  /** It is being opened: not a second time. */
  readonly onFileOpened: () => void;
  readonly onLeave: () => void;
  /** Opens what was kept of the batch whose file was lost; null where nothing is kept. */
  readonly onGoOn: (() => void) | null;
}

/** Step 1: a file comes in by dropping, choosing or pasting. */
export function OpenFileStep({ opensFile, onFileOpened, onLeave, onGoOn }: OpenFileProps) {
  const { state, workspace, goTo } = useNewBatch();
  const { reading, open, stop, forget } = useOpenFile();
  const root = useRef<HTMLDivElement>(null);
  const isOver = useFileIntake(root, open);
  const chooser = useRef<HTMLInputElement>(null);
  const hintId = useId();

  useEffect(() => {
    if (opensFile === null) return;
    onFileOpened();
    open(opensFile);
  }, [opensFile, onFileOpened, open]);

  if (reading.kind === 'reading')
    return <ReadingState fileName={reading.fileName} fraction={reading.fraction} onStop={stop} />;
  if (reading.kind === 'unreadable') return <UnreadableFile {...reading} onOpenAnother={forget} />;

  return (
    <div ref={root} className={styles.step}>
      <div className={styles.page}>
        <h1 className="type-screen">Open a spreadsheet</h1>
        <p className={`text-2 ${styles.lead}`}>
          XLSX, XLSM, XLS, ODS, CSV, TSV or TXT, with one person in each row.
        </p>
        {state.isFileLost && (
          <div className={styles.lost}>
            <MessageBox
              tone="refused"
              announce="at-once"
              title="The work on your file ended by itself."
              end={onGoOn !== null && <Button onClick={onGoOn}>Go on where it was</Button>}
            >
              It probably needed more memory than there is. Nothing was sent.{' '}
              {onGoOn === null
                ? 'What you changed in the rows is gone; open the file again, or split it into smaller ones.'
                : 'What you changed is kept. If it ends again, split the file into smaller ones.'}
            </MessageBox>
          </div>
        )}
        <div className={styles.drop} data-over={isOver || undefined}>
          <IconUpload size={28} stroke={1.6} aria-hidden="true" />
          <p className={styles.dropTitle}>{isOver ? 'Drop it here' : 'Drop a file anywhere here'}</p>
          <p className="type-second text-2">It is only read, never changed</p>
        </div>
        <div className={styles.ways}>
          <Button size="lg" variant="filled" onClick={() => chooser.current?.click()} data-autofocus>
            Choose a file
          </Button>
          <input
            ref={chooser}
            hidden
            type="file"
            accept={acceptedNames}
            aria-label="Spreadsheet"
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file !== undefined) open({ fileName: file.name, source: file });
            }}
          />
          <TextInput
            className={styles.paste}
            leftSection={<IconClipboard size={16} aria-hidden="true" />}
            placeholder="Paste cells here"
            aria-label="Paste cells here"
            aria-describedby={hintId}
            value=""
            onChange={() => undefined}
          />
          <p id={hintId} className="type-second text-2">
            Copy the cells in Excel, then press <kbd className={styles.key}>{pasteKey}</kbd>{' '}
            <kbd className={styles.key}>V</kbd>
          </p>
        </div>
        <div className={styles.notes}>
          {state.file !== null && (
            <section>
              <h2 className="type-body">The file you had open</h2>
              <p className="text-2">
                {state.file.fileName} is still here, with everything you changed.{' '}
                <button type="button" className="link-button" onClick={() => goTo('preview')}>
                  Go on with it
                </button>
              </p>
            </section>
          )}
          {state.file === null && workspace?.environment !== 'production' && (
            <section>
              <h2 className="type-body">No file at hand</h2>
              <p className="text-2">
                A sample file with 250 invented people, and the problems that such lists have.{' '}
                <button type="button" className="link-button" onClick={() => open(readSampleFile())}>
                  Open a sample file
                </button>
              </p>
            </section>
          )}
          <section>
            <h2 className="type-body">Other kinds of file</h2>
            <p className="text-2">
              A batch file (.flowbatch) that a colleague has prepared opens here too, with everything that
              they chose, to be looked at before anything is sent.
            </p>
            <p className="text-2">
              For .xlsb or .numbers: open it in its own program, choose <b>Save as</b>, pick{' '}
              <b>Excel workbook (.xlsx)</b>, and open that. A file with a password must be saved without one
              first.
            </p>
            <p className="text-2">Nothing is sent by opening a file.</p>
          </section>
        </div>
        <button type="button" className={`link-button ${styles.leave}`} onClick={onLeave}>
          Leave without a file
        </button>
      </div>
    </div>
  );
}
