import { Button, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import type { MessageProblem } from '../../../../shared/messages/check-message';
import { toMessageHtml, toMessageText } from '../../../../shared/messages/message-html';
import { longestMessage, messageLength, shortestMessage } from '../../../../shared/messages/message-length';
import { placeholderLabels, placeholderNames, toPlaceholder } from '../../../../shared/messages/placeholders';
import { formatNumber } from '../../../components/format-number';
import { Segmented } from '../../../components/segmented';
import styles from './message-editor.module.css';

interface MessageEditorProps {
  /** HTML, as it is sent. */
  readonly message: string;
  readonly problems: readonly MessageProblem[];
  readonly onChange: (message: string) => void;
}

type Writing = 'text' | 'html';

/** The message as text with placeholders, for people who write no HTML; as HTML for those who do. */
export function MessageEditor({ message, problems, onChange }: MessageEditorProps) {
  const [writing, setWriting] = useState<Writing>(() => (toMessageText(message) === null ? 'html' : 'text'));
  const [text, setText] = useState(() => toMessageText(message) ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  const problemsId = useId();

  const write = (next: string) => {
    if (writing === 'html') return onChange(next);
    setText(next);
    onChange(toMessageHtml(next));
  };
  const switchTo = (next: Writing) => {
    if (next === 'text') setText(toMessageText(message) ?? '');
    setWriting(next);
  };
  const insert = (inserted: string) => {
    const area = field.current;
    if (area === null) return;
    area.setRangeText(inserted, area.selectionStart, area.selectionEnd, 'end');
    write(area.value);
    area.focus();
  };
  const mend = ({ text: wrong, suggestion }: MessageProblem) => {
    if (suggestion === undefined) return;
    const now = writing === 'html' ? message : text;
    write(wrong === undefined ? `${now.trimEnd()} ${suggestion}` : now.split(wrong).join(suggestion));
  };

  const { most } = messageLength(message);
  return (
    <section className={styles.editor} aria-labelledby="message-title">
      <div className={styles.head}>
        <h2 className="type-section" id="message-title">
          Message
        </h2>
        <p className="type-second text-2 figures">
          Between {formatNumber(shortestMessage)} and {formatNumber(longestMessage)} characters:{' '}
          <b>{formatNumber(most)}</b>
        </p>
      </div>
      <div className={styles.frame}>
        <div className={styles.tools}>
          <span className="type-second text-2">Insert</span>
          {placeholderNames.map((name) => (
            <Button key={name} size="xs" variant="light" onClick={() => insert(toPlaceholder(name))}>
              {placeholderLabels[name]}
            </Button>
          ))}
          <span className={styles.push} />
          <Segmented<Writing>
            label="Write the message as"
            value={writing}
            onChange={switchTo}
            choices={[
              { value: 'text', label: 'Text', disabled: toMessageText(message) === null },
              { value: 'html', label: 'HTML' },
            ]}
          />
        </div>
        <Textarea
          ref={field}
          classNames={{ input: styles.input ?? '' }}
          variant="unstyled"
          autosize
          minRows={8}
          maxRows={18}
          aria-label={writing === 'text' ? 'Message' : 'Message as HTML'}
          aria-describedby={problemsId}
          aria-invalid={problems.some(({ blocking }) => blocking) || undefined}
          spellCheck={writing === 'text'}
          value={writing === 'text' ? text : message}
          onChange={(event) => write(event.target.value)}
        />
      </div>
      <ul className={styles.problems} id={problemsId} aria-live="polite">
        {problems.map((problem) => (
          <li
            key={`${problem.kind} ${problem.text ?? ''}`}
            className={problem.blocking ? 'tone-refused' : 'tone-warning'}
          >
            <IconAlertTriangle size={16} aria-hidden="true" />
            <span>{problem.message}</span>
            {problem.suggestion !== undefined && (
              <Button size="xs" onClick={() => mend(problem)}>
                {problem.text === undefined ? 'Insert' : 'Use'} {problem.suggestion}
              </Button>
            )}
          </li>
        ))}
        {problems.length === 0 && (
          <li className="tone-done">
            <IconCheck size={16} aria-hidden="true" />
            <span>Has the interview link, and everybody has a first name.</span>
          </li>
        )}
      </ul>
    </section>
  );
}
