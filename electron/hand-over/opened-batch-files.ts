// The batch file that the operating system asks this app to open (a double click). Its bytes go to the sandboxed page on request.
// Never reads another file than that one, never parses it, and never reads more than a batch file may have.
import { randomUUID } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { maxPieceLength, maxSourceBytes } from '../../shared/drafts/draft';
import { AppError } from '../../shared/errors/app-error';
import { batchFileExtension } from '../../shared/hand-over/batch-file';

export interface OpenedBatchFiles {
  /** Somebody has asked to open this; any other kind of file is passed over. */
  offer(filePath: string): void;
  /** Told of each. */
  onOffered: () => void;
  /** The one that was asked for last; null where the window has it already. */
  take(): { readonly openedId: string; readonly fileName: string } | null;
  /** @throws AppError `handover/not-read` where it is gone, too large, or no file. */
  read(
    openedId: string,
    offset: number,
  ): Promise<{ readonly bytes: Uint8Array<ArrayBuffer> | null; readonly sizeBytes: number }>;
}

/** The batch file among the words of a command line; null where there is none. `folder`: where a relative name counts from. */
export function findBatchFile(words: readonly string[], folder: string): string | null {
  const name = words.filter((word) => !word.startsWith('-') && isCalledBatchFile(word)).at(-1);
  return name === undefined ? null : path.resolve(folder, name);
}

function isCalledBatchFile(name: string): boolean {
  return name.toLowerCase().endsWith(`.${batchFileExtension}`);
}

export function createOpenedBatchFiles(): OpenedBatchFiles {
  let latest: { readonly openedId: string; readonly filePath: string; isTaken: boolean } | null = null;
  const files: OpenedBatchFiles = {
    onOffered: () => undefined,
    offer: (filePath) => {
      if (!isCalledBatchFile(filePath)) return;
      latest = { openedId: randomUUID(), filePath, isTaken: false };
      files.onOffered();
    },
    take: () => {
      if (latest === null || latest.isTaken) return null;
      latest.isTaken = true;
      return { openedId: latest.openedId, fileName: path.basename(latest.filePath) };
    },
    read: async (openedId, offset) => {
      if (latest?.openedId !== openedId) throw notRead('another one was opened meanwhile');
      const { filePath } = latest;
      try {
        return await readPiece(filePath, offset);
      } catch (error) {
        throw error instanceof AppError ? error : notRead(toWhy(error), error);
      }
    },
  };
  return files;
}

async function readPiece(filePath: string, offset: number) {
  const file = await open(filePath, 'r');
  try {
    const sizeBytes = await sizeOf(file);
    const { bytesRead, buffer } = await file.read(new Uint8Array(maxPieceLength), 0, maxPieceLength, offset);
    return { bytes: bytesRead === 0 ? null : buffer.subarray(0, bytesRead), sizeBytes };
  } finally {
    await file.close();
  }
}

async function sizeOf(file: FileHandle): Promise<number> {
  const stat = await file.stat();
  if (!stat.isFile()) throw notRead('it is no file');
  if (stat.size > maxSourceBytes) throw notRead('it is larger than 100 MB, which no batch file is');
  return stat.size;
}

function notRead(why: string, cause?: unknown): AppError {
  return new AppError('handover/not-read', { why }, { cause });
}

function toWhy(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'it is not there any more';
  return code === 'EACCES' || code === 'EPERM'
    ? 'reading it is not allowed'
    : 'the disk does not give it out';
}
