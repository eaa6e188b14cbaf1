import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { toPlaceholder } from '../../../../shared/messages/placeholders';
import styles from '../parts/message-editor.module.css';
import { type LinkAtCursor, parseLink } from './editor-commands';

interface LinkPanelProps {
  readonly link: LinkAtCursor;
  readonly onSet: (href: string | null, words: string) => void;
  readonly onClose: () => void;
}

const interviewLink = toPlaceholder('interview_link');

/** The words of a link and where it leads. Enter keeps, Esc leaves it as it was. */
export function LinkPanel({ link, onSet, onClose }: LinkPanelProps) {
  const [words, setWords] = useState(link.words);
  const [address, setAddress] = useState(link.href);
  const [isWrong, setIsWrong] = useState(false);
  const titleId = useId();
  const keep = (typed: string) => {
    const href = parseLink(typed);
    if (href === null) return setIsWrong(true);
    const isOwnLink = href === interviewLink;
    onSet(href, words.trim() === '' ? (isOwnLink ? 'Your interview' : typed.trim()) : words);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep(address);
  };
  return (
    <form
      className={styles.linkPanel}
      aria-labelledby={titleId}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <p id={titleId} className="sr-only">
        {link.href === '' ? 'A new link' : 'Change the link'}
      </p>
      <TextInput
        label="Words"
        value={words}
        maxLength={500}
        onChange={(event) => setWords(event.target.value)}
      />
      <TextInput
        label="Leads to"
        placeholder="https://example.com or name@example.com"
        value={address}
        maxLength={2000}
        autoFocus
        spellCheck={false}
        error={isWrong ? 'A link leads to a page, https://…, or to a mail address.' : undefined}
        onChange={(event) => {
          setAddress(event.target.value);
          setIsWrong(false);
        }}
      />
      <div className={styles.linkButtons}>
        <Button size="xs" variant="filled" type="submit">
          Keep this link
        </Button>
        <Button size="xs" onClick={() => keep(interviewLink)}>
          Lead to their interview
        </Button>
        {link.href !== '' && (
          <Button size="xs" onClick={() => onSet(null, words)}>
            Take the link away
          </Button>
        )}
        <Button size="xs" onClick={onClose}>
          Close
        </Button>
      </div>
    </form>
  );
}
