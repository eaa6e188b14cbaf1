// Asks the person where to save, or which file to open. The window never names a path; it gets back a file's name.
import { type BrowserWindow, dialog, shell } from 'electron';

export interface FilePicker {
  /** The chosen path, or null where the person closed the dialog. */
  pickSavePath(suggestedPath: string, kind: { name: string; extension: string }): Promise<string | null>;
  /** The chosen path, or null where the person closed the dialog. */
  pickOpenPath(folder: string, kind: { name: string; extension: string }): Promise<string | null>;
  showInFolder(filePath: string): void;
}

/** The operating system's own dialogs, over the window. */
export function createOsFilePicker(ownerWindow: () => BrowserWindow | null): FilePicker {
  return {
    async pickSavePath(suggestedPath, { name, extension }) {
      const options = { defaultPath: suggestedPath, filters: [{ name, extensions: [extension] }] };
      const owner = ownerWindow();
      const answer = await (owner === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(owner, options));
      if (answer.canceled || answer.filePath === '') return null;
      return answer.filePath ?? null;
    },
    async pickOpenPath(folder, { name, extension }) {
      const options = {
        defaultPath: folder,
        filters: [{ name, extensions: [extension] }],
        properties: ['openFile' as const],
      };
      const owner = ownerWindow();
      const answer = await (owner === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(owner, options));
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    showInFolder: (filePath) => shell.showItemInFolder(filePath),
  };
}
