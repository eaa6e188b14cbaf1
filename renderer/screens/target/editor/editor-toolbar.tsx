import { ActionIcon, Button } from '@mantine/core';
import { type Icon, IconBold, IconItalic, IconLink, IconList, IconListNumbers } from '@tabler/icons-react';
import type { Command, EditorState } from 'prosemirror-state';
import { forwardRef } from 'react';
import { placeholderLabels, placeholderNames } from '../../../../shared/messages/placeholders';
import styles from '../parts/message-editor.module.css';
import { hasMark, insertPlaceholder, linkAtCursor, toggleBold, toggleItalic } from './editor-commands';
import { listAround, toggleList } from './list-commands';
import { messageSchema } from './message-schema';
import { useRovingFocus } from './use-roving-focus';

interface EditorToolbarProps {
  readonly state: EditorState | null;
  readonly run: (command: Command) => void;
  readonly onLink: () => void;
  /** Back into the text. */
  readonly onLeave: () => void;
}

interface Tool {
  readonly label: string;
  readonly keys: string;
  readonly Icon: Icon;
  readonly isOn: boolean;
  readonly onPress: () => void;
}

const { nodes, marks } = messageSchema;

/** Bold, italic, link, lists, and the four placeholders. One stop for Tab; Alt F10 leads here from the text, Esc back. */
export const EditorToolbar = forwardRef<HTMLDivElement, EditorToolbarProps>(function EditorToolbar(
  { state, run, onLink, onLeave },
  ref,
) {
  const { onKeyDown, onFocus, tabIndexOf } = useRovingFocus();
  const list = state === null ? null : listAround(state)?.type;
  const tools: Tool[] = [
    {
      label: 'Bold',
      keys: 'Ctrl B',
      Icon: IconBold,
      isOn: state !== null && hasMark(state, marks.strong),
      onPress: () => run(toggleBold),
    },
    {
      label: 'Italic',
      keys: 'Ctrl I',
      Icon: IconItalic,
      isOn: state !== null && hasMark(state, marks.em),
      onPress: () => run(toggleItalic),
    },
    {
      label: 'Link',
      keys: 'Ctrl K',
      Icon: IconLink,
      isOn: state !== null && linkAtCursor(state).href !== '',
      onPress: onLink,
    },
    {
      label: 'List with bullets',
      keys: 'Ctrl Shift 8',
      Icon: IconList,
      isOn: list === nodes.bullet_list,
      onPress: () => run(toggleList(nodes.bullet_list)),
    },
    {
      label: 'List with numbers',
      keys: 'Ctrl Shift 7',
      Icon: IconListNumbers,
      isOn: list === nodes.ordered_list,
      onPress: () => run(toggleList(nodes.ordered_list)),
    },
  ];
  return (
    <div
      ref={ref}
      role="toolbar"
      aria-label="Format and placeholders"
      className={styles.toolbar}
      onFocus={onFocus}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave();
        else onKeyDown(event);
      }}
    >
      {tools.map(({ label, keys, Icon: ToolIcon, isOn, onPress }, index) => (
        <ActionIcon
          key={label}
          variant={isOn ? 'light' : 'subtle'}
          color={isOn ? 'accent' : 'gray'}
          className={styles.tool ?? ''}
          size={28}
          aria-label={label}
          title={`${label} (${keys})`}
          aria-pressed={isOn}
          tabIndex={tabIndexOf(index)}
          onClick={onPress}
        >
          <ToolIcon size={16} aria-hidden="true" />
        </ActionIcon>
      ))}
      <span className={styles.divider} aria-hidden="true" />
      <span className="type-second text-2">Insert</span>
      {placeholderNames.map((name, index) => (
        <Button
          key={name}
          size="xs"
          variant="light"
          aria-label={`Insert ${placeholderLabels[name]}`}
          tabIndex={tabIndexOf(tools.length + index)}
          onClick={() => run(insertPlaceholder(name))}
        >
          {placeholderLabels[name]}
        </Button>
      ))}
    </div>
  );
});
