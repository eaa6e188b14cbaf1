import { Button } from '@mantine/core';
import { MessageBox } from '../../../components/message-box';
import styles from './unreadable-file.module.css';

interface UnreadableFileProps {
  readonly fileName: string;
  /** What happened, what was not done, what to do now. */
  readonly message: string;
  /** It could be read, and there is nobody in it. */
  readonly holdsNobody: boolean;
  readonly onOpenAnother: () => void;
}

/** The file could not be read; the way on is another file. */
export function UnreadableFile({ fileName, message, holdsNobody, onOpenAnother }: UnreadableFileProps) {
  return (
    <div className={styles.page}>
      <h1 className="type-screen">
        {holdsNobody ? `There is nobody in ${fileName}` : `${fileName} cannot be opened`}
      </h1>
      <MessageBox tone="refused" announce="at-once">
        {message}
      </MessageBox>
      <div>
        <Button variant="filled" size="lg" onClick={onOpenAnother} autoFocus>
          Open another file
        </Button>
      </div>
    </div>
  );
}
