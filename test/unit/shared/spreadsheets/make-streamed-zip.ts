import { crc32, deflateRawSync } from 'node:zlib';
import type { ZipPart } from './make-zip';

const full32 = 0xffff_ffff;

/**
 * A ZIP as a program writes it that does not know the sizes beforehand: none in the local headers, a data descriptor behind
 * each part; and everything that can stand in ZIP64 records stands there.
 */
export function makeStreamedZip(parts: readonly ZipPart[]): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const nameBytes = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.write('PK\u0003\u0004', 'latin1');
    // Version 4.5 knows ZIP64; bit 3 says that the sizes follow.
    local.writeUInt16LE(45, 4);
    local.writeUInt16LE(8, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(nameBytes.length, 26);
    const descriptor = Buffer.alloc(24);
    descriptor.write('PK\u0007\u0008', 'latin1');
    descriptor.writeUInt32LE(crc32(bytes), 4);
    descriptor.writeBigUInt64LE(BigInt(packed.length), 8);
    descriptor.writeBigUInt64LE(BigInt(bytes.length), 16);
    chunks.push(local, nameBytes, packed, descriptor);
    directory.push(makeEntry(nameBytes, bytes, packed.length, offset));
    offset += local.length + nameBytes.length + packed.length + descriptor.length;
  }
  const table = Buffer.concat(directory);
  return new Uint8Array(Buffer.concat([...chunks, table, makeEnd(parts.length, table.length, offset)]));
}

function makeEntry(name: Buffer, bytes: Buffer, packedLength: number, offset: number): Buffer {
  const entry = Buffer.alloc(46);
  entry.write('PK\u0001\u0002', 'latin1');
  entry.writeUInt16LE(45, 4);
  entry.writeUInt16LE(45, 6);
  entry.writeUInt16LE(8, 8);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(crc32(bytes), 16);
  entry.writeUInt32LE(full32, 20);
  entry.writeUInt32LE(full32, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt16LE(37, 30);
  entry.writeUInt32LE(full32, 42);
  // A time stamp's record comes first, as Info-ZIP writes it; then the ZIP64 one.
  const extra = Buffer.alloc(37);
  extra.writeUInt16LE(0x5455, 0);
  extra.writeUInt16LE(5, 2);
  extra.writeUInt16LE(1, 9);
  extra.writeUInt16LE(24, 11);
  extra.writeBigUInt64LE(BigInt(bytes.length), 13);
  extra.writeBigUInt64LE(BigInt(packedLength), 21);
  extra.writeBigUInt64LE(BigInt(offset), 29);
  return Buffer.concat([entry, name, extra]);
}

function makeEnd(count: number, tableLength: number, tableOffset: number): Buffer {
  const end = Buffer.alloc(56 + 20 + 22);
  end.write('PK\u0006\u0006', 0, 'latin1');
  end.writeBigUInt64LE(44n, 4);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(tableLength), 40);
  end.writeBigUInt64LE(BigInt(tableOffset), 48);
  end.write('PK\u0006\u0007', 56, 'latin1');
  end.writeBigUInt64LE(BigInt(tableOffset + tableLength), 64);
  end.writeUInt32LE(1, 72);
  end.write('PK\u0005\u0006', 76, 'latin1');
  end.writeUInt16LE(0xffff, 84);
  end.writeUInt16LE(0xffff, 86);
  end.writeUInt32LE(full32, 88);
  end.writeUInt32LE(full32, 92);
  return end;
}
