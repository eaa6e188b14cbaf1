import { useEffect, useRef } from 'react';
import styles from './data-grid.module.css';

export type EditEnd = 'stay' | 'down' | 'up' | 'next' | 'before';

interface CellEditorProps {
  readonly label: string;
  readonly text: string;
  /** Typing replaces the text; Enter and F2 go on with it. */
  readonly isReplacing: boolean;
  readonly onEnd: (text: string, end: EditEnd) => void;
  readonly onCancel: () => void;
}

/** The field in a cell while it is edited. Enter, Tab and leaving keep the text; Esc does not. */
export function CellEditor({ label, text, isReplacing, onEnd, onCancel }: CellEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);

  useEffect(() => {
    const element = input.current;
    element?.focus();
    if (isReplacing) element?.setSelectionRange(element.value.length, element.value.length);
    else element?.select();
  }, [isReplacing]);

  const end = (how: EditEnd) => {
    if (isOver.current) return;
    isOver.current = true;
    onEnd(input.current?.value ?? text, how);
  };

  return (
    <input
      ref={input}
      className={styles.editor}
      aria-label={label}
      defaultValue={text}
      spellCheck={false}
      autoComplete="off"
      onBlur={() => end('stay')}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') {
          event.preventDefault();
          isOver.current = true;
          onCancel();
        } else if (event.key === 'Enter') {
          event.preventDefault();
          end(event.shiftKey ? 'up' : 'down');
        } else if (event.key === 'Tab') {
          event.preventDefault();
          end(event.shiftKey ? 'before' : 'next');
        }
      }}
    />
  );
}
