// Writes a batch file that the window hands over piece by piece. Never looks into it, and never leaves a half-written one under its name.
import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder, toExportFailure, toTempPath } from '../workbooks/whole-file';

export interface BatchFileSaver {
  /** Begins a file of so many bytes; one that was not finished is given up. Answers its id. @throws AppError `export/failed`. */
  begin(filePath: string, sizeBytes: number): Promise<string>;
  /** Takes the next piece; answers the path once the file is whole, else how many bytes are held. @throws AppError `export/failed`. */
  add(
    saveId: string,
    offset: number,
    bytes: Uint8Array,
  ): Promise<{ readonly heldBytes: number; readonly savedPath: string | null }>;
  /** Gives up what is being written. */
  close(): Promise<void>;
}

interface Saving {
  readonly saveId: string;
  readonly file: FileHandle;
  readonly tempPath: string;
  readonly filePath: string;
  readonly sizeBytes: number;
  heldBytes: number;
}

export function createBatchFileSaver(): BatchFileSaver {
  let saving: Saving | null = null;

  const giveUp = async () => {
    const given = saving;
    saving = null;
    if (given === null) return;
    await given.file.close().catch(() => undefined);
    await rm(given.tempPath, { force: true }).catch(() => undefined);
  };
  const finish = async ({ file, tempPath, filePath }: Saving) => {
    await file.sync();
    await file.close();
    await rename(tempPath, filePath);
    await syncFolder(path.dirname(filePath));
    saving = null;
    return filePath;
  };

  return {
    begin: async (filePath, sizeBytes) => {
      await giveUp();
      const tempPath = toTempPath(filePath);
      try {
        const file = await open(tempPath, 'wx');
        const saveId = randomUUID();
        saving = { saveId, file, tempPath, filePath, sizeBytes, heldBytes: 0 };
        return saveId;
      } catch (error) {
        throw toExportFailure(error);
      }
    },
    add: async (saveId, offset, bytes) => {
      const taken = saving;
      if (taken?.saveId !== saveId || offset !== taken.heldBytes || offset + bytes.length > taken.sizeBytes)
        throw new Error('A piece of a file came out of its order.');
      taken.heldBytes += bytes.length;
      const { heldBytes, sizeBytes } = taken;
      try {
        await taken.file.writeFile(bytes);
        return { heldBytes, savedPath: heldBytes === sizeBytes ? await finish(taken) : null };
      } catch (error) {
        await giveUp();
        throw toExportFailure(error);
      }
    },
    close: giveUp,
  };
}
