// Packs a part of a workbook while it is written, so that it never lies in memory unpacked. The platform packs and counts its checksum.

/** A part as it stands in a ZIP file, packed with DEFLATE. */
export interface PackedPart {
  readonly packed: Uint8Array;
  readonly unpackedBytes: number;
  /** CRC-32 of the unpacked bytes. */
  readonly checksum: number;
}

/** Bytes that are gathered before the platform is given them: fewer would cost more in calls than in packing. */
const gatheredBytes = 64 * 1024;
/** What gzip puts around the packed bytes (RFC 1952): a head without a name, and checksum and size. */
const gzipHeadBytes = 10;
const gzipEndBytes = 8;

/** Takes bytes by copying them; `end` gives the packed part. */
export class PartPacker {
  private readonly writer: WritableStreamDefaultWriter<BufferSource>;
  private readonly packed: Promise<Uint8Array>;
  private gathered = new Uint8Array(gatheredBytes);
  private count = 0;

  constructor() {
    const { readable, writable } = new CompressionStream('gzip');
    this.writer = writable.getWriter();
    this.packed = readAll(readable);
  }

  write(bytes: Uint8Array, from = 0, to = bytes.length): void {
    for (let at = from; at < to; ) {
      if (this.count === this.gathered.length) this.flush();
      const piece = bytes.subarray(at, Math.min(to, at + this.gathered.length - this.count));
      this.gathered.set(piece, this.count);
      this.count += piece.length;
      at += piece.length;
    }
  }

  /** Resolves once what was written has been taken. */
  async drained(): Promise<void> {
    await this.writer.ready;
  }

  async end(): Promise<PackedPart> {
    this.flush();
    await this.writer.close();
    const gzip = await this.packed;
    const end = new DataView(gzip.buffer, gzip.byteOffset + gzip.length - gzipEndBytes, gzipEndBytes);
    // The fourth byte says whether a name or more stands in the head.
    if (gzip[3] !== 0) throw new Error('The platform packs in a form that is not known.');
    return {
      packed: gzip.subarray(gzipHeadBytes, gzip.length - gzipEndBytes),
      checksum: end.getUint32(0, true),
      unpackedBytes: end.getUint32(4, true),
    };
  }

  private flush(): void {
    if (this.count === 0) return;
    // A failure shows where the packed bytes are read.
    this.writer.write(this.gathered.subarray(0, this.count)).catch(() => undefined);
    this.gathered = new Uint8Array(gatheredBytes);
    this.count = 0;
  }
}

/** A whole part at once. */
export async function packWhole(bytes: Uint8Array): Promise<PackedPart> {
  const packer = new PartPacker();
  packer.write(bytes);
  return packer.end();
}

async function readAll(readable: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(
    await new Response(readable as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer(),
  );
}
