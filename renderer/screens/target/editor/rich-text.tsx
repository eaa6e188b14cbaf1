import { useId, useMemo, useRef, useState } from 'react';
import { type LinkAtCursor, linkAtCursor, setLink } from './editor-commands';
import { EditorToolbar } from './editor-toolbar';
import { LinkPanel } from './link-panel';
import styles from './rich-text.module.css';
import { useRichText } from './use-rich-text';

interface RichTextProps {
  /** HTML as it is sent; of a kind that the editor shows whole (`readDocument`). */
  readonly message: string;
  readonly isInvalid: boolean;
  readonly describedBy: string;
  readonly onChange: (message: string) => void;
}

/** The message as it will look, with a toolbar: what is typed here is what is sent. */
export function RichText({ message, isInvalid, describedBy, onChange }: RichTextProps) {
  const place = useRef<HTMLDivElement>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const [link, setLinkInHand] = useState<LinkAtCursor | null>(null);
  const attributes = useMemo(
    () => ({
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': 'Message',
      'aria-describedby': `${helpId} ${describedBy}`,
      ...(isInvalid ? { 'aria-invalid': 'true' } : {}),
      spellcheck: 'true',
    }),
    [helpId, describedBy, isInvalid],
  );
  const openLink = () => {
    if (editor.state !== null) setLinkInHand(linkAtCursor(editor.state));
  };
  const editor = useRichText(place, {
    message,
    onChange,
    attributes,
    onLink: openLink,
    onToolbar: () => toolbar.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus(),
  });
  const closeLink = () => {
    setLinkInHand(null);
    editor.focus();
  };
  return (
    <>
      <EditorToolbar
        ref={toolbar}
        state={editor.state}
        run={editor.run}
        onLink={openLink}
        onLeave={editor.focus}
      />
      {link !== null && (
        <LinkPanel
          key={`${link.from} ${link.to}`}
          link={link}
          onSet={(href, words) => {
            setLinkInHand(null);
            editor.run(setLink(link, href, words));
          }}
          onClose={closeLink}
        />
      )}
      <p id={helpId} className="sr-only">
        Type two braces and a name, or press Alt F10 for the toolbar, to insert what Flowmingo fills in.
      </p>
      <div ref={place} className={styles.box} />
    </>
  );
}
