import { Button } from '@mantine/core';
import { IconCheck, IconKey } from '@tabler/icons-react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { type Environment, type KeyForm, parseKeyForm } from '../../../../shared/workspaces/workspace';
import { ErrorPanel } from '../../../components/error-panel';
import { toKeyWords } from '../key-words';
import type { ConnectState } from '../use-connect';
import styles from './key-field.module.css';

interface KeyFieldProps {
  readonly state: Exclude<ConnectState, { kind: 'checked' }>;
  /** The environment that the key has to be of; null for any. */
  readonly environment: Environment | null;
  readonly onCheck: (key: string) => Promise<'done-with-key' | 'keep-key'>;
  readonly onChange: () => void;
}

/** The field that a key is pasted into. The key is only in the field itself; what is kept here is how its form looks. */
export function KeyField({ state, environment, onCheck, onChange }: KeyFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [form, setForm] = useState<KeyForm>({ kind: 'empty' });
  const id = useId();
  const words = toKeyWords(form, environment);
  const isChecking = state.kind === 'checking';
  const canCheck = words.tone === 'good' && !isChecking;

  // The screen was opened to paste a key, so the field is where the paste goes.
  useEffect(() => input.current?.focus(), []);

  const check = async (event: FormEvent) => {
    event.preventDefault();
    if (!canCheck || input.current === null) return;
    const outcome = await onCheck(input.current.value.trim());
    if (outcome === 'done-with-key' && input.current !== null) {
      input.current.value = '';
      setForm({ kind: 'empty' });
    }
    input.current?.focus();
  };

  return (
    <form onSubmit={check} className={styles.form}>
      <label htmlFor={id} className={styles.label}>
        Key
      </label>
      <div className={styles.field}>
        <IconKey size={16} stroke={1.6} aria-hidden="true" />
        <input
          ref={input}
          id={id}
          type="password"
          autoComplete="off"
          spellCheck={false}
          readOnly={isChecking}
          aria-invalid={words.tone === 'wrong'}
          aria-describedby={`${id}-words`}
          onChange={(event) => {
            setForm(parseKeyForm(event.target.value));
            onChange();
          }}
        />
      </div>
      <p id={`${id}-words`} className={styles.words} data-tone={words.tone} aria-live="polite">
        {words.tone === 'good' && <IconCheck size={16} aria-hidden="true" />}
        {isChecking ? 'Asking Flowmingo what this key is.' : words.sentence}
      </p>
      {state.kind === 'pasting' && state.failure && <ErrorPanel failure={state.failure} />}
      <Button type="submit" size="lg" variant="filled" disabled={!canCheck} className={styles.button}>
        {isChecking ? 'Checking' : 'Check this key'}
      </Button>
    </form>
  );
}
