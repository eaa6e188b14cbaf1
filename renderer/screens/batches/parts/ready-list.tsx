import { Button } from '@mantine/core';
import { useState } from 'react';
import type { QueueView, ReadyBatch } from '../../../../shared/batches/ready-batch';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../../bridge';
import { ErrorPanel } from '../../../components/error-panel';
import { formatNumber } from '../../../components/format-number';
import { MessageBox } from '../../../components/message-box';
import { useQueue } from '../../../components/use-queue';
import { RenameDraftDialog } from '../../home/parts/rename-draft-dialog';
import { useGoOnWithDraft } from '../../home/use-go-on-with-draft';
import { handOverDraft } from '../../new-batch/hand-over-draft';
import { HandOverNote } from '../../new-batch/parts/hand-over-note';
import { useHandOver } from '../../new-batch/use-hand-over';
import styles from '../batches-screen.module.css';
import { runAllLabel } from '../ready-words';
import { ChooseTargetDialog } from './choose-target-dialog';
import { ReadyRow } from './ready-row';
import { RunDialog } from './run-dialog';
import { StartItselfDialog } from './start-itself-dialog';

/** What is open over the list. */
type Open =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'run'; readonly batches: readonly ReadyBatch[] }
  | { readonly kind: 'target' | 'start-itself' | 'rename'; readonly batch: ReadyBatch };

