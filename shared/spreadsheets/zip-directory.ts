// The table of contents of a ZIP file, walked before anything is unpacked.
// Never trusts a size: what is declared is held to the limits here, and what is unpacked is counted again by the reader.
import { UnreadableFile } from './spreadsheet-reader';

/** A file inside the ZIP. */
export interface ZipEntry {
  readonly name: string;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** CRC-32 of the unpacked bytes. */
  readonly checksum: number;
  /** Where its local header starts. */
  readonly offset: number;
  /** Where its record in the table of contents starts. */
  readonly recordOffset: number;
}

/** A workbook has some dozens of parts; with many pictures some hundreds. */
const maxEntries = 1_000;
/** What a careful reader lets all parts unpack to: ten times the largest real workbooks seen. */
export const maxUnpackedBytes = 1024 ** 3;
/** The string table is kept whole in memory. */
const maxSharedStringsBytes = 256 * 1024 ** 2;
/** Real sheets shrink 10- to 100-fold; beyond 400-fold, and large, it is a bomb. */
const maxRatio = 400;
const ratioFloorBytes = 32 * 1024 ** 2;

/** Set where an entry cannot be unpacked without a password. */
const encryptedFlag = 1;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endBytes = 22;
/** The longest comment a ZIP may carry after its table of contents. */
const maxCommentBytes = 65_535;
/** What a 32-bit field holds where the real figure stands in a ZIP64 record. */
const in64 = 0xffff_ffff;
const countIn64 = 0xffff;
/** The ZIP64 end record and what points to it (APPNOTE 4.3.14 and 4.3.15). */
const end64Signature = 0x06064b50;
const end64Bytes = 56;
const locatorSignature = 0x07064b50;
const locatorBytes = 20;

/** What is said of a workbook that cannot be unpacked. */
export function damagedWorkbook(): UnreadableFile {
  return new UnreadableFile(
    'file-damaged',
    'This workbook is damaged or was not saved to the end. Nothing was read. Open it in Excel, let Excel repair it, save it as .xlsx and open that file here.',
  );
}

/** What is said of a workbook that holds more than the limits allow. */
export function tooLargeInside(): UnreadableFile {
  return new UnreadableFile(
    'file-too-large',
    'This workbook unpacks to far more than a list of people can hold. Nothing was read. Copy the rows you need into a new workbook and open that one.',
  );
}

function lockedZip(): UnreadableFile {
  return new UnreadableFile(
    'file-encrypted',
    'This file is locked with a password, as ZIP programs do. Nothing was read. Unpack it with its password, and open the file inside.',
  );
}

/**
 * Every entry, in the order of the table of contents.
 * @throws UnreadableFile where the table is damaged, holds too much, or declares more than the limits.
 */
export function readZipDirectory(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, offset } = readEnd(view);
  let position = offset;
  if (count > maxEntries) throw tooLargeInside();
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (position + 46 > bytes.length || view.getUint32(position, true) !== entrySignature)
      throw damagedWorkbook();
    if (view.getUint16(position + 8, true) & encryptedFlag) throw lockedZip();
    const nameLength = view.getUint16(position + 28, true);
    const extraLength = view.getUint16(position + 30, true);
    const entry: ZipEntry = {
      name: new TextDecoder().decode(bytes.subarray(position + 46, position + 46 + nameLength)),
      method: view.getUint16(position + 10, true),
      checksum: view.getUint32(position + 16, true),
      packedBytes: view.getUint32(position + 20, true),
      unpackedBytes: view.getUint32(position + 24, true),
      offset: view.getUint32(position + 42, true),
      recordOffset: position,
    };
    entries.push(
      in64 === entry.packedBytes || in64 === entry.unpackedBytes || in64 === entry.offset
        ? from64(view, entry, position + 46 + nameLength, extraLength)
        : entry,
    );
    position += 46 + nameLength + extraLength + view.getUint16(position + 32, true);
  }
  holdToLimits(entries, bytes.length);
  return entries;
}

/** How many entries there are, and where the table of contents starts. */
function readEnd(view: DataView): { count: number; offset: number } {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const offset = view.getUint32(end + 16, true);
  if (count !== countIn64 && offset !== in64) return { count, offset };
  const locator = end - locatorBytes;
  if (locator < 0 || view.getUint32(locator, true) !== locatorSignature) return { count, offset };
  const record = Number(view.getBigUint64(locator + 8, true));
  if (record + end64Bytes > locator || view.getUint32(record, true) !== end64Signature)
    throw damagedWorkbook();
  return {
    count: Number(view.getBigUint64(record + 32, true)),
    offset: Number(view.getBigUint64(record + 48, true)),
  };
}

function findEnd(view: DataView): number {
  for (
    let position = view.byteLength - endBytes;
    position >= 0 && position >= view.byteLength - endBytes - maxCommentBytes;
    position--
  ) {
    if (view.getUint32(position, true) === endSignature) return position;
  }
  throw damagedWorkbook();
}

/** The figures of a ZIP64 record; only those whose 32-bit field is full stand in it. */
function from64(view: DataView, entry: ZipEntry, start: number, length: number): ZipEntry {
  for (let position = start; position + 4 <= Math.min(start + length, view.byteLength); ) {
    const size = view.getUint16(position + 2, true);
    if (view.getUint16(position, true) !== 1) {
      position += 4 + size;
      continue;
    }
    let cursor = position + 4;
    const take = (value: number): number => {
      if (value !== in64) return value;
      if (cursor + 8 > view.byteLength) throw damagedWorkbook();
      cursor += 8;
      return Number(view.getBigUint64(cursor - 8, true));
    };
    const unpackedBytes = take(entry.unpackedBytes);
    const packedBytes = take(entry.packedBytes);
    return { ...entry, unpackedBytes, packedBytes, offset: take(entry.offset) };
  }
  throw damagedWorkbook();
}

function holdToLimits(entries: readonly ZipEntry[], fileBytes: number): void {
  let unpacked = 0;
  let packed = 0;
  const names = new Set<string>();
  for (const entry of entries) {
    const name = entry.name.toLowerCase();
    // Which of two would be read, no two programs agree on.
    if (names.has(name)) throw damagedWorkbook();
    names.add(name);
    unpacked += entry.unpackedBytes;
    packed += entry.packedBytes;
    if (entry.method !== 0 && entry.method !== 8) throw damagedWorkbook();
    // A size of 0 for packed bytes would switch a reader's own limit off.
    if (entry.unpackedBytes === 0 && entry.packedBytes > 2) throw damagedWorkbook();
    if (entry.unpackedBytes > ratioFloorBytes && entry.unpackedBytes > entry.packedBytes * maxRatio)
      throw tooLargeInside();
    if (/sharedStrings\.xml$/i.test(entry.name) && entry.unpackedBytes > maxSharedStringsBytes)
      throw tooLargeInside();
  }
  if (unpacked > maxUnpackedBytes) throw tooLargeInside();
  // Entries that share the same packed bytes are the trick of the worst bombs.
  if (packed > fileBytes) throw damagedWorkbook();
}

/** The packed bytes of an entry. */
export function packedBytesOf(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50)
    throw damagedWorkbook();
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.packedBytes > bytes.length) throw damagedWorkbook();
  return bytes.subarray(start, start + entry.packedBytes);
}
