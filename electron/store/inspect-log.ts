// Looks into the ledger's write-ahead log after a death. SQLite takes everything behind a bad frame for a write that a power cut tore, and
// forgets it without a word; where synced commits lie behind it, that would send people a second time. Must never change a byte.
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

/** Sizes and places are those of sqlite.org/fileformat2.html, 4.1 and 4.2. */
const headerBytes = 32;
const frameHeaderBytes = 24;
const magic = 0x377f0682;
/** The magic number's last bit says how the words of checksums are read. */
const bigEndianBit = 1;
const largestPageBytes = 65_536;
/** A power cut tears the last transaction alone, since every one before it was synced: its commit may lie behind the tear, no second one. */
const mostTornCommits = 1;

type Checksum = readonly [number, number];

/**
 * Says how a log was damaged, in a sentence for the log file; null where it is whole, torn at its end as a power cut does, or not there.
 * @throws Error where it cannot be read.
 */
export function findLogDamage(path: string): string | null {
  if (!existsSync(path)) return null;
  const file = openSync(path, 'r');
  try {
    const { size: sizeBytes } = fstatSync(file);
    if (sizeBytes < headerBytes) return null;
    const header = readAt(file, 0, headerBytes);
    // A new log whose first bytes had not reached the disk.
    if (header.every((byte) => byte === 0)) return null;
    const isBigEndian = (header.readUInt32BE(0) & bigEndianBit) === bigEndianBit;
    const checksum = addTo([0, 0], header.subarray(0, 24), isBigEndian);
    const pageBytes = header.readUInt32BE(8);
    const isWhole =
      (header.readUInt32BE(0) & ~bigEndianBit) === magic &&
      pageBytes <= largestPageBytes &&
      isSame(checksum, header, 24);
    if (!isWhole) return 'The head of the log is damaged.';
    return findLostCommits(file, sizeBytes, header, pageBytes, checksum, isBigEndian);
  } finally {
    closeSync(file);
  }
}

function findLostCommits(
  file: number,
  sizeBytes: number,
  header: Buffer,
  pageBytes: number,
  headChecksum: Checksum,
  isBigEndian: boolean,
): string | null {
  const salts = header.subarray(16, 24);
  const frameBytes = frameHeaderBytes + pageBytes;
  let checksum = headChecksum;
  let isGood = true;
  let lostCommits = 0;
  for (let offset = headerBytes; offset + frameBytes <= sizeBytes; offset += frameBytes) {
    const frame = readAt(file, offset, isGood ? frameBytes : frameHeaderBytes);
    // Frames of an earlier round of the log have other salts, and are written over in time.
    const isOfThisRound = frame.subarray(8, 16).equals(salts);
    if (isGood) {
      checksum = addTo(checksum, frame.subarray(0, 8), isBigEndian);
      checksum = addTo(checksum, frame.subarray(frameHeaderBytes), isBigEndian);
      isGood = isOfThisRound && isSame(checksum, frame, 16);
    }
    const isCommit = frame.readUInt32BE(4) !== 0;
    if (!isGood && isOfThisRound && isCommit) lostCommits += 1;
  }
  return lostCommits > mostTornCommits ? `The log is damaged in front of ${lostCommits} commits.` : null;
}

function readAt(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, offset);
  return bytes;
}

function addTo([first, second]: Checksum, bytes: Buffer, isBigEndian: boolean): Checksum {
  let low = first;
  let high = second;
  for (let at = 0; at < bytes.length; at += 8) {
    const [even, odd] = isBigEndian
      ? [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)]
      : [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)];
    low = (low + even + high) >>> 0;
    high = (high + odd + low) >>> 0;
  }
  return [low, high];
}

function isSame([first, second]: Checksum, bytes: Buffer, at: number): boolean {
  return bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second;
}
