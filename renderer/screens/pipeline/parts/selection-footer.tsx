import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { FooterBar } from '../../../components/footer-bar';
import { formatNumber } from '../../../components/format-number';
import styles from './selection-footer.module.css';

interface SelectionFooterProps {
  readonly selectedCount: number;
  readonly matching: number;
  readonly stages: readonly { readonly stageId: string; readonly title: string }[];
  /** Why nothing can be changed; null where it can. */
  readonly offBecause: string | null;
  readonly isPreparing: boolean;
  readonly onMove: (stageId: string) => void;
  readonly onAdd: () => void;
  readonly onReject: () => void;
  readonly onClear: () => void;
}

/** How many are chosen, and what can be done with them. Each way leads to a look at what would happen. */
export function SelectionFooter(props: SelectionFooterProps) {
  const { selectedCount, matching, stages, offBecause, isPreparing } = props;
  const { onMove, onAdd, onReject, onClear } = props;
  const isOff = offBecause !== null || selectedCount === 0 || isPreparing;
  const why =
    offBecause ??
    (selectedCount === 0
      ? 'Choose people with the boxes or Space.'
      : 'You see every change before it is made.');
  return (
    <FooterBar
      actions={
        <>
          <span className={`${styles.why} type-second text-2`}>{why}</span>
          <Button variant="danger-quiet" disabled={isOff} onClick={onReject}>
            Reject…
          </Button>
          <Button disabled={isOff} onClick={onAdd}>
            Add to…
          </Button>
          <Menu position="top-end" disabled={isOff}>
            <Menu.Target>
              <Button
                variant="filled"
                disabled={isOff || stages.length === 0}
                rightSection={<IconChevronDown size={16} aria-hidden="true" />}
              >
                {isPreparing ? 'Looking…' : 'Move to…'}
              </Button>
            </Menu.Target>
            <Menu.Dropdown className={styles.menu ?? ''}>
              {stages.map(({ stageId, title }) => (
                <Menu.Item key={stageId} onClick={() => onMove(stageId)}>
                  {title}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </>
      }
    >
      <span role="status">
        <b>{formatNumber(selectedCount)} selected</b>, {formatNumber(matching)} shown
      </span>
      {selectedCount > 0 && (
        <button type="button" className="link-button" onClick={onClear}>
          Clear
        </button>
      )}
    </FooterBar>
  );
}
