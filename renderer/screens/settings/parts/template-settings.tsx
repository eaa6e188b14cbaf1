import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { SavedTemplate } from '../../../../shared/messages/message-template';
import { ErrorPanel } from '../../../components/error-panel';
import { formatCount } from '../../../components/format-number';
import { MessageBox } from '../../../components/message-box';
import { TemplateNameDialog } from '../../../components/messages/template-name-dialog';
import { useTemplates } from '../../../components/messages/use-templates';
import { SkeletonRows } from '../../../components/skeleton-rows';
import { acceptedTemplateFiles, useTemplateFile } from '../use-template-file';
import own from './mapping-settings.module.css';
import { OfferedMessages } from './offered-messages';
import { SettingsSection } from './settings-section';
import { TemplateLine } from './template-line';

interface Done {
  readonly sentence: string;
  readonly undo: (() => void) | null;
}

/** The messages that are kept: shown, renamed, deleted with a way back, given to a colleague, taken in from one. */
export function TemplateSettings() {
  const templates = useTemplates();
  const file = useTemplateFile();
  const chooser = useRef<HTMLInputElement>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [renamed, setRenamed] = useState<SavedTemplate | null>(null);
  const { asked } = templates;
  const all = asked.kind === 'ready' ? asked.value : [];

  const remove = async (template: SavedTemplate) => {
    const undo = () => {
      setDone(null);
      void templates.restore(template);
    };
    if (await templates.remove(template.templateId))
      setDone({ sentence: `Deleted “${template.name}”.`, undo });
  };
  const save = async (templateIds: string[]) => {
    const saved = await templates.exportThem(templateIds);
    if (saved !== null)
      setDone({ sentence: `Saved ${formatCount(saved.count, 'message')} to ${saved.fileName}.`, undo: null });
  };
  return (
    <SettingsSection part="messages" title="Messages you keep">
      <p className="type-second text-2">
        Put into a batch with two clicks, where you write its message. Only words are kept, nothing of the
        people.
      </p>
      {templates.failure && <ErrorPanel failure={templates.failure} onClose={templates.closeFailure} />}
      {asked.kind === 'failed' && <ErrorPanel failure={asked.failure} onRetry={templates.askAgain} />}
      {asked.kind === 'loading' && <SkeletonRows label="Reading the messages that are kept" />}
      <div className={own.said}>
        {done && (
          <MessageBox
            tone={done.undo === null ? 'done' : 'info'}
            announce="polite"
            end={
              done.undo && (
                <Button size="xs" onClick={done.undo}>
                  Undo
                </Button>
              )
            }
          >
            {done.sentence}
          </MessageBox>
        )}
        {file.refusal !== null && (
          <MessageBox tone="refused" announce="at-once">
            {file.refusal}
          </MessageBox>
        )}
      </div>
      {file.offered && (
        <OfferedMessages
          offered={file.offered}
          taken={all.map(({ name }) => name)}
          onLeave={file.leave}
          onTakeIn={async (contents) => {
            file.leave();
            if (await templates.takeIn(contents))
              setDone({ sentence: `Took in ${formatCount(contents.length, 'message')}.`, undo: null });
          }}
        />
      )}
      {asked.kind === 'ready' && all.length === 0 && (
        <p className={`text-2 ${own.none}`}>
          None yet. Where you write a message, “Messages you keep” keeps it under a name.
        </p>
      )}
      {all.length > 0 && (
        <ul aria-label="Messages you keep">
          {all.map((template) => (
            <TemplateLine
              key={template.templateId}
              template={template}
              onRename={() => setRenamed(template)}
              onSave={() => void save([template.templateId])}
              onDelete={() => void remove(template)}
            />
          ))}
        </ul>
      )}
      <div className={own.ways}>
        <Button onClick={() => chooser.current?.click()}>Take in messages from a file</Button>
        {all.length > 1 && <Button onClick={() => void save([])}>Save all messages to a file</Button>}
        <input
          ref={chooser}
          hidden
          type="file"
          accept={acceptedTemplateFiles}
          aria-label="File of messages"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            event.target.value = '';
            setDone(null);
            if (chosen !== undefined) file.read(chosen);
          }}
        />
      </div>
      {renamed !== null && (
        <TemplateNameDialog
          title="Rename this message"
          name={renamed.name}
          language={renamed.language}
          taken={all.filter(({ templateId }) => templateId !== renamed.templateId).map(({ name }) => name)}
          ifTaken="refuse"
          keepLabel="Rename"
          onKeep={(name, language) => {
            setRenamed(null);
            void templates.rename(renamed.templateId, name, language);
          }}
          onClose={() => setRenamed(null)}
        />
      )}
    </SettingsSection>
  );
}
