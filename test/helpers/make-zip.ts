// ZIP files as all sorts of programs write them: stored or packed, sizes behind the bytes, figures of 64 bits, extra fields, a comment.
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly isStored?: boolean;
  /** Checksum and sizes stand behind the packed bytes, as streaming writers put them. */
  readonly hasDescriptor?: boolean;
  /** Sizes and offset stand in a field of 64 bits. */
  readonly is64?: boolean;
  /** Bytes of no meaning in the extra field. */
  readonly extra?: Uint8Array;
}

/** `comment`: behind the table of contents. `is64`: with the end records of 64 bits. */
export function makeZip(parts: readonly ZipPart[], { comment = '', is64 = false } = {}): Uint8Array {
  const out: Buffer[] = [];
  const records: Buffer[] = [];
  let offset = 0;
  const add = (buffer: Buffer) => {
    out.push(buffer);
    offset += buffer.length;
  };
  for (const part of parts) {
    const packed = part.isStored ? Buffer.from(part.bytes) : deflateRawSync(part.bytes, { level: 1 });
    const name = Buffer.from(part.name);
    const sum = crc32(part.bytes);
    const local = Buffer.alloc(30);
    const at = offset;
    const flags = part.hasDescriptor ? 0x0808 : 0x0800;
    const own = field(0xcafe, Buffer.from(part.extra ?? []));
    const localExtra = part.is64 ? Buffer.concat([field64([part.bytes.length, packed.length]), own]) : own;
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(part.is64 ? 45 : 20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(part.isStored ? 0 : 8, 8);
    local.writeUInt32LE(0x5a8a_4c20, 10);
    if (!part.hasDescriptor) {
      local.writeUInt32LE(sum, 14);
      local.writeUInt32LE(part.is64 ? 0xffff_ffff : packed.length, 18);
      local.writeUInt32LE(part.is64 ? 0xffff_ffff : part.bytes.length, 22);
    }
    local.writeUInt16LE(name.length, 26);
    local.writeUInt16LE(localExtra.length, 28);
    add(Buffer.concat([local, name, localExtra, packed]));
    if (part.hasDescriptor) {
      const descriptor = Buffer.alloc(16);
      descriptor.writeUInt32LE(0x08074b50, 0);
      descriptor.writeUInt32LE(sum, 4);
      descriptor.writeUInt32LE(packed.length, 8);
      descriptor.writeUInt32LE(part.bytes.length, 12);
      add(descriptor);
    }
    const record = Buffer.alloc(46);
    const extra = part.is64 ? Buffer.concat([own, field64([part.bytes.length, packed.length, at])]) : own;
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(flags, 8);
    record.writeUInt16LE(part.isStored ? 0 : 8, 10);
    record.writeUInt32LE(0x5a8a_4c20, 12);
    record.writeUInt32LE(sum, 16);
    record.writeUInt32LE(part.is64 ? 0xffff_ffff : packed.length, 20);
    record.writeUInt32LE(part.is64 ? 0xffff_ffff : part.bytes.length, 24);
    record.writeUInt16LE(name.length, 28);
    record.writeUInt16LE(extra.length, 30);
    record.writeUInt32LE(part.is64 ? 0xffff_ffff : at, 42);
    records.push(Buffer.concat([record, name, extra]));
  }
  const start = offset;
  for (const record of records) add(record);
  const size = offset - start;
  if (is64) add(end64(parts.length, size, start, offset));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(is64 ? 0xffff : parts.length, 8);
  end.writeUInt16LE(is64 ? 0xffff : parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(is64 ? 0xffff_ffff : start, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return new Uint8Array(Buffer.concat([...out, end, Buffer.from(comment)]));
}

function field(id: number, bytes: Buffer): Buffer {
  if (bytes.length === 0) return bytes;
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(bytes.length, 2);
  return Buffer.concat([head, bytes]);
}

function field64(figures: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 * figures.length);
  figures.forEach((figure, index) => {
    bytes.writeBigUInt64LE(BigInt(figure), index * 8);
  });
  return field(1, bytes);
}

function end64(count: number, size: number, start: number, at: number): Buffer {
  const end = Buffer.alloc(56 + 20);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(start), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(at), 64);
  end.writeUInt32LE(1, 72);
  return end;
}
