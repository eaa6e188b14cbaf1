import { cleanMessage } from '../../../shared/messages/clean-message';
import { renderMessage } from '../../../shared/messages/render-message';
import { MessagePreview } from './message-preview';
import styles from './messages.module.css';

/** A message that is kept or offered, as mail programs show it, with what Flowmingo fills in by its name. */
export function MessageInFrame({ message, title }: { readonly message: string; readonly title: string }) {
  return (
    <div className={styles.kept}>
      <MessagePreview html={renderMessage(cleanMessage(message).html, {}).html} title={title} />
    </div>
  );
}
