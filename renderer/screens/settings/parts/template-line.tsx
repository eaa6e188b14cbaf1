import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SavedTemplate } from '../../../../shared/messages/message-template';
import { formatDay } from '../../../components/format-date';
import { MessageInFrame } from '../../../components/messages/message-in-frame';
import { languageName } from '../../../components/messages/template-words';
import { Truncated } from '../../../components/truncated';
import styles from './mapping-settings.module.css';

interface TemplateLineProps {
  readonly template: SavedTemplate;
  readonly onRename: () => void;
  readonly onSave: () => void;
  readonly onDelete: () => void;
}

/** One message that is kept: its name, what it says when it is opened, and what can be done. */
export function TemplateLine({ template, onRename, onSave, onDelete }: TemplateLineProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { name, language, message, fallbackWords, lastUsedAtMs } = template;
  return (
    <li className={styles.mapping}>
      <div className={styles.words}>
        <p className={styles.title}>
          <Truncated text={name} />
        </p>
        <p className="type-second text-2">
          {language === null ? '' : `${languageName(language)} · `}
          {fallbackWords === null ? '' : `Without a first name: “${fallbackWords}” · `}
          Last used {formatDay(lastUsedAtMs)}
        </p>
      </div>
      <div className={styles.buttons}>
        <Button
          size="xs"
          aria-expanded={isOpen}
          aria-label={`${isOpen ? 'Hide' : 'Show'} ${name}`}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? 'Hide' : 'Show'}
        </Button>
        <Button size="xs" aria-label={`Rename ${name}`} onClick={onRename}>
          Rename
        </Button>
        <Button size="xs" aria-label={`Save to a file: ${name}`} onClick={onSave}>
          Save to a file
        </Button>
        <Button size="xs" variant="danger-quiet" aria-label={`Delete ${name}`} onClick={onDelete}>
          Delete
        </Button>
      </div>
      {isOpen && <MessageInFrame message={message} title={`The message ${name}`} />}
    </li>
  );
}