/** The queue: ready batches in the order in which they run, and everything that can be done with them. */
export function ReadyList({ view }: { readonly view: QueueView }) {
  const { askAgain, take } = useQueue();
  const { batches, state } = view;
  const [open, setOpen] = useState<Open>({ kind: 'nothing' });
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const [deleted, setDeleted] = useState<ReadyBatch | null>(null);
  const [focus, setFocus] = useState<{ readonly batchId: string; readonly on: 'up' | 'down' | 'run' } | null>(
    null,
  );
  const goOn = useGoOnWithDraft(setFailure);
  const { handingOver, handOver, forget } = useHandOver();
  const handBatchOver = ({ draftId, name }: ReadyBatch) => {
    if (draftId !== null) handOver(() => handOverDraft({ draftId, name }));
  };
  const close = () => setOpen({ kind: 'nothing' });

  const act = async <Value,>(done: Promise<Value>): Promise<Value | null> => {
    setFailure(null);
    try {
      return await done;
    } catch (thrown) {
      setFailure(toBridgeFailure(thrown));
      return null;
    } finally {
      askAgain();
    }
  };
  const move = async ({ batchId }: ReadyBatch, place: number, by: -1 | 1) => {
    const moved = await act(bridge.ask('queue:move', { batchId, toPlace: place + by }));
    if (moved !== null) take(moved);
    setFocus({ batchId, on: by === -1 ? 'up' : 'down' });
  };
  const change = async (batch: ReadyBatch) => {
    const taken = await act(bridge.ask('batches:change-ready', { batchId: batch.batchId }));
    if (taken === null) return;
    await goOn({ draftId: taken.draftId, workspaceId: batch.workspaceId });
  };
  const remove = async (batch: ReadyBatch) => {
    if ((await act(bridge.ask('batches:delete-ready', { batchId: batch.batchId }))) !== null)
      setDeleted(batch);
  };
  const bringBack = async ({ batchId }: ReadyBatch) => {
    setFocus({ batchId, on: 'run' });
    if ((await act(bridge.ask('batches:bring-back-ready', { batchId }))) !== null) setDeleted(null);
  };
  const startItself = (batch: ReadyBatch, startsItself: boolean) => {
    if (startsItself) setOpen({ kind: 'start-itself', batch });
    else
      void act(
        bridge.ask('queue:start-itself', {
          batchId: batch.batchId,
          startsItself: false,
          looksAtLinks: batch.looksAtLinks,
          typedNumber: null,
        }),
      );
  };
  const isAtWork = state.kind !== 'idle' && state.kind !== 'stopped';
  const runnable = batches.filter(({ targetTitle, isOrdered }) => targetTitle !== null && !isOrdered);

  return (
    <section className={styles.section} aria-labelledby="ready">
      <div className={styles.sectionHead}>
        <h2 id="ready" className="type-section">
          Ready
        </h2>
        {runnable.length > 0 && (
          <Button
            variant="filled"
            disabled={isAtWork}
            onClick={() => setOpen({ kind: 'run', batches: runnable })}
          >
            {runAllLabel(runnable.length)}
          </Button>
        )}
      </div>
      {failure && <ErrorPanel failure={failure} onClose={() => setFailure(null)} />}
      <HandOverNote handingOver={handingOver} onClose={forget} />
      {deleted && (
        <MessageBox
          key={deleted.batchId}
          tone="info"
          announce="polite"
          end={
            <Button size="xs" autoFocus onClick={() => bringBack(deleted)}>
              Undo
            </Button>
          }
        >
          “{deleted.name}” is deleted, and does not run. It can be brought back until you close the app.
        </MessageBox>
      )}
      {batches.length === 0 ? (
        <p className="text-2">
          None. A prepared batch is kept ready with “Keep it ready” at its last look, also without a network.
        </p>
      ) : (
        <ol>
          {batches.map((batch, place) => (
            <ReadyRow
              key={batch.batchId}
              batch={batch}
              place={place}
              count={batches.length}
              takesFocus={focus?.batchId === batch.batchId ? focus.on : null}
              isLookedAt={state.kind === 'checking' && state.batchId === batch.batchId}
              onMove={(by) => move(batch, place, by)}
              onRun={() => setOpen({ kind: 'run', batches: [batch] })}
              onChooseTarget={() => setOpen({ kind: 'target', batch })}
              onChange={() => change(batch)}
              onStartItself={(startsItself) => startItself(batch, startsItself)}
              onRename={() => setOpen({ kind: 'rename', batch })}
              onHandOver={() => handBatchOver(batch)}
              onCopy={() => act(bridge.ask('batches:copy-ready', { batchId: batch.batchId }))}
              onDelete={() => remove(batch)}
            />
          ))}
        </ol>
      )}
      <p className="sr-only" role="status">
        {focus !== null && placeWords(batches, focus.batchId)}
      </p>
      <OpenDialog
        open={open}
        onClose={close}
        onOrdered={(ordered) => {
          take(ordered);
          close();
        }}
        onDone={() => {
          close();
          askAgain();
        }}
        onRename={async (batchId, name) => {
          await act(bridge.ask('batches:rename-ready', { batchId, name }));
          close();
        }}
      />
    </section>
  );
}

function placeWords(batches: readonly ReadyBatch[], batchId: string): string {
  const place = batches.findIndex((batch) => batch.batchId === batchId);
  return place === -1
    ? ''
    : `${batches[place]?.name} is ${formatNumber(place + 1)} of ${formatNumber(batches.length)}`;
}

interface OpenDialogProps {
  readonly open: Open;
  readonly onClose: () => void;
  readonly onOrdered: (view: QueueView) => void;
  readonly onDone: () => void;
  readonly onRename: (batchId: string, name: string) => Promise<void>;
}

function OpenDialog({ open, onClose, onOrdered, onDone, onRename }: OpenDialogProps) {
  switch (open.kind) {
    case 'nothing':
      return null;
    case 'run':
      return <RunDialog batches={open.batches} onOrdered={onOrdered} onClose={onClose} />;
    case 'target':
      return <ChooseTargetDialog batch={open.batch} onDone={onDone} onClose={onClose} />;
    case 'start-itself':
      return <StartItselfDialog batch={open.batch} onDone={onDone} onClose={onClose} />;
    case 'rename':
      return (
        <RenameDraftDialog
          name={open.batch.name}
          onRename={(name) => onRename(open.batch.batchId, name)}
          onClose={onClose}
        />
      );
  }
}
