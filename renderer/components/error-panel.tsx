import { Button, CloseButton } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import type { BridgeFailure } from '../bridge';
import styles from './error-panel.module.css';
import { MessageBox } from './message-box';

interface ErrorPanelProps {
  readonly failure: BridgeFailure;
  /** Offered as a button, where trying once more makes sense. */
  readonly onRetry?: () => void;
  readonly retryLabel?: string;
  readonly onClose?: () => void;
  /** Further ways out, beside the retry. */
  readonly actions?: ReactNode;
  /** `floating`: at the window's corner, for failures of what has no place on the screen. */
  readonly placement?: 'inline' | 'floating';
}

/** What happened, what was not done, what to do now; the code and the log's reference behind Details. */
export function ErrorPanel({
  failure,
  onRetry,
  retryLabel = 'Try again',
  onClose,
  actions,
  placement = 'inline',
}: ErrorPanelProps) {
  const [isOpen, setIsOpen] = useState(false);
  const detailsId = useId();
  return (
    <div className={placement === 'floating' ? styles.floating : undefined}>
      <MessageBox
        tone="refused"
        announce="at-once"
        end={onClose && <CloseButton size="sm" aria-label="Close this message" onClick={onClose} />}
      >
        {failure.sentence}
        <div className={styles.ways}>
          {onRetry && (
            <Button size="xs" onClick={onRetry}>
              {retryLabel}
            </Button>
          )}
          {actions}
          <button
            type="button"
            className="link-button type-second"
            aria-expanded={isOpen}
            aria-controls={detailsId}
            onClick={() => setIsOpen(!isOpen)}
          >
            Details
          </button>
          <span id={detailsId} className="type-second text-2" hidden={!isOpen}>
            {failure.code}, reference {failure.reference}
          </span>
        </div>
      </MessageBox>
    </div>
  );
}
