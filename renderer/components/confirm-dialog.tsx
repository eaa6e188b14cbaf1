import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import styles from './confirm-dialog.module.css';

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** A verb and its object: "Forget this workspace". */
  readonly confirmLabel: string;
  /** The way out, which has the focus: "Keep it". */
  readonly cancelLabel?: string;
  readonly tone?: 'normal' | 'danger';
  readonly canConfirm?: boolean;
  /** The dialog shows that it is at work until this is done. It closes where the caller says so. */
  readonly onConfirm: () => Promise<void> | void;
  readonly onClose: () => void;
}

/** A question before something that cannot be undone. The focus starts on the harmless answer; Esc is that answer. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    isOpen,
    title,
    children,
    confirmLabel,
    cancelLabel = 'Keep it',
    tone = 'normal',
    canConfirm = true,
    onConfirm,
    onClose,
  } = props;
  const [isAtWork, setIsAtWork] = useState(false);

  const confirm = async () => {
    setIsAtWork(true);
    try {
      await onConfirm();
    } finally {
      setIsAtWork(false);
    }
  };

  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={440}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ title: 'type-section' }}
    >
      <div className={styles.body}>{children}</div>
      <div className={styles.actions}>
        <Button onClick={onClose} data-autofocus>
          {cancelLabel}
        </Button>
        <Button
          variant={tone === 'danger' ? 'danger' : 'filled'}
          disabled={!canConfirm || isAtWork}
          onClick={confirm}
        >
          {confirmLabel}
        </Button>
      </div>
    </Modal>
  );
}
