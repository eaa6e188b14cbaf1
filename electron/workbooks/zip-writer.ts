// Writes a zip file part by part, with at most a few chunks in memory (APPNOTE.TXT 6.3; no zip64).
// Never goes faster than the disk: a part waits until the one before is written.
import { once } from 'node:events';
import type { FileHandle } from 'node:fs/promises';
import { createDeflateRaw } from 'node:zlib';
import { AppError } from '../../shared/errors/app-error';
import { crc32 } from './crc32';

/** Sizes and offsets in a zip without zip64 have 32 bits. */
const maxSizeBytes = 0xffff_ffff;
/** Level 4 packs sheets almost as small as 6 in half the time. */
const deflateLevel = 4;
/** Version 2.0: deflate. */
const zipVersion = 20;
/** Bit 11: names are UTF-8. */
const flags = 0x0800;
const methodDeflate = 8;
/** 1 January 1980 in DOS form: the same input gives the same bytes. */
const dosDate = 0x0021;

interface ZipEntry {
  readonly name: Buffer;
  readonly crc: number;
  readonly packedBytes: number;
  readonly plainBytes: number;
  readonly offset: number;
}

/** A zip file being written. */
export interface ZipWriter {
  /** Adds an entry from pieces of text, in UTF-8. One at a time. */
  add(name: string, parts: Iterable<string>): Promise<void>;
  /** Writes the directory; gives the size of the whole. */
  finish(): Promise<number>;
}

/** Begins a zip at the start of an empty file. Errors of the disk come through as they are. */
export function createZipWriter(file: FileHandle): ZipWriter {
  const entries: ZipEntry[] = [];
  let position = 0;

  async function writeAt(bytes: Uint8Array, at: number): Promise<void> {
    let written = 0;
    while (written < bytes.length) {
      const { bytesWritten } = await file.write(bytes, written, bytes.length - written, at + written);
      written += bytesWritten;
    }
  }

  async function append(bytes: Uint8Array): Promise<void> {
    if (position + bytes.length > maxSizeBytes)
      throw new AppError('export/failed', { why: 'it would be larger than 4 GB, which Excel does not open' });
    await writeAt(bytes, position);
    position += bytes.length;
  }

  async function add(name: string, parts: Iterable<string>): Promise<void> {
    const offset = position;
    const nameBytes = Buffer.from(name, 'utf8');
    await append(toLocalHeader({ name: nameBytes, crc: 0, packedBytes: 0, plainBytes: 0, offset }));
    const packedFrom = position;
    const { crc, plainBytes } = await deflateInto(parts, append);
    const entry: ZipEntry = { name: nameBytes, crc, packedBytes: position - packedFrom, plainBytes, offset };
    // The sizes are known only now; readers differ in what they make of sizes that come after the data.
    await writeAt(toLocalHeader(entry), offset);
    entries.push(entry);
  }

  async function finish(): Promise<number> {
    const directoryOffset = position;
    for (const entry of entries) await append(toDirectoryHeader(entry));
    await append(toEnd(entries.length, position - directoryOffset, directoryOffset));
    return position;
  }

  return { add, finish };
}

async function deflateInto(
  parts: Iterable<string>,
  append: (bytes: Uint8Array) => Promise<void>,
): Promise<{ crc: number; plainBytes: number }> {
  const deflate = createDeflateRaw({ level: deflateLevel });
  const packing = (async () => {
    for await (const chunk of deflate) await append(chunk as Buffer);
  })();
  let crc = 0;
  let plainBytes = 0;
  try {
    for (const part of parts) {
      const bytes = Buffer.from(part, 'utf8');
      crc = crc32(bytes, crc);
      plainBytes += bytes.length;
      if (plainBytes > maxSizeBytes)
        throw new AppError('export/failed', {
          why: 'a sheet of it would be larger than 4 GB, which Excel does not open',
        });
      if (!deflate.write(bytes)) await Promise.race([once(deflate, 'drain'), packing]);
    }
    deflate.end();
    await packing;
  } catch (error) {
    deflate.destroy();
    await packing.catch(() => undefined);
    throw error;
  }
  return { crc, plainBytes };
}

function toLocalHeader({ name, crc, packedBytes, plainBytes }: ZipEntry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(zipVersion, 4);
  writeShared(header, 6, { crc, packedBytes, plainBytes, nameBytes: name.length });
  return Buffer.concat([header, name]);
}

function toDirectoryHeader({ name, crc, packedBytes, plainBytes, offset }: ZipEntry): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(zipVersion, 4);
  header.writeUInt16LE(zipVersion, 6);
  writeShared(header, 8, { crc, packedBytes, plainBytes, nameBytes: name.length });
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
}

/** The fields that both headers have, in the same order. */
function writeShared(
  header: Buffer,
  at: number,
  entry: { crc: number; packedBytes: number; plainBytes: number; nameBytes: number },
): void {
  header.writeUInt16LE(flags, at);
  header.writeUInt16LE(methodDeflate, at + 2);
  header.writeUInt16LE(0, at + 4);
  header.writeUInt16LE(dosDate, at + 6);
  header.writeUInt32LE(entry.crc, at + 8);
  header.writeUInt32LE(entry.packedBytes, at + 12);
  header.writeUInt32LE(entry.plainBytes, at + 16);
  header.writeUInt16LE(entry.nameBytes, at + 20);
}

function toEnd(entryCount: number, directoryBytes: number, directoryOffset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entryCount, 8);
  end.writeUInt16LE(entryCount, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(directoryOffset, 16);
  return end;
}
