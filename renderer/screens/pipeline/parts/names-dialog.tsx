import { Button, Modal } from '@mantine/core';
import { useRef } from 'react';
import { ErrorPanel } from '../../../components/error-panel';
import { formatCount, formatNumber } from '../../../components/format-number';
import { MessageBox } from '../../../components/message-box';
import { startSheetWorker } from '../../../worker/start-sheet-worker';
import type { EndableWorker } from '../../../worker/worker-client';
import { type AddingNames, useAddNames } from '../use-add-names';
import styles from './names-dialog.module.css';

interface NamesDialogProps {
  readonly workspaceId: string;
  readonly onAdded: () => void;
  readonly onClose: () => void;
  readonly startWorker?: () => EndableWorker;
}

function AddingNote({ adding }: { readonly adding: AddingNames }) {
  switch (adding.kind) {
    case 'idle':
      return null;
    case 'reading':
      return <p role="status">Reading {adding.fileName}</p>;
    case 'adding':
      return (
        <p role="status" className="figures">
          Adding names, {formatNumber(adding.done)} of {formatNumber(adding.total)}
        </p>
      );
    case 'added':
      return (
        <MessageBox
          tone={adding.added === 0 ? 'info' : 'done'}
          announce="polite"
          title={adding.added === 0 ? 'No name was new.' : `${formatCount(adding.added, 'name')} added.`}
        >
          From {adding.fileName}.
        </MessageBox>
      );
    case 'unreadable':
      return (
        <MessageBox tone="refused" announce="at-once">
          {adding.sentence}
        </MessageBox>
      );
    case 'failed':
      return <ErrorPanel failure={adding.failure} />;
  }
}

/** Names for people of whom Flowmingo gives ids only: out of a sheet that has both. Nothing of it leaves this computer. */
export function NamesDialog({
  workspaceId,
  onAdded,
  onClose,
  startWorker = startSheetWorker,
}: NamesDialogProps) {
  const input = useRef<HTMLInputElement>(null);
  const { adding, open } = useAddNames(workspaceId, startWorker, onAdded);
  const isAtWork = adding.kind === 'reading' || adding.kind === 'adding';
  return (
    <Modal
      opened
      onClose={onClose}
      title="Add names from a sheet"
      size={520}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ title: 'type-section' }}
    >
      <div className={styles.body}>
        <p>
          Flowmingo tells this app ids, and no names. A sheet with a column of candidate ids and one of names
          (or first name, last name, email) makes them readable.
        </p>
        <p className="text-2">
          The names stay on this computer. A name that is known already is replaced by the sheet’s.
        </p>
        <AddingNote adding={adding} />
        <input
          ref={input}
          hidden
          type="file"
          aria-label="Sheet with names"
          accept=".csv,.tsv,.txt,.xlsx,.xlsm"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            // The same file can be chosen once more after it was mended.
            event.currentTarget.value = '';
            if (file !== undefined) open(file);
          }}
        />
        <div className={styles.actions}>
          <Button onClick={onClose}>Close</Button>
          <Button variant="filled" data-autofocus disabled={isAtWork} onClick={() => input.current?.click()}>
            Choose a sheet
          </Button>
        </div>
      </div>
    </Modal>
  );
}
