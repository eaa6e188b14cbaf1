import { Modal } from '@mantine/core';
import { useMemo } from 'react';
import { renderMessage } from '../../../../shared/messages/render-message';
import { MessagePreview } from '../../../components/messages/message-preview';
import styles from './message-dialog.module.css';

interface MessageDialogProps {
  /** HTML as it was sent; null where none was. */
  readonly message: string | null;
  /** '' where it is shown for nobody in particular. */
  readonly personName: string;
  readonly onClose: () => void;
}

/** The message as it was sent. What Flowmingo filled in itself is marked. */
export function MessageDialog({ message, personName, onClose }: MessageDialogProps) {
  const html = useMemo(
    () =>
      message === null
        ? ''
        : renderMessage(message, personName === '' ? {} : { candidate_name: personName }).html,
    [message, personName],
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title="The message as it was sent"
      size={640}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ title: 'type-section' }}
    >
      {message === null ? (
        <p>No text of your own was sent, so Flowmingo decided what the email says.</p>
      ) : (
        <div className={styles.message}>
          <MessagePreview html={html} title="The message as it was sent" />
        </div>
      )}
    </Modal>
  );
}
