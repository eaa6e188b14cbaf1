import { Button, Checkbox, Modal } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Finding } from '../../../../shared/batches/finding';
import { decideBatch } from '../../../../shared/batches/queue-decision';
import type { Inspection, QueueView, ReadyBatch } from '../../../../shared/batches/ready-batch';
import { parseTypedNumber } from '../../../../shared/operations/typed-number';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../../bridge';
import { ErrorPanel } from '../../../components/error-panel';
import { formatCount, formatNumber } from '../../../components/format-number';
import { EnvironmentChip } from '../../../components/shell/environment-chip';
import { SkeletonRows } from '../../../components/skeleton-rows';
import { useWorkspaces } from '../../../components/use-workspaces';
import { firstRowsWords, linksLabel, toWorkWords } from '../ready-words';
import { useInspections } from '../use-inspections';
import { useLinkLook } from '../use-link-look';
import { FindingLine } from './finding-line';
import styles from './run-dialog.module.css';
import { TypedNumberField } from './typed-number-field';

interface RunDialogProps {
  /** In the order in which they run. */
  readonly batches: readonly ReadyBatch[];
  readonly onOrdered: (view: QueueView) => void;
  readonly onClose: () => void;
}

/** What has changed since the batches were prepared, shown before anything starts; what has changed goes only after a click of its own. */
export function RunDialog({ batches, onOrdered, onClose }: RunDialogProps) {
  const [looksAtLinks, setLooksAtLinks] = useState(true);
  const { asked, askAgain } = useInspections(batches.map(({ batchId }) => batchId));
  return (
    <Modal
      opened
      onClose={onClose}
      title={
        batches.length === 1
          ? `Run “${batches[0]?.name}”`
          : `Run ${formatNumber(batches.length)} ready batches`
      }
      size={680}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ title: 'type-section' }}
    >
      {asked.kind === 'loading' && (
        <>
          <p className="text-2" role="status">
            Asking Flowmingo what has changed since {batches.length === 1 ? 'it was' : 'they were'} prepared.
            Nothing has been sent.
          </p>
          <SkeletonRows rowHeight={44} rowCount={Math.min(4, batches.length)} label="Asking Flowmingo" />
        </>
      )}
      {asked.kind === 'failed' && <ErrorPanel failure={asked.failure} onRetry={askAgain} />}
      {asked.kind === 'ready' && (
        <RunForm
          key={asked.isReadingAgain ? 'again' : 'asked'}
          batches={batches}
          inspections={asked.value}
          isReadingAgain={asked.isReadingAgain}
          looksAtLinks={looksAtLinks}
          onLinks={setLooksAtLinks}
          onAskAgain={askAgain}
          onOrdered={onOrdered}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

interface RunFormProps extends RunDialogProps {
  readonly inspections: readonly Inspection[];
  readonly isReadingAgain: boolean;
  readonly looksAtLinks: boolean;
  readonly onLinks: (looksAtLinks: boolean) => void;
  readonly onAskAgain: () => void;
}

/** Every finding that has a click of its own is accepted by that click. */
const nothingAccepted: ReadonlySet<string> = new Set();
const nothingToLookAt: readonly string[] = [];

/** A batch that was ticked or unticked, and what stood against it then. */
interface Click {
  readonly isOn: boolean;
  readonly seen: string;
}

const toSeen = (findings: readonly Finding[]) =>
  findings
    .filter(({ weight }) => weight === 'asks')
    .map(({ mark }) => mark)
    .join('\n');

function RunForm(props: RunFormProps) {
  const { batches, inspections, isReadingAgain, looksAtLinks, onLinks, onAskAgain, onOrdered, onClose } =
    props;
  const { workspaces } = useWorkspaces();
  const of = (batchId: string) => inspections.find((inspection) => inspection.batchId === batchId);
  const isStopped = (batchId: string) =>
    of(batchId)?.findings.some(({ weight }) => weight === 'stops' || weight === 'waits') ?? true;
  const linked = batches.filter(({ batchId, linkCount }) => linkCount > 0 && !isStopped(batchId));
  const linkLook = useLinkLook(
    looksAtLinks && !isReadingAgain ? linked.map(({ batchId }) => batchId) : nothingToLookAt,
  );
  const isLooking = linkLook.kind === 'loading';
  const findingsOf = (batchId: string): readonly Finding[] => {
    const looks = linkLook.kind === 'ready' ? linkLook.value : [];
    const links = looks.find((look) => look.batchId === batchId)?.findings ?? [];
    return [...(of(batchId)?.findings ?? []), ...links];
  };
  const [clicks, setClicks] = useState<ReadonlyMap<string, Click>>(new Map());
  const isChosen = (batchId: string): boolean => {
    if (isStopped(batchId)) return false;
    const click = clicks.get(batchId);
    // A click takes what stood there when it was made; what is found after it needs another one.
    if (click !== undefined && (!click.isOn || click.seen === toSeen(findingsOf(batchId)))) return click.isOn;
    return decideBatch(findingsOf(batchId), nothingAccepted).kind === 'go';
  };
  const [goesOn, setGoesOn] = useState(false);
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const [isOrdering, setIsOrdering] = useState(false);

  const going = batches.filter(({ batchId }) => isChosen(batchId));
  const people = going.reduce((sum, { batchId }) => sum + (of(batchId)?.sendable ?? 0), 0);
  const toType = going
    .filter(({ batchId }) => of(batchId)?.asksForNumber)
    .reduce((sum, { batchId }) => sum + (of(batchId)?.sendable ?? 0), 0);
  const isRight = toType === 0 || parseTypedNumber(typed) === toType;
  const canRun = going.length > 0 && isRight && !isOrdering && !isReadingAgain && !isLooking;

  const order = async (event: FormEvent) => {
    event.preventDefault();
    if (!canRun) return;
    setIsOrdering(true);
    setFailure(null);
    try {
      const accepted = (batchId: string) => findingsOf(batchId).map(({ mark }) => mark);
      const wanted = going.map(({ batchId }) => ({ batchId, accepted: accepted(batchId) }));
      const typedNumber = toType === 0 ? null : typed;
      onOrdered(await bridge.ask('queue:run', { batches: wanted, goesOn, typedNumber }));
    } catch (thrown) {
      setFailure(toBridgeFailure(thrown));
      setIsOrdering(false);
    }
  };
  const toggle = (batchId: string, isOn: boolean) =>
    setClicks((before) => new Map(before).set(batchId, { isOn, seen: toSeen(findingsOf(batchId)) }));
  const links = linksLabel(linked);

  return (
    <form onSubmit={order}>
      <ol className={styles.list}>
        {batches.map((batch) => {
          const { batchId, workspaceId, name } = batch;
          const inspection = of(batchId);
          const workspace = workspaces.find((one) => one.workspaceId === workspaceId);
          return (
            <li key={batchId} className={styles.batch}>
              <Checkbox
                label={<b>{name}</b>}
                checked={isChosen(batchId)}
                disabled={isStopped(batchId) || isOrdering}
                onChange={(event) => toggle(batchId, event.currentTarget.checked)}
              />
              <span className={`${styles.what} text-2`}>
                {workspace && <EnvironmentChip place={workspace.environment} />}
                {workspace?.name}
                <span>
                  {toWorkWords(batch)}:{' '}
                  {formatCount(inspection?.sendable ?? batch.sendable, 'person', 'people')}
                  {batch.firstRows !== null && `, the first ${formatNumber(batch.firstRows)} before you look`}
                </span>
              </span>
              {findingsOf(batchId).length > 0 && (
                <div className={styles.findings}>
                  {findingsOf(batchId).map((finding) => (
                    <FindingLine key={finding.mark} finding={finding} onLeave={onClose} />
                  ))}
                </div>
              )}
            </li>
          );
        })}
      </ol>
      <div className={styles.options}>
        {batches.length > 1 && (
          <Checkbox
            label="If one of them cannot go on, run the others"
            checked={goesOn}
            onChange={(event) => setGoesOn(event.currentTarget.checked)}
          />
        )}
        {links !== null && (
          <Checkbox
            label={links}
            checked={looksAtLinks}
            disabled={isReadingAgain || isOrdering}
            onChange={(event) => onLinks(event.currentTarget.checked)}
          />
        )}
      </div>
      {linkLook.kind === 'failed' && <ErrorPanel failure={linkLook.failure} />}
      {failure && <ErrorPanel failure={failure} />}
      {toType > 0 && (
        <TypedNumberField
          count={toType}
          forWhat={`to run ${going.length === 1 ? 'it' : 'them'}`}
          value={typed}
          onChange={setTyped}
        />
      )}
      <p className="type-second text-2" role="status">
        {isLooking
          ? 'Looking at the CV links, for two minutes at most. Take the tick away to run without. Nothing has been sent yet.'
          : going.length === 0
            ? `${batches.every(({ batchId }) => isStopped(batchId)) ? 'None of them can run as it is' : 'Choose what is to run in spite of what has changed'}. Nothing has been sent.`
            : [
                'They run one after another, each after another look at Flowmingo.',
                firstRowsWords(going),
                'Nothing has been sent yet.',
              ]
                .filter((words) => words !== null)
                .join(' ')}
      </p>
      <div className={styles.actions}>
        <Button onClick={onClose}>Not now</Button>
        <Button onClick={onAskAgain} disabled={isReadingAgain || isOrdering}>
          Look again
        </Button>
        <Button type="submit" variant="filled" disabled={!canRun}>
          {going.length === 0
            ? 'Run'
            : `Run ${formatCount(going.length, 'batch', 'batches')}: ${formatCount(people, 'person', 'people')}`}
        </Button>
      </div>
    </form>
  );
}
