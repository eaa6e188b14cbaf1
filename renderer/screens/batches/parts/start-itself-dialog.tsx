import { Button, Checkbox, Modal } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ReadyBatch } from '../../../../shared/batches/ready-batch';
import { asksForTypedNumber, parseTypedNumber } from '../../../../shared/operations/typed-number';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../../bridge';
import { ErrorPanel } from '../../../components/error-panel';
import { formatCount } from '../../../components/format-number';
import { useWorkspaces } from '../../../components/use-workspaces';
import { firstRowsWords, linksLabel, toWorkWords } from '../ready-words';
import styles from './run-dialog.module.css';
import { TypedNumberField } from './typed-number-field';

interface StartItselfDialogProps {
  readonly batch: ReadyBatch;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** The confirmation that a batch may start when nobody looks on. */
export function StartItselfDialog({ batch, onDone, onClose }: StartItselfDialogProps) {
  const { workspaces } = useWorkspaces();
  const environment = workspaces.find(({ workspaceId }) => workspaceId === batch.workspaceId)?.environment;
  /** Whom other runs have invited meanwhile goes off the number; the main process knows, and says so. */
  const [count, setCount] = useState(batch.sendable);
  const asks = environment !== undefined && asksForTypedNumber(environment, batch.operation, count);
  const [looksAtLinks, setLooksAtLinks] = useState(batch.looksAtLinks);
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const small = firstRowsWords([{ ...batch, sendable: count }]);
  const links = linksLabel([batch]);
  const isRight = !asks || parseTypedNumber(typed) === count;

  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    if (!isRight) return;
    try {
      await bridge.ask('queue:start-itself', {
        batchId: batch.batchId,
        startsItself: true,
        looksAtLinks,
        typedNumber: asks ? typed : null,
      });
      onDone();
    } catch (thrown) {
      const failed = toBridgeFailure(thrown);
      if (failed.code === 'batch/wrong-number') setCount(Number(failed.params.expected));
      setFailure(failed);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Let “${batch.name}” start by itself`}
      size={520}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ title: 'type-section' }}
    >
      <form className={styles.dialog} onSubmit={confirm}>
        <p>
          As soon as Flowmingo can be reached, also when nobody looks on: {toWorkWords(batch)},{' '}
          <b>{formatCount(count, 'person', 'people')}</b>
          {batch.sendInvite ? ', with an email to whoever has an address' : ''}. If it can be reached now, it
          starts in a moment.
        </p>
        {small !== null && <p>{small}</p>}
        <p className="text-2">
          It is looked at before. If something has changed by then, it does not start and waits for you. The
          app has to be open.
        </p>
        {links !== null && (
          <Checkbox
            label={links}
            checked={looksAtLinks}
            onChange={(event) => setLooksAtLinks(event.currentTarget.checked)}
          />
        )}
        {failure && <ErrorPanel failure={failure} />}
        {asks && (
          <TypedNumberField
            count={count}
            forWhat="to allow it in production"
            value={typed}
            onChange={setTyped}
          />
        )}
        <div className={styles.actions}>
          <Button onClick={onClose} data-autofocus>
            Start it myself
          </Button>
          <Button type="submit" variant="filled" disabled={!isRight}>
            Let it start by itself
          </Button>
        </div>
      </form>
    </Modal>
  );
}
