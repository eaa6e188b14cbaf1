import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDeviceFloppy } from '@tabler/icons-react';
import { useState } from 'react';
import { checkMessage } from '../../../../shared/messages/check-message';
import {
  type SavedTemplate,
  type TemplateLanguage,
  templateKey,
} from '../../../../shared/messages/message-template';
import type { NameFallback } from '../../../../shared/messages/name-fallback';
import { ErrorPanel } from '../../../components/error-panel';
import styles from '../../../components/messages/messages.module.css';
import { TemplateNameDialog } from '../../../components/messages/template-name-dialog';
import { languageName } from '../../../components/messages/template-words';
import { useTemplates } from '../../../components/messages/use-templates';
import { firstWords } from '../message-words';

interface TemplateMenuProps {
  readonly message: string;
  readonly fallback: NameFallback | undefined;
  readonly onApply: (template: SavedTemplate) => void;
  /** Something was done that people may want to know or take back. */
  readonly onKept: (sentence: string, undo: (() => void) | null) => void;
}

/** The messages that are kept: one is put in the place of what stands there, or what stands there is kept under a name. */
export function TemplateMenu({ message, fallback, onApply, onKept }: TemplateMenuProps) {
  const templates = useTemplates();
  const [isNaming, setIsNaming] = useState(false);
  const all = templates.asked.kind === 'ready' ? templates.asked.value : [];
  const canKeep = !checkMessage(message, undefined, fallback).some(({ blocking }) => blocking);

  const keep = async (name: string, language: TemplateLanguage | null) => {
    setIsNaming(false);
    const before = all.find((one) => templateKey(one.name) === templateKey(name));
    const content = { name, language, message, fallbackWords: fallback?.words ?? null };
    if (!(await templates.save(content))) return;
    onKept(`Kept as “${name}”.`, before === undefined ? null : () => void templates.restore(before));
  };
  return (
    <>
      <Menu position="bottom-start" offset={4} width={380} shadow="md">
        <Menu.Target>
          <Button size="xs" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
            Messages you keep
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <div className={styles.list}>
            {all.map((template) => (
              <Menu.Item
                key={template.templateId}
                onClick={() => {
                  onApply(template);
                  void templates.noteUse(template.templateId);
                }}
              >
                <span className={styles.item}>
                  <b className={styles.itemWords}>
                    {template.name}
                    {template.language !== null && ` · ${languageName(template.language)}`}
                  </b>
                  <span className={`type-second text-2 ${styles.itemWords}`}>
                    {firstWords(template.message)}
                  </span>
                </span>
              </Menu.Item>
            ))}
          </div>
          {all.length === 0 && <Menu.Label>None yet. Keep this one to use it again.</Menu.Label>}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconDeviceFloppy size={16} aria-hidden="true" />}
            disabled={!canKeep}
            onClick={() => setIsNaming(true)}
          >
            {canKeep ? 'Keep this message under a name' : 'Mend this message to keep it'}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {templates.failure && <ErrorPanel failure={templates.failure} onClose={templates.closeFailure} />}
      {isNaming && (
        <TemplateNameDialog
          title="Keep this message"
          name=""
          language={null}
          taken={all.map(({ name }) => name)}
          ifTaken="replace"
          keepLabel="Keep it"
          onKeep={(name, language) => void keep(name, language)}
          onClose={() => setIsNaming(false)}
        />
      )}
    </>
  );
}
