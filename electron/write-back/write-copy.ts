// Writes the finished copy of a recruiter's file, whole or not at all. Never over the file that it was made from.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { AppError } from '../../shared/errors/app-error';
import { writeWholeFile } from '../workbooks/whole-file';

/**
 * `sourceSha256`: of the file that the copy was made from, wherever that lies.
 * @throws AppError `export/own-file` where `path` holds those very bytes, `export/failed`.
 */
export async function writeCopy(path: string, bytes: Uint8Array, sourceSha256: string): Promise<void> {
  if ((await hashOf(path)) === sourceSha256) throw new AppError('export/own-file');
  await writeWholeFile(path, (file) => file.writeFile(bytes));
}

/** Null where there is no file that could be read. */
async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
    return hash.digest('hex');
  } catch {
    return null;
  }
}
