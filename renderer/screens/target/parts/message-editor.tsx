import { Button, Textarea } from '@mantine/core';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { MessageProblem } from '../../../../shared/messages/check-message';
import { toDocumentHtml } from '../../../../shared/messages/document-html';
import { longestMessage, messageLength, shortestMessage } from '../../../../shared/messages/message-length';
import type { SavedTemplate } from '../../../../shared/messages/message-template';
import type { NameFallback } from '../../../../shared/messages/name-fallback';
import { readDocument } from '../../../../shared/messages/read-document';
import { formatNumber } from '../../../components/format-number';
import { MessageBox } from '../../../components/message-box';
import { Segmented } from '../../../components/segmented';
import { RichText } from '../editor/rich-text';
import { mendMessage } from '../mend-message';
import { FallbackField } from './fallback-field';
import styles from './message-editor.module.css';
import { MessageProblems } from './message-problems';
import { TemplateMenu } from './template-menu';

interface MessageEditorProps {
  /** HTML, as it is sent. */
  readonly message: string;
  readonly fallback: NameFallback | undefined;
  readonly problems: readonly MessageProblem[];
  readonly withoutFirstName: number;
  readonly onChange: (message: string) => void;
  readonly onChangeFallback: (fallback: NameFallback | undefined) => void;
  readonly onApply: (template: SavedTemplate) => void;
  readonly onKept: (sentence: string, undo: (() => void) | null) => void;
}

type Writing = 'editor' | 'html';

/** The message as people will see it, and as the HTML that is sent. What the editor has no form for is edited as HTML. */
export function MessageEditor(props: MessageEditorProps) {
  const { message, fallback, problems, withoutFirstName, onChange, onChangeFallback, onKept } = props;
  const notShown = useMemo(() => readDocument(message).notShown, [message]);
  const canShow = notShown.length === 0;
  const [writing, setWriting] = useState<Writing>(canShow ? 'editor' : 'html');
  const problemsId = useId();
  // A message that the editor cannot show is never put into it.
  const shown = canShow ? writing : 'html';
  const writtenHere = useRef(message);
  const write = (next: string) => {
    writtenHere.current = next;
    onChange(next);
  };
  // A message from elsewhere is shown as well as it can be; what is written here never changes the view under the hands.
  useEffect(() => {
    if (message !== writtenHere.current || !canShow) setWriting(canShow ? 'editor' : 'html');
    writtenHere.current = message;
  }, [message, canShow]);

  const withUndo = (sentence: string) => onKept(sentence, () => onChange(message));
  const keepWhatIsShown = () => {
    onChange(toDocumentHtml(readDocument(message).document));
    withUndo('The message is what Text can show now.');
  };
  const mend = (problem: MessageProblem) => {
    write(mendMessage(message, problem));
    if (problem.mended !== undefined) withUndo('What cannot be sent was taken out.');
  };

  const isInvalid = problems.some(({ blocking }) => blocking);
  return (
    <section className={styles.editor} aria-labelledby="message-title">
      <div className={styles.head}>
        <h2 className="type-section" id="message-title">
          Message
        </h2>
        <TemplateMenu message={message} fallback={fallback} onApply={props.onApply} onKept={onKept} />
        <span className={styles.push} />
        <p className="type-second text-2 figures">
          Between {formatNumber(shortestMessage)} and {formatNumber(longestMessage)} characters:{' '}
          <b>{formatNumber(messageLength(message).shown)}</b>
        </p>
        <Segmented<Writing>
          label="Write the message as"
          value={shown}
          onChange={setWriting}
          choices={[
            { value: 'editor', label: 'Text', disabled: !canShow },
            { value: 'html', label: 'HTML' },
          ]}
        />
      </div>
      <div className={styles.frame}>
        {shown === 'editor' ? (
          <RichText message={message} isInvalid={isInvalid} describedBy={problemsId} onChange={write} />
        ) : (
          <Textarea
            classNames={{ input: styles.input ?? '' }}
            variant="unstyled"
            autosize
            minRows={8}
            maxRows={18}
            aria-label="Message as HTML"
            aria-describedby={problemsId}
            aria-invalid={isInvalid || undefined}
            spellCheck={false}
            value={message}
            onChange={(event) => write(event.target.value)}
          />
        )}
      </div>
      {shown === 'html' && canShow && (
        <p className="type-second text-2">
          This is sent to the letter. Flowmingo fills in what stands in {'{{…}}'}.
        </p>
      )}
      {!canShow && (
        <MessageBox
          tone="info"
          end={
            <Button size="xs" onClick={keepWhatIsShown}>
              Keep what Text can show
            </Button>
          }
        >
          The editor has no form for {notShown.slice(0, 4).join(', ')}. So the message stays HTML and is not
          changed.
        </MessageBox>
      )}
      <MessageProblems id={problemsId} problems={problems} onMend={mend} />
      <FallbackField
        message={message}
        fallback={fallback}
        withoutFirstName={withoutFirstName}
        onChange={onChangeFallback}
      />
    </section>
  );
}
