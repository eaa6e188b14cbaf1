import { type RefObject, useEffect, useState } from 'react';
import { pastedSource } from './pasted-source';
import type { FileSource } from './use-open-file';

/**
 * Takes files that are dropped anywhere in the window, and cells or files that are pasted, while `root` is on the screen.
 * Answers whether a file is held over the window.
 */
export function useFileIntake(
  root: RefObject<HTMLElement | null>,
  open: (file: FileSource) => void,
): boolean {
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    // The batch in hand stays mounted, hidden, while another screen is looked at.
    const isShown = () => root.current !== null && root.current.offsetParent !== null;
    const onPaste = (event: ClipboardEvent) => {
      const source = isShown() && event.clipboardData !== null ? pastedSource(event.clipboardData) : null;
      if (source === null) return;
      event.preventDefault();
      open(source);
    };
    const onDragOver = (event: DragEvent) => {
      if (!isShown()) return;
      event.preventDefault();
      setIsOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setIsOver(false);
      if (!isShown()) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) open({ fileName: file.name, source: file });
    };
    document.addEventListener('paste', onPaste);
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('dragleave', onDragLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('dragleave', onDragLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, [root, open]);

  return isOver;
}
