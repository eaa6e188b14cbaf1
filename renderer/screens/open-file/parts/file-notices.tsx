import type { FileNotice } from '../../../../shared/spreadsheets/spreadsheet';
import { MessageBox } from '../../../components/message-box';
import styles from './file-notices.module.css';

/**
 * What is to be said of a file, in one box under the choices: however much it is, what can be chosen stays in sight. That the
 * name has another ending costs nothing and comes last.
 */
export function FileNotices({ notices }: { readonly notices: readonly FileNotice[] }) {
  const [first, ...others] = [...notices].sort((one, other) => toRank(one) - toRank(other));
  if (first === undefined) return null;
  return (
    <MessageBox tone="warning">
      {others.length === 0 ? (
        first.message
      ) : (
        <ul className={styles.list} aria-label="About this file">
          {[first, ...others].map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </MessageBox>
  );
}

function toRank({ kind }: FileNotice): number {
  return kind === 'file-type-mismatch' ? 1 : 0;
}
