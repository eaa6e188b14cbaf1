import { Button, Modal, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import {
  longestTemplateName,
  type TemplateLanguage,
  templateKey,
  templateNameSchema,
} from '../../../shared/messages/message-template';
import styles from './messages.module.css';
import { languageChoices, toLanguage } from './template-words';

interface TemplateNameDialogProps {
  readonly title: string;
  readonly name: string;
  readonly language: TemplateLanguage | null;
  /** Names of other templates. */
  readonly taken: readonly string[];
  /** What a name that is taken means: its template gives way, or another name is needed. */
  readonly ifTaken: 'replace' | 'refuse';
  readonly keepLabel: string;
  readonly onKeep: (name: string, language: TemplateLanguage | null) => void;
  readonly onClose: () => void;
}

/** Asks for the name of a template and the language it is in. */
export function TemplateNameDialog(props: TemplateNameDialogProps) {
  const { title, taken, ifTaken, keepLabel, onKeep, onClose } = props;
  const [name, setName] = useState(props.name);
  const [language, setLanguage] = useState<TemplateLanguage | null>(props.language);
  const wanted = templateNameSchema.safeParse(name);
  const twin = wanted.success
    ? taken.find((other) => templateKey(other) === templateKey(wanted.data))
    : undefined;
  const isRefused = twin !== undefined && ifTaken === 'refuse';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A form in a pop-up of React is inside the forms around it.
    event.stopPropagation();
    if (wanted.success && !isRefused) onKeep(wanted.data, language);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={440}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ title: 'type-section' }}
    >
      <form className={styles.dialog} onSubmit={submit}>
        <TextInput
          label="Name"
          value={name}
          maxLength={longestTemplateName}
          error={isRefused ? `Another message is called “${twin}”.` : undefined}
          description={
            twin !== undefined && ifTaken === 'replace'
              ? `You have “${twin}” already: this message takes its place.`
              : undefined
          }
          onChange={(event) => setName(event.target.value)}
          data-autofocus
        />
        <Select
          label="Language (if you like)"
          data={[...languageChoices]}
          value={language ?? ''}
          allowDeselect={false}
          onChange={(value) => setLanguage(toLanguage(value))}
        />
        <div className={styles.actions}>
          <Button onClick={onClose}>Close</Button>
          <Button type="submit" variant="filled" disabled={!wanted.success || isRefused}>
            {twin !== undefined && ifTaken === 'replace' ? `Replace “${twin}”` : keepLabel}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
