import { useEffect, useLayoutEffect, useRef } from 'react';
import styles from './data-grid.module.css';

/** What is done after an edit; `fill` puts the text into all chosen cells. */
export type EditEnd = 'stay' | 'down' | 'up' | 'next' | 'before' | 'left' | 'right' | 'fill';

const arrows: Readonly<Record<string, EditEnd>> = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** The editor's edge, 2 px on each side. */
const bothEdges = 4;

interface CellEditorProps {
  readonly label: string;
  readonly text: string;
  /** Typing replaces the text; Enter and F2 go on with it. */
  readonly isReplacing: boolean;
  /** Pixels from the cell's left to the end of the view: as far a long text may take it. */
  readonly room: number;
  readonly onEnd: (text: string, end: EditEnd) => void;
  readonly onCancel: () => void;
}

/** The field in a cell while it is edited. Enter, Tab and leaving keep the text; Esc does not. After typing over a cell arrows end the edit too. */
export function CellEditor({ label, text, isReplacing, room, onEnd, onCancel }: CellEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  const arrowsEnd = useRef(isReplacing);
  // A field has one line: a text that has several and was not touched must stay as it is.
  const shown = text.replace(/\s*[\r\n]+\s*/g, ' ');

  const fit = () => {
    const element = input.current;
    if (element === null) return;
    element.style.width = '0';
    element.style.width = `${element.scrollWidth + bothEdges}px`;
  };
  useLayoutEffect(fit, []);
  useEffect(() => {
    const element = input.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);

  const end = (how: EditEnd) => {
    if (isOver.current) return;
    isOver.current = true;
    const typed = input.current?.value ?? shown;
    onEnd(typed === shown ? text : typed, how);
  };

  return (
    <input
      ref={input}
      className={styles.editor}
      style={{ maxWidth: `max(100%, ${room}px)` }}
      dir="auto"
      aria-label={label}
      defaultValue={shown}
      spellCheck={false}
      autoComplete="off"
      onInput={fit}
      onBlur={() => end('stay')}
      onPointerDown={() => {
        arrowsEnd.current = false;
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') {
          event.preventDefault();
          isOver.current = true;
          onCancel();
        } else if (event.key === 'Enter') {
          event.preventDefault();
          end(event.ctrlKey || event.metaKey ? 'fill' : event.shiftKey ? 'up' : 'down');
        } else if (event.key === 'Tab') {
          event.preventDefault();
          end(event.shiftKey ? 'before' : 'next');
        } else if (arrowsEnd.current && arrows[event.key] !== undefined) {
          event.preventDefault();
          end(arrows[event.key] ?? 'stay');
        } else if (event.key === 'F2') {
          event.preventDefault();
          arrowsEnd.current = !arrowsEnd.current;
        }
      }}
    />
  );
}
