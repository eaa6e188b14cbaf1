import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconBolt, IconDots } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ReadyBatch } from '../../../../shared/batches/ready-batch';
import { EnvironmentChip } from '../../../components/shell/environment-chip';
import { useWorkspaces } from '../../../components/use-workspaces';
import { toPeopleWords, toRowsWords, toWorkWords } from '../ready-words';
import { FindingLine } from './finding-line';
import styles from './ready-row.module.css';

interface ReadyRowProps {
  readonly batch: ReadyBatch;
  /** 0-based, of `count`. */
  readonly place: number;
  readonly count: number;
  /** The button of this direction has just moved it: the focus stays with it. */
  readonly takesFocus: 'up' | 'down' | 'run' | null;
  /** It is being looked at before its start. */
  readonly isLookedAt: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRun: () => void;
  readonly onChooseTarget: () => void;
  readonly onChange: () => void;
  readonly onStartItself: (startsItself: boolean) => void;
  readonly onRename: () => void;
  readonly onCopy: () => void;
  readonly onHandOver: () => void;
  readonly onDelete: () => void;
}

/** One ready batch: what it does, where, with how many, what stands against it, and the ways on. */
export function ReadyRow(props: ReadyRowProps) {
  const { batch, place, count, takesFocus, isLookedAt, onMove, onRun, onChooseTarget } = props;
  const { workspaces } = useWorkspaces();
  const workspace = workspaces.find(({ workspaceId }) => workspaceId === batch.workspaceId);
  const up = useRef<HTMLButtonElement>(null);
  const down = useRef<HTMLButtonElement>(null);
  const isOpen = batch.targetTitle === null;

  // A line that is moved in the page loses the focus that was in it.
  useEffect(() => {
    if (takesFocus === null || takesFocus === 'run') return;
    // At the end of the list its own button is off: the other one has the focus then.
    const isAtEnd = place === (takesFocus === 'up' ? 0 : count - 1);
    (isAtEnd === (takesFocus === 'up') ? down : up).current?.focus();
  }, [takesFocus, place, count]);

  return (
    <li className={styles.batch}>
      <div className={styles.line}>
        <span className={styles.order}>
          <ActionIcon
            ref={up}
            variant="subtle"
            aria-label={`Move ${batch.name} up`}
            disabled={place === 0}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={16} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon
            ref={down}
            variant="subtle"
            aria-label={`Move ${batch.name} down`}
            disabled={place === count - 1}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={16} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
        </span>
        <span className={styles.name}>
          <b title={batch.name}>{batch.name}</b>
          <span className="type-second text-2" title={batch.fileName}>
            {batch.fileName}
          </span>
        </span>
        <span className={styles.where}>
          <span title={toWorkWords(batch)}>{toWorkWords(batch)}</span>
          <span className={`${styles.place} type-second text-2`}>
            {workspace ? (
              <>
                <EnvironmentChip place={workspace.environment} />
                <span title={workspace.name}>{workspace.name}</span>
              </>
            ) : (
              <span>
                {batch.workspaceId === null ? 'No workspace yet' : 'Its workspace is not here any more'}
              </span>
            )}
          </span>
        </span>
        <span className={styles.how}>
          <span className="figures">{toPeopleWords(batch)}</span>
          {batch.startsItself ? (
            <span className={`${styles.self} type-second tone-accent`}>
              <IconBolt size={14} stroke={1.8} aria-hidden="true" />
              Starts by itself
            </span>
          ) : (
            <span className="type-second text-2 figures">{toRowsWords(batch)}</span>
          )}
        </span>
        <span className={styles.ways}>
          {isLookedAt ? (
            <span className="type-second text-2" role="status">
              Looking before it starts
            </span>
          ) : batch.isOrdered ? (
            <span className="type-second text-2">Comes next</span>
          ) : (
            <Button
              size="xs"
              autoFocus={takesFocus === 'run'}
              aria-label={isOpen ? `Choose the target of ${batch.name}` : `Run ${batch.name}`}
              onClick={isOpen ? onChooseTarget : onRun}
            >
              {isOpen ? 'Choose target' : 'Run'}
            </Button>
          )}
          <Menu position="bottom-end" offset={4} shadow="md">
            <Menu.Target>
              <ActionIcon variant="subtle" aria-label={`More for ${batch.name}`}>
                <IconDots size={16} stroke={1.6} aria-hidden="true" />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {batch.draftId !== null && <Menu.Item onClick={props.onChange}>Change</Menu.Item>}
              {!isOpen && (
                <Menu.Item onClick={() => props.onStartItself(!batch.startsItself)}>
                  {batch.startsItself ? 'Do not start by itself' : 'Start by itself when connected'}
                </Menu.Item>
              )}
              <Menu.Divider />
              <Menu.Item onClick={props.onRename}>Rename</Menu.Item>
              {batch.draftId !== null && <Menu.Item onClick={props.onCopy}>Copy as a draft</Menu.Item>}
              {batch.draftId !== null && batch.operation === 'invite' && (
                <Menu.Item onClick={props.onHandOver}>Hand over as a file</Menu.Item>
              )}
              <Menu.Item onClick={props.onDelete}>Delete</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </span>
      </div>
      {batch.findings.length > 0 && (
        <div className={styles.findings}>
          {batch.findings.map((finding) => (
            <FindingLine key={finding.mark} finding={finding} />
          ))}
        </div>
      )}
    </li>
  );
}
