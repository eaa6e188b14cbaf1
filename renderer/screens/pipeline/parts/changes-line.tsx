import { Menu } from '@mantine/core';
import { IconArrowUpRight } from '@tabler/icons-react';
import type { ChangeCounts, ChangeKind, SnapshotSummary } from '../../../../shared/pipeline/snapshot';
import { formatDayAndTime, formatSpokenDay } from '../../../components/format-date';
import { toChangeChoices } from '../filter-words';
import { toChangesSentence } from '../pipeline-words';
import styles from './changes-line.module.css';

interface ChangesLineProps {
  readonly changes: ChangeCounts;
  /** The readings before the one that is looked at, the newest first. */
  readonly earlier: readonly SnapshotSummary[];
  readonly onShow: (change: ChangeKind) => void;
  readonly onCompare: (snapshotId: string) => void;
}

/** "Since Monday 17 March: 22 new, 14 moved to Final …", with the ways to see them and to compare with another day. */
export function ChangesLine({ changes, earlier, onShow, onCompare }: ChangesLineProps) {
  const nowMs = Date.now();
  const choices = toChangeChoices(changes);
  return (
    <div className={styles.line}>
      <IconArrowUpRight size={16} aria-hidden="true" color="var(--accent)" />
      <p className={styles.sentence}>
        <b>Since {formatSpokenDay(changes.sinceMs, nowMs)}:</b> {toChangesSentence(changes)}
      </p>
      {earlier.length > 1 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <button type="button" className="link-button">
              Compare with another day
            </button>
          </Menu.Target>
          <Menu.Dropdown className={styles.menu ?? ''}>
            {earlier.map(({ snapshotId, takenAtMs }) => (
              <Menu.Item
                key={snapshotId}
                aria-current={snapshotId === changes.sinceSnapshotId || undefined}
                onClick={() => onCompare(snapshotId)}
              >
                {formatDayAndTime(takenAtMs, nowMs)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {choices.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <button type="button" className="link-button">
              See the changes
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {choices.map(({ kind, label }) => (
              <Menu.Item key={kind} onClick={() => onShow(kind)}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
