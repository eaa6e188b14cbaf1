import { type RefObject, useEffect } from 'react';

interface CheckKeys {
  /** Nothing happens while this is not on the screen. */
  readonly root: RefObject<HTMLElement | null>;
  readonly onFind: () => void;
  readonly onReplace: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** The way into the rows. */
  readonly onRows: () => void;
}

/** F6 leads into the rows, from wherever the focus is; the rows themselves lead out. Ctrl F finds, Ctrl H replaces, Ctrl Z takes back, Ctrl Y or Ctrl Shift Z does it again; with Cmd on a Mac. In a field the field's own undo holds. */
export function useCheckKeys({ root, onFind, onReplace, onUndo, onRedo, onRows }: CheckKeys): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // The batch in hand stays mounted, hidden, while another screen is looked at.
      if (root.current === null || root.current.offsetParent === null) return;
      const isInDialog = (event.target as Element).closest('[role="dialog"], [role="menu"]') !== null;
      if (event.key === 'F6' && !event.defaultPrevented && !isInDialog) {
        event.preventDefault();
        onRows();
        return;
      }
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const isInField = (event.target as Element).closest('input, textarea') !== null;
      if (key === 'f') onFind();
      else if (key === 'h') onReplace();
      else if (key === 'z' && !isInField) (event.shiftKey ? onRedo : onUndo)();
      else if (key === 'y' && !isInField) onRedo();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [root, onFind, onReplace, onUndo, onRedo, onRows]);
}
