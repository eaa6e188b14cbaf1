// Other contents for some entries of a ZIP file. Never unpacks and never packs the others: their bytes are copied as they are,
// local headers, descriptors and gaps included (APPNOTE 6.3.10). Only the table of contents is written anew, at 32 bits.
import { damagedWorkbook, packedBytesOf, type ZipEntry } from '../spreadsheets/zip-directory';
import type { PackedPart } from './pack-part';
import { WriteBackRefused } from './write-back-refused';

const localHeaderBytes = 30;
const recordBytes = 46;
const endBytes = 22;
const endSignature = 0x06054b50;
/** Sizes stand behind the packed bytes and not in the header; a part of ours has them in the header. */
const descriptorFlag = 1 << 3;
const deflated = 8;
/** The extra field that holds sizes and offsets of 64 bits. */
const zip64Extra = 1;
/** What 32 bits hold, short of the figure that means "see elsewhere". */
const maxOffset = 0xffff_fffe;

/**
 * The file with `changes` in place of those entries' contents, in the same order and with the same comment.
 * @throws UnreadableFile where entries overlap; WriteBackRefused where the file grows beyond 4 GB.
 */
export function patchZip(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  changes: ReadonlyMap<ZipEntry, PackedPart>,
): Uint8Array<ArrayBuffer> {
  const byPlace = [...entries].sort((one, other) => one.offset - other.offset);
  const directoryOffset = Math.min(...entries.map(({ recordOffset }) => recordOffset));
  const pieces: Uint8Array[] = [bytes.subarray(0, byPlace[0]?.offset ?? 0)];
  let length = pieces[0]?.length ?? 0;
  const add = (piece: Uint8Array) => {
    pieces.push(piece);
    length += piece.length;
  };
  const offsets = new Map<ZipEntry, number>();
  for (const [place, entry] of byPlace.entries()) {
    const end = byPlace[place + 1]?.offset ?? directoryOffset;
    const packed = packedBytesOf(bytes, entry);
    if (packed.byteOffset - bytes.byteOffset + packed.length > end) throw damagedWorkbook();
    offsets.set(entry, length);
    const change = changes.get(entry);
    if (change === undefined) add(bytes.subarray(entry.offset, end));
    else {
      add(toLocalHeader(bytes, entry, change));
      add(change.packed);
    }
  }
  const newDirectoryOffset = length;
  for (const entry of entries)
    add(toRecord(bytes, entry, offsets.get(entry) ?? 0, changes.get(entry) ?? null));
  add(toEnd(bytes, entries.length, newDirectoryOffset, length - newDirectoryOffset));
  if (length > maxOffset)
    throw new WriteBackRefused('The copy would be larger than 4 GB. Nothing was saved. Use Save as XLSX.');
  return joined(pieces, length);
}

/** The entry's own header with our sizes: same name, time and flags. */
function toLocalHeader(bytes: Uint8Array, { offset }: ZipEntry, change: PackedPart): Uint8Array {
  const old = new DataView(bytes.buffer, bytes.byteOffset + offset, localHeaderBytes);
  const nameEnd = localHeaderBytes + old.getUint16(26, true);
  const extra = without64(bytes.subarray(offset + nameEnd, offset + nameEnd + old.getUint16(28, true)));
  const header = new Uint8Array(nameEnd + extra.length);
  header.set(bytes.subarray(offset, offset + nameEnd));
  header.set(extra, nameEnd);
  const view = new DataView(header.buffer);
  view.setUint16(6, view.getUint16(6, true) & ~descriptorFlag, true);
  view.setUint16(8, deflated, true);
  view.setUint32(14, change.checksum, true);
  view.setUint32(18, change.packed.length, true);
  view.setUint32(22, change.unpackedBytes, true);
  view.setUint16(28, extra.length, true);
  return header;
}

function toRecord(bytes: Uint8Array, entry: ZipEntry, offset: number, change: PackedPart | null): Uint8Array {
  const { recordOffset } = entry;
  const old = new DataView(bytes.buffer, bytes.byteOffset + recordOffset, recordBytes);
  const nameEnd = recordBytes + old.getUint16(28, true);
  const extraEnd = nameEnd + old.getUint16(30, true);
  const whole = bytes.subarray(recordOffset, recordOffset + extraEnd + old.getUint16(32, true));
  const extra = without64(whole.subarray(nameEnd, extraEnd));
  const record = new Uint8Array(nameEnd + extra.length + whole.length - extraEnd);
  record.set(whole.subarray(0, nameEnd));
  record.set(extra, nameEnd);
  record.set(whole.subarray(extraEnd), nameEnd + extra.length);
  const view = new DataView(record.buffer);
  view.setUint16(30, extra.length, true);
  if (change !== null) {
    view.setUint16(8, view.getUint16(8, true) & ~descriptorFlag, true);
    view.setUint16(10, deflated, true);
    view.setUint32(16, change.checksum, true);
  }
  view.setUint32(20, change?.packed.length ?? entry.packedBytes, true);
  view.setUint32(24, change?.unpackedBytes ?? entry.unpackedBytes, true);
  // The disk on which the entry starts; in 64-bit records it may stand elsewhere.
  view.setUint16(34, 0, true);
  view.setUint32(42, offset, true);
  return record;
}

/** Extra fields but the one that holds figures of 64 bits; bytes that are no field stay as they are. */
function without64(extra: Uint8Array): Uint8Array {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.length);
  for (let at = 0; at + 4 <= extra.length; ) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === zip64Extra) {
      const rest = new Uint8Array(at + Math.max(0, extra.length - end));
      rest.set(extra.subarray(0, at));
      rest.set(extra.subarray(end), at);
      return rest;
    }
    at = end;
  }
  return extra;
}

function toEnd(bytes: Uint8Array, count: number, offset: number, sizeBytes: number): Uint8Array {
  const old = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = bytes.length - endBytes;
  while (old.getUint32(at, true) !== endSignature) at--;
  const end = bytes.slice(at);
  const view = new DataView(end.buffer);
  view.setUint16(4, 0, true);
  view.setUint16(6, 0, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, sizeBytes, true);
  view.setUint32(16, offset, true);
  return end;
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
