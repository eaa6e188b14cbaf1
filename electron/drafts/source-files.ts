// The bytes of the files that drafts were made from, each kept once under its hash, for this user only.
// Never parses them, and never lets a half-written or changed file pass for a whole one.
import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { maxPieceLength } from '../../shared/drafts/draft';
import { AppError } from '../../shared/errors/app-error';
import { diskReason } from '../workbooks/disk-reason';
import { syncFolder } from '../workbooks/whole-file';

export type SourceFileState = 'whole' | 'damaged' | 'missing';

export interface SourceFiles {
  /** Starts a file and answers how many of its bytes are kept: all where it is there and whole, else none. */
  begin(sha256: string, sizeBytes: number): Promise<number>;
  /**
   * Takes the next piece and answers how many bytes are held. With the last one the file is whole: checked, synced, renamed.
   * @throws AppError `draft/not-kept` where the disk refuses, or what came is not the file that was announced.
   */
  add(sha256: string, offset: number, bytes: Uint8Array): Promise<number>;
  /** Reads the whole file and compares its hash. */
  inspect(sha256: string, sizeBytes: number): Promise<SourceFileState>;
  /** A piece from `offset` on, at most as long as one message takes. @throws Error where there is none. */
  read(sha256: string, offset: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Gives up what is being written. */
  close(): Promise<void>;
}

interface Incoming {
  readonly file: FileHandle;
  readonly path: string;
  readonly hash: Hash;
  readonly sizeBytes: number;
  heldBytes: number;
}

/** The ending of a file that is being written. */
export const unfinishedEnding = '.part';

/** Keeps files in `folder`, which is made with the first one. */
export function createSourceFiles(folder: string): SourceFiles {
  const incoming = new Map<string, Incoming>();
  const pathOf = (sha256: string) => join(folder, sha256);

  const giveUp = async (sha256: string) => {
    const given = incoming.get(sha256);
    if (given === undefined) return;
    incoming.delete(sha256);
    await given.file.close().catch(() => undefined);
    await rm(given.path, { force: true }).catch(() => undefined);
  };
  const finish = async (sha256: string, { file, path, hash }: Incoming) => {
    if (hash.digest('hex') !== sha256)
      throw new AppError('draft/not-kept', { why: 'its file did not arrive as it is' });
    await file.sync();
    incoming.delete(sha256);
    await file.close();
    await rename(path, pathOf(sha256));
    await syncFolder(folder);
  };

  return {
    begin: async (sha256, sizeBytes) => {
      await giveUp(sha256);
      if ((await inspect(pathOf(sha256), sha256, sizeBytes)) === 'whole') return sizeBytes;
      const path = pathOf(sha256) + unfinishedEnding;
      return orNotKept(async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await rm(path, { force: true });
        const file = await open(path, 'wx', 0o600);
        incoming.set(sha256, { file, path, hash: createHash('sha256'), sizeBytes, heldBytes: 0 });
        return 0;
      });
    },
    add: async (sha256, offset, bytes) => {
      const taken = incoming.get(sha256);
      if (taken === undefined || offset !== taken.heldBytes || offset + bytes.length > taken.sizeBytes)
        throw new Error('A piece of a file came out of its order.');
      taken.heldBytes += bytes.length;
      return orNotKept(async () => {
        try {
          await taken.file.writeFile(bytes);
          taken.hash.update(bytes);
          if (taken.heldBytes === taken.sizeBytes) await finish(sha256, taken);
          return taken.heldBytes;
        } catch (error) {
          await giveUp(sha256);
          throw error;
        }
      });
    },
    inspect: (sha256, sizeBytes) => inspect(pathOf(sha256), sha256, sizeBytes),
    read: async (sha256, offset) => {
      const file = await open(pathOf(sha256), 'r');
      try {
        const { bytesRead, buffer } = await file.read(
          new Uint8Array(maxPieceLength),
          0,
          maxPieceLength,
          offset,
        );
        if (bytesRead === 0) throw new Error('The file ends before this piece.');
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
    close: async () => {
      for (const sha256 of [...incoming.keys()]) await giveUp(sha256);
    },
  };
}

async function inspect(path: string, sha256: string, sizeBytes: number): Promise<SourceFileState> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return 'missing';
  try {
    if ((await file.stat()).size !== sizeBytes) return 'damaged';
    const hash = createHash('sha256');
    for await (const piece of file.createReadStream({ highWaterMark: maxPieceLength, autoClose: false }))
      hash.update(piece);
    return hash.digest('hex') === sha256 ? 'whole' : 'damaged';
  } catch {
    return 'damaged';
  } finally {
    await file.close();
  }
}

async function orNotKept<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const why = diskReason(error);
    throw why === null ? error : new AppError('draft/not-kept', { why }, { cause: error });
  }
}
