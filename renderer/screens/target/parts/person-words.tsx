import { TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import {
  asTyped,
  fallbackWords,
  longestFallback,
  mostFallbackRows,
  type NameFallback,
  parseFallbackWords,
  withRowWords,
} from '../../../../shared/messages/name-fallback';
import { formatNumber } from '../../../components/format-number';
import styles from './preview-panel.module.css';

interface PersonWordsProps {
  readonly rowNumber: number;
  readonly fallback: NameFallback | undefined;
  readonly onChange: (fallback: NameFallback | undefined) => void;
}

/** What this person, who has no first name, reads in place of it; others keep theirs. */
export function PersonWords({ rowNumber, fallback, onChange }: PersonWordsProps) {
  const own = fallback?.forRows.find((row) => row.rowNumber === rowNumber)?.words ?? null;
  const [written, setTyped] = useState(own ?? '');
  const typed = asTyped(written, own);
  const id = useId();
  const forAll = fallback?.words ?? null;
  const now = fallbackWords(fallback, { rowNumber, firstname: null });
  const isFull = own === null && (fallback?.forRows.length ?? 0) >= mostFallbackRows;
  return (
    <div className={styles.personWords}>
      <label htmlFor={id}>Only for this person, instead of the name</label>
      <TextInput
        id={id}
        size="xs"
        w={168}
        placeholder={forAll ?? 'as Flowmingo decides'}
        maxLength={longestFallback}
        disabled={isFull}
        aria-describedby={`${id}-now`}
        error={typed.trim() !== '' && parseFallbackWords(typed) === null}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(withRowWords(fallback, rowNumber, parseFallbackWords(event.target.value)));
        }}
      />
      <span id={`${id}-now`} className="type-second text-2">
        Row {formatNumber(rowNumber)} {now === null ? 'reads what Flowmingo puts in.' : `reads “${now}”.`}
      </span>
    </div>
  );
}
