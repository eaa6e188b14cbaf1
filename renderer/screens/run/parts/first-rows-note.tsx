import { Button } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import type { RunSummary } from '../../../../shared/runs/progress';
import { ErrorPanel } from '../../../components/error-panel';
import { MessageBox } from '../../../components/message-box';
import { OutcomeBadge } from '../../../components/outcome-badge';
import { toFirstRowsWords } from '../first-rows-words';
import { toWayOnLabel } from '../pause-words';
import { useFirstRows } from '../use-first-rows';
import styles from './first-rows-note.module.css';

interface FirstRowsNoteProps {
  readonly run: RunSummary;
  readonly isAtWork: boolean;
  readonly onSendRest: () => void;
  readonly onCancel: () => void;
}

/** The first people with what came back for each, at once, and the choice between the rest and an end. */
export function FirstRowsNote({ run, isAtWork, onSendRest, onCancel }: FirstRowsNoteProps) {
  const { asked, askAgain } = useFirstRows(run);
  const words = toFirstRowsWords(run);
  const rows = asked.kind === 'ready' ? asked.value.rows : [];
  const more = asked.kind === 'ready' ? asked.value.moreCount : 0;
  return (
    <section className={styles.note} aria-label="The first people">
      <MessageBox
        tone={words.tone}
        Icon={IconUserCheck}
        announce="polite"
        title={words.title}
        end={
          <>
            <Button variant="danger-quiet" disabled={isAtWork} onClick={onCancel}>
              Cancel the run
            </Button>
            <Button variant="filled" disabled={isAtWork} onClick={onSendRest}>
              {toWayOnLabel('send-the-rest', run.counts.notSent)}
            </Button>
          </>
        }
      >
        {words.sentence}
      </MessageBox>
      {asked.kind === 'failed' && <ErrorPanel failure={asked.failure} onRetry={askAgain} />}
      {rows.length > 0 && (
        <ul className={styles.rows}>
          {rows.map((row) => (
            <li key={row.ordinal}>
              <span className="text-2 figures">Row {row.rowNumber}</span>
              <b>{[row.firstname, row.lastname].filter(Boolean).join(' ') || row.email}</b>
              <OutcomeBadge outcome={row.outcome} />
              <span className="text-2">{row.sentence}</span>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="type-second text-2">{more} more are in the list below.</p>}
    </section>
  );
}
