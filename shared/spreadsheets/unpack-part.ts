// One part of a workbook, unpacked to text. Never unpacks more bytes than the part declares, and never trusts bits whose checksum is wrong.
import { encodingOfMark, encodingOfZeros } from './decode-text';
import { inflateHead } from './inflate';
import { damagedWorkbook, packedBytesOf, type ZipEntry } from './zip-directory';

/** The text of a part. @throws UnreadableFile where it is damaged or longer than declared. */
export async function unpackPart(bytes: Uint8Array, entry: ZipEntry): Promise<string> {
  const packed = packedBytesOf(bytes, entry);
  const part = new PartText(entry);
  if (entry.method === 0) part.add(packed);
  else if (typeof DecompressionStream === 'undefined')
    part.add(inflateHead(packed, entry.unpackedBytes) ?? new Uint8Array(0));
  else await inflateInto(part, packed);
  return part.end();
}

async function inflateInto(part: PartText, packed: Uint8Array): Promise<void> {
  const stream = new DecompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  // What goes wrong while writing shows in reading too; there it is caught.
  writer.write(packed as Uint8Array<ArrayBuffer>).catch(() => undefined);
  writer.close().catch(() => undefined);
  const reader = stream.readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      part.add(value);
    }
  } catch {
    await reader.cancel().catch(() => undefined);
    throw damagedWorkbook();
  }
}

/** Text that comes in chunks, with its bytes counted and their checksum kept. */
class PartText {
  private text = '';
  private byteCount = 0;
  private checksum = 0xffff_ffff;
  private decoder: TextDecoder | null = null;

  constructor(private readonly entry: ZipEntry) {}

  add(chunk: Uint8Array): void {
    this.byteCount += chunk.length;
    if (this.byteCount > this.entry.unpackedBytes) throw damagedWorkbook();
    this.checksum = addToChecksum(this.checksum, chunk);
    this.decoder ??= new TextDecoder(encodingOfMark(chunk) ?? encodingOfZeros(chunk) ?? 'utf-8');
    this.text += this.decoder.decode(chunk, { stream: true });
  }

  end(): string {
    if (
      this.byteCount !== this.entry.unpackedBytes ||
      (this.checksum ^ 0xffff_ffff) >>> 0 !== this.entry.checksum
    )
      throw damagedWorkbook();
    return this.text + (this.decoder?.decode() ?? '');
  }
}

/** CRC-32 (as ZIP uses it), four bytes at a time: tables for each of the four. */
const checksumTables = makeChecksumTables();

function makeChecksumTables(): readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array] {
  const tables = [
    new Uint32Array(256),
    new Uint32Array(256),
    new Uint32Array(256),
    new Uint32Array(256),
  ] as const;
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb8_8320 : value >>> 1;
    tables[0][byte] = value;
  }
  for (let byte = 0; byte < 256; byte++) {
    for (let table = 1; table < 4; table++) {
      const before = tables[table - 1]?.[byte] ?? 0;
      const row = tables[table];
      if (row) row[byte] = (before >>> 8) ^ (tables[0][before & 0xff] ?? 0);
    }
  }
  return tables;
}

function addToChecksum(start: number, bytes: Uint8Array): number {
  const [first, second, third, fourth] = checksumTables;
  let value = start;
  let index = 0;
  for (const whole = bytes.length - 3; index < whole; index += 4) {
    value ^=
      (bytes[index] as number) |
      ((bytes[index + 1] as number) << 8) |
      ((bytes[index + 2] as number) << 16) |
      ((bytes[index + 3] as number) << 24);
    value =
      (fourth[value & 0xff] as number) ^
      (third[(value >>> 8) & 0xff] as number) ^
      (second[(value >>> 16) & 0xff] as number) ^
      (first[value >>> 24] as number);
  }
  for (; index < bytes.length; index++)
    value = (value >>> 8) ^ (first[(value ^ (bytes[index] as number)) & 0xff] as number);
  return value;
}
