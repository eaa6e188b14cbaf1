/**
 * What a disk would hold after a power cut: of each file, only what was written and then synced. Fed with the system calls of a program.
 */
import { writeFileSync } from 'node:fs';

/** Files grow here by so much at a time. */
const growthBytes = 1024 * 1024;

/** A disk with nothing on it. */
export function createPowerCutDisk() {
  const files = new Map();
  const fileAt = (path) => {
    const known = files.get(path);
    if (known !== undefined) return known;
    const file = { bytes: Buffer.alloc(0), sizeBytes: 0, unsynced: [] };
    files.set(path, file);
    return file;
  };
  const putBytes = (file, { offset, bytes }) => {
    const end = offset + bytes.length;
    if (end > file.bytes.length) {
      const grown = Buffer.alloc(end + growthBytes);
      file.bytes.copy(grown, 0, 0, file.sizeBytes);
      file.bytes = grown;
    }
    bytes.copy(file.bytes, offset);
    file.sizeBytes = Math.max(file.sizeBytes, end);
  };
  const cutTo = (file, sizeBytes) => {
    // What lies beyond must not come back when the file grows again.
    if (sizeBytes < file.sizeBytes) file.bytes.fill(0, sizeBytes, file.sizeBytes);
    file.sizeBytes = sizeBytes;
  };

  return {
    write: (path, offset, bytes) => void fileAt(path).unsynced.push({ offset, bytes }),
    truncate: (path, sizeBytes) => void fileAt(path).unsynced.push({ sizeBytes }),
    sync(path) {
      const file = fileAt(path);
      for (const change of file.unsynced) {
        if (change.bytes === undefined) cutTo(file, change.sizeBytes);
        else putBytes(file, change);
      }
      file.unsynced = [];
    },
    rename(from, to) {
      files.set(to, fileAt(from));
      files.delete(from);
    },
    remove: (path) => void files.delete(path),
    /** Writes the synced part of a file to another place; nothing where there is none. */
    save(path, copyPath) {
      const file = files.get(path);
      if (file === undefined || file.sizeBytes === 0) return false;
      writeFileSync(copyPath, file.bytes.subarray(0, file.sizeBytes));
      return true;
    },
  };
}
