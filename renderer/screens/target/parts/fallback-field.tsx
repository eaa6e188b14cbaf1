import { TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import {
  asTyped,
  longestFallback,
  type NameFallback,
  parseFallbackWords,
  withFallbackWords,
  withWords,
} from '../../../../shared/messages/name-fallback';
import { toPlaceholder } from '../../../../shared/messages/placeholders';
import { formatCount } from '../../../components/format-number';
import { exampleLine } from '../message-words';
import styles from './message-editor.module.css';

interface FallbackFieldProps {
  readonly message: string;
  readonly fallback: NameFallback | undefined;
  readonly withoutFirstName: number;
  readonly onChange: (fallback: NameFallback | undefined) => void;
}

/** What people without a first name read instead; only where the message greets by name and somebody has none. */
export function FallbackField({ message, fallback, withoutFirstName, onChange }: FallbackFieldProps) {
  const [written, setTyped] = useState(fallback?.words ?? '');
  const typed = asTyped(written, fallback?.words ?? null);
  const id = useId();
  if (withoutFirstName === 0 || !message.includes(toPlaceholder('candidate_name'))) return null;
  const words = parseFallbackWords(typed);
  const isWrong = typed.trim() !== '' && words === null;
  const single = fallback?.forRows.length ?? 0;
  const others =
    single === 0 ? '' : ` ${formatCount(single, 'person has', 'people have')} words of their own.`;
  return (
    <div className={styles.fallback}>
      <label htmlFor={id}>
        {formatCount(withoutFirstName, 'person has', 'people have')} no first name. Instead of it{' '}
        {withoutFirstName === 1 ? 'they read' : 'they all read'}
      </label>
      <TextInput
        id={id}
        size="xs"
        w={200}
        placeholder="for example: there"
        maxLength={longestFallback}
        aria-describedby={`${id}-example`}
        error={isWrong}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(withWords(parseFallbackWords(event.target.value), fallback?.forRows ?? []));
        }}
      />
      <p id={`${id}-example`} className="type-second text-2" role="status">
        {isWrong
          ? 'These words cannot stand there: leave out braces.'
          : words === null
            ? `Nothing is said: Flowmingo decides what stands there.${others}`
            : `They read “${exampleLine(withFallbackWords(message, words), words)}”.${others}`}
      </p>
    </div>
  );
}
