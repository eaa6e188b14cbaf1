import { Button } from '@mantine/core';
import { type TemplateContent, templateKey } from '../../../../shared/messages/message-template';
import { formatCount } from '../../../components/format-number';
import { MessageInFrame } from '../../../components/messages/message-in-frame';
import { languageName } from '../../../components/messages/template-words';
import type { OfferedTemplates } from '../use-template-file';
import own from './mapping-settings.module.css';

interface OfferedMessagesProps {
  readonly offered: OfferedTemplates;
  /** Names of templates that are here already. */
  readonly taken: readonly string[];
  readonly onTakeIn: (templates: TemplateContent[]) => void;
  readonly onLeave: () => void;
}

/** What stands in a colleague's file, whole, before anything of it is kept. */
export function OfferedMessages({ offered, taken, onTakeIn, onLeave }: OfferedMessagesProps) {
  const { fileName, templates } = offered;
  const takenKeys = new Set(taken.map(templateKey));
  const count = formatCount(templates.length, 'message');
  return (
    <section className={own.offered} aria-label={`Messages in ${fileName}`}>
      <p className={own.offeredTitle}>
        {fileName} holds {count}:
      </p>
      <ul className={own.offeredList}>
        {templates.map(({ content, removed, place }) => (
          <li key={place}>
            <b>{content.name}</b>
            <p className="type-second text-2">
              {content.language === null ? '' : `${languageName(content.language)}. `}
              {content.fallbackWords === null ? '' : `Without a first name: “${content.fallbackWords}”. `}
              {takenKeys.has(templateKey(content.name)) &&
                'You have one of this name: this one gets a number behind it. '}
              {removed.length > 0 && `Left out, since it cannot be sent: ${removed.join(', ')}.`}
            </p>
            <MessageInFrame message={content.message} title={`The message ${content.name}`} />
          </li>
        ))}
      </ul>
      <div className={own.ways}>
        <Button variant="filled" onClick={() => onTakeIn(templates.map(({ content }) => content))}>
          Take in {count}
        </Button>
        <Button onClick={onLeave}>Take in none</Button>
      </div>
    </section>
  );
}
