import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconFileSpreadsheet } from '@tabler/icons-react';
import type { DraftSummary } from '../../../../shared/drafts/draft';
import { formatMoment } from '../../../components/format-date';
import { useWorkspaces } from '../../../components/use-workspaces';
import { toContentWords, toPlaceWords } from '../draft-words';
import styles from './drafts.module.css';

interface DraftRowProps {
  readonly draft: DraftSummary;
  /** It is the batch that is open in the window. */
  readonly isInHand: boolean;
  /** It has just come back into the list. */
  readonly takesFocus: boolean;
  readonly onGoOn: () => void;
  readonly onRename: () => void;
  readonly onCopy: () => void;
  readonly onHandOver: () => void;
  readonly onDelete: () => void;
}

/** One draft: what it is, where it stopped, and the way on. */
export function DraftRow({
  draft,
  isInHand,
  takesFocus,
  onGoOn,
  onRename,
  onCopy,
  onHandOver,
  onDelete,
}: DraftRowProps) {
  const { workspaces, current } = useWorkspaces();
  const place = toPlaceWords(draft, workspaces, current?.workspaceId ?? null);
  return (
    <li className={styles.draft}>
      <span className={styles.name}>
        <IconFileSpreadsheet size={16} stroke={1.6} aria-hidden="true" />
        <b title={draft.name}>{draft.name}</b>
        <span className="type-second text-2" title={draft.fileName}>
          {draft.fileName}
        </span>
      </span>
      <span className={`${styles.content} text-2`} title={toContentWords(draft)}>
        {toContentWords(draft)}
      </span>
      <span className={`${styles.place} text-2`} title={place}>
        {place}
      </span>
      <span className={`${styles.when} text-2`}>
        {isInHand ? 'Open now' : formatMoment(draft.savedAtMs, Date.now())}
      </span>
      <span className={styles.ways}>
        <Button size="xs" autoFocus={takesFocus} aria-label={`Go on with ${draft.name}`} onClick={onGoOn}>
          Go on
        </Button>
        <Menu position="bottom-end" offset={4} shadow="md">
          <Menu.Target>
            <ActionIcon variant="subtle" aria-label={`More for ${draft.name}`}>
              <IconDots size={16} stroke={1.6} aria-hidden="true" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onRename}>Rename</Menu.Item>
            <Menu.Item onClick={onCopy}>Copy</Menu.Item>
            {draft.step !== 'preview' && <Menu.Item onClick={onHandOver}>Hand over as a file</Menu.Item>}
            <Menu.Item onClick={onDelete}>Delete</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </span>
    </li>
  );
}
